import { expect } from '@open-wc/testing'
import type { Deal } from '@prmkit/contract'
import { createBackend, type Between, type TestBackend } from '../../../../test/backend.ts'
import { dealForm } from '../../../../test/deal-form.ts'
import { eventually } from '../../../../test/deal-form-page.ts'
import {
  button,
  DealListPage,
  decide,
  inDays,
  registration,
} from '../../../../test/deal-list-page.ts'
import { textIn, until } from '../../../../test/mount.ts'
import type { PrmDealDetail } from './deal-detail.ts'
import '../define.ts'

const root = (detail: PrmDealDetail) => detail.shadowRoot!
const problem = (detail: PrmDealDetail) => textIn(root(detail).querySelector('[part=problem]'))
const article = (detail: PrmDealDetail) => textIn(root(detail).querySelector('article'))

describe('a registration in full, in trouble', () => {
  let backend: TestBackend
  let deal: Deal
  const open = async (between?: Between) => {
    const page = await DealListPage.open(backend.portal('ada', between))
    return page.openDeal('Waterworks')
  }

  const ask = async (detail: PrmDealDetail, words: string) => {
    button(root(detail).querySelector('.actions')!, words)!.click()
    return eventually(() => root(detail).querySelector<HTMLDialogElement>('dialog[open]'))
  }

  beforeEach(async () => {
    backend = await createBackend(dealForm)
    deal = (await backend.as('ada', 'POST', '/deals', registration('Waterworks'))) as Deal
  })

  it('is shown without its history, says so, and gets it when it can be had', async () => {
    let down = true
    const detail = await open(async (request, next) =>
      down && /timeline|comments|forms/.test(request.url)
        ? Response.json({ code: 'unavailable' }, { status: 503 })
        : next(),
    )
    await until(detail, 'degraded')
    expect(problem(detail)).to.contain('Some things could not be loaded')
    expect(article(detail)).to.contain('Metering for Waterworks')
    expect(article(detail)).not.to.contain('No messages yet')
    await expect(detail).to.be.accessible()

    down = false
    await until(detail, 'ready')

    expect(article(detail)).to.contain('History Submitted')
    expect(problem(detail)).to.equal('')
  }).timeout(30_000)

  it('says that what it shows may be old, and follows again by itself', async () => {
    let down = false
    const detail = await open(async (_, next) => {
      if (down) throw new TypeError('Failed to fetch')
      return next()
    })
    detail.conversation.write('Half a sentence')
    down = true
    await detail.refresh()
    await until(detail, 'degraded')
    expect(problem(detail)).to.contain('The server cannot be reached')
    expect(article(detail)).to.contain('Waiting for review')

    await decide(backend, deal, { action: 'start_review' })
    down = false

    await eventually(() => article(detail).includes('Quellmark is reviewing your registration'))
    await until(detail, 'ready')
    expect(root(detail).querySelector('textarea')!.value).to.equal('Half a sentence')
  }).timeout(30_000)

  it('says whom to ask where it does not know the status, and offers the actions it knows', async () => {
    const detail = await open(async (request, next) => {
      const answer = await next()
      if (!/deals\/[^/?]+$/.test(request.url)) return answer
      const allowedActions = ['celebrate', 'withdraw']
      return Response.json({ ...(await answer.json()), status: 'on_hold', allowedActions })
    })
    await until(detail, 'ready')

    expect(textIn(root(detail).querySelector('.steps'))).to.equal(
      'Quellmark decides on the next step. Its channel team can tell you more.',
    )
    expect(button(root(detail), 'Withdraw')).to.not.equal(undefined)
    expect(article(detail)).not.to.contain('celebrate')
  })

  it('keeps a message that is too long and says by how much', async () => {
    const detail = await open()
    const field = root(detail).querySelector<HTMLTextAreaElement>('#comment')!

    field.value = 'x'.repeat(5012)
    field.dispatchEvent(new Event('input'))
    await detail.updateComplete
    button(root(detail), 'Send')!.click()
    await detail.updateComplete

    expect(field.value.length).to.equal(5012)
    expect(detail.conversation.sending).to.equal(false)
    expect(textIn(root(detail).querySelector('#room'))).to.contain('Shorten it by 12')
    await expect(detail).to.be.accessible()
  })

  it('takes no file that the backend would refuse, and says why', async () => {
    const detail = await open()
    const input = root(detail).querySelector<HTMLInputElement>('.attach input')!
    const data = new DataTransfer()
    data.items.add(new File([], 'plan.pdf', { type: 'application/pdf' }))
    input.files = data.files
    input.dispatchEvent(new Event('change'))

    await eventually(() => textIn(root(detail).querySelector('.toasts')).includes('plan.pdf'))

    expect(textIn(root(detail).querySelector('.toasts'))).to.contain('This file is empty.')
    expect(textIn(root(detail).querySelector('article'))).to.contain('No files are attached')
  })

  it('goes back to the list without the draft that was deleted', async () => {
    await backend.as('ada', 'POST', '/deals', registration('Brewery', { status: 'draft' }))
    const page = await DealListPage.open(backend.portal('ada'))
    const detail = await page.openDeal('Brewery')
    button(root(detail).querySelector('.actions')!, 'Delete the draft')!.click()
    const form = await eventually(() => root(detail).querySelector<HTMLFormElement>('#action'))

    form.requestSubmit()
    await eventually(() => page.root.querySelector('.row'))

    expect(page.customers).to.deep.equal(['Waterworks'])
    await eventually(() => page.root.activeElement?.id === 'search')
  })

  it('puts the focus on its heading when the button of what was done is gone', async () => {
    const detail = await open()
    button(root(detail).querySelector('.actions')!, 'Withdraw')!.focus()
    button(root(detail).querySelector('.actions')!, 'Withdraw')!.click()
    const form = await eventually(() => root(detail).querySelector<HTMLFormElement>('#action'))

    form.requestSubmit()

    await eventually(() => article(detail).includes('The registration was withdrawn'))
    await eventually(() => root(detail).activeElement?.id === 'heading')
    await eventually(() => textIn(root(detail).querySelector('.toasts')).includes('Withdrawn'))
  })

  it('says what failed also after its dialog was closed', async () => {
    let fail = () => {}
    const held = new Promise<void>((resolve) => (fail = resolve))
    const detail = await open(async (request, next) => {
      if (!request.url.endsWith('/actions')) return next()
      await held
      return Response.json({ title: 'No', status: 403, code: 'forbidden' }, { status: 403 })
    })
    const dialog = await ask(detail, 'Withdraw')
    dialog.querySelector('form')!.requestSubmit()
    await eventually(() => dialog.querySelector('[aria-busy=true]'))
    dialog.close()
    await eventually(() => !root(detail).querySelector('dialog'))

    fail()

    await eventually(() => textIn(root(detail).querySelector('.toasts')).includes('That failed'))
  })

  it('says that a message was sent, and shows the address that it may not copy', async () => {
    const detail = await open()
    const heard = (words: string) =>
      eventually(() => textIn(root(detail).querySelector('.toasts')).includes(words))
    detail.conversation.write('Any news?')
    await detail.conversation.send()
    await heard('Your message was sent.')
    const { writeText } = navigator.clipboard
    navigator.clipboard.writeText = () => Promise.reject(new Error('Not allowed'))

    button(root(detail), 'Copy link')!.click()

    await heard(location.host)
    navigator.clipboard.writeText = writeText
  })

  it('asks again with the answers it was closed with, and without those that were cancelled', async () => {
    const detail = await open()
    const dialog = await ask(detail, 'Withdraw')
    const why = dialog.querySelector('textarea')!
    why.value = 'Half a reason'
    why.dispatchEvent(new Event('input', { bubbles: true }))
    dialog.close()
    await eventually(() => !root(detail).querySelector('dialog'))

    const again = await ask(detail, 'Withdraw')
    const kept = again.querySelector('textarea')!.value
    button(again, 'Cancel')!.click()
    await eventually(() => !root(detail).querySelector('dialog'))
    const last = await ask(detail, 'Withdraw')

    expect([kept, last.querySelector('textarea')!.value]).to.deep.equal(['Half a reason', ''])
  })

  it('puts the focus on a choice that is missing', async () => {
    await decide(backend, deal, { action: 'start_review' })
    await decide(backend, deal, { action: 'approve', protectedUntil: inDays(30) })
    const detail = await open()
    const dialog = await ask(detail, 'Close deal')

    dialog.querySelector('form')!.requestSubmit()

    await eventually(() => root(detail).activeElement?.matches('input[type=radio]'))
  })

  it('puts the request for an extension first when the protection ends soon', async () => {
    await decide(backend, deal, { action: 'start_review' })
    await decide(backend, deal, { action: 'approve', protectedUntil: inDays(5) })
    const detail = await open()

    const [first] = root(detail).querySelectorAll('.actions .button')

    expect(textIn(first)).to.equal('Request extension')
    expect(first!.classList.contains('primary')).to.equal(true)
    expect(root(detail).querySelector('.steps')!.classList.contains('warning')).to.equal(true)
  })
})
