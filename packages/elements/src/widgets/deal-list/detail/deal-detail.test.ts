import { expect, nextFrame } from '@open-wc/testing'
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
import { still, textIn } from '../../../../test/mount.ts'
import type { NavigateEvent } from '../../../events.ts'
import type { PrmDealDetail } from './deal-detail.ts'
import '../define.ts'

const reason = { code: 'incomplete', text: 'Who decides?' }

describe('a registration in full', () => {
  let backend: TestBackend
  let deal: Deal
  const open = async (between?: Between) => {
    const page = await DealListPage.open(backend.portal('ada', between))
    return { page, detail: await page.openDeal('Waterworks') }
  }
  const root = (detail: PrmDealDetail) => detail.shadowRoot!
  const text = (detail: PrmDealDetail) => textIn(root(detail).querySelector('article'))
  const press = async (detail: PrmDealDetail, words: string) => {
    const found = await eventually(() => button(root(detail).querySelector('.actions')!, words))
    found.click()
    return eventually(() => root(detail).querySelector<HTMLDialogElement>('dialog[open]'))
  }
  const send = (dialog: HTMLDialogElement) =>
    dialog.querySelector<HTMLFormElement>('form')!.requestSubmit()
  const stored = async () => (await backend.as('ada', 'GET', `/deals/${deal.id}`)) as Deal

  beforeEach(async () => {
    backend = await createBackend(dealForm)
    deal = (await backend.as('ada', 'POST', '/deals', registration('Waterworks'))) as Deal
  })

  it('tells what was registered and what comes next, and takes the focus', async () => {
    const { page, detail } = await open()

    expect(text(detail)).to.contain('Metering for Waterworks')
    expect(text(detail)).to.contain('Quellmark has your registration')
    expect(text(detail)).to.contain('€198.00')
    expect(root(detail).activeElement!.id).to.equal('heading')
    await expect(page.list).to.be.accessible()
  })

  it('offers the assets about its products, which lead to the library where there is an address', async () => {
    const asset = (title: string, productIds: string[]) => ({
      ...{ key: title, productIds, status: 'published' },
      texts: { en: { title, url: 'https://vendor.example/more' } },
    })
    const rows = [asset('Datasheet', ['p1']), asset('Other', ['p2'])]
    const answer = await backend.asVendor('POST', '/assets/bulk', { rows })
    expect(JSON.stringify(answer)).to.not.contain('refused')
    const asked: string[] = []
    const told: string[] = []
    const { page, detail } = await open((request, next) => {
      const { pathname, search } = new URL(request.url)
      if (pathname.endsWith('/assets')) asked.push(search)
      return next()
    })
    const list = await eventually(() => root(detail).querySelector('.suggested'))

    expect(textIn(list)).to.equal('DatasheetLink')
    expect(asked).to.deep.equal([`?dealId=${deal.id}&limit=6`])
    expect(list.querySelector('a, button')).to.equal(null)
    page.list.assetHref = '#asset-{id}'
    page.list.addEventListener('prm-navigate', (event) => {
      told.push((event as NavigateEvent).resource)
      event.preventDefault()
    })
    detail.requestUpdate()
    const link = await eventually(() => list.querySelector('a'))
    expect(link.hash).to.match(/^#asset-.+/)
    link.click()
    expect(told).to.deep.equal(['asset'])
    await expect(page.list).to.be.accessible()
  })

  it('asks for no assets where the vendor has no content library', async () => {
    const asked: string[] = []
    await open(async (request, next) => {
      const { pathname } = new URL(request.url)
      asked.push(pathname)
      const response = await next()
      if (!pathname.endsWith('/v1')) return response
      const discovery = (await response.json()) as { capabilities: string[] }
      const capabilities = discovery.capabilities.filter((one) => one !== 'assets')
      return Response.json({ ...discovery, capabilities })
    })

    expect(asked.filter((path) => path.endsWith('/assets'))).to.deep.equal([])
  })

  it('goes back to the row it came from', async () => {
    const { page, detail } = await open()

    button(root(detail), 'All registrations')!.click()

    await eventually(() => textIn(page.root.activeElement) === 'Waterworks')
  })

  it('goes back to the row it came from when the page takes the address away', async () => {
    const { page } = await open()

    page.list.removeAttribute('deal-id')
    await eventually(() => textIn(page.root.activeElement) === 'Waterworks')

    page.list.setAttribute('deal-id', deal.id)
    await eventually(() => page.root.activeElement?.shadowRoot?.activeElement?.id === 'heading')
  })

  it('shows what happened last first', async () => {
    await decide(backend, deal, { action: 'start_review' })
    const { detail } = await open()

    const entries = await eventually(() => {
      const found = [...root(detail).querySelectorAll('.timeline strong')].map(textIn)
      return found.length > 1 && found
    })
    expect(entries).to.deep.equal(['Review started', 'Submitted'])
  })

  it('isolates each part of a reason, which may be in different languages', async () => {
    await decide(backend, deal, { action: 'start_review' })
    await decide(backend, deal, { action: 'decline', reason })
    const { detail } = await open()

    const parts = await eventually(() => {
      const found = [...root(detail).querySelectorAll('.timeline p bdi')].map(textIn)
      return found.length && found
    })
    expect(parts).to.deep.equal(['Incomplete', 'Who decides?'])
  })

  it('names nobody for what went by itself', async () => {
    const { detail } = await open(async (request, next) => {
      const answer = await next()
      if (!request.url.includes('/timeline')) return answer
      const page = (await answer.json()) as { items: object[] }
      const actor = { name: 'System', side: 'system' }
      return Response.json({ ...page, items: page.items.map((item) => ({ ...item, actor })) })
    })

    const entry = await eventually(() => root(detail).querySelector('.timeline li'))
    expect(textIn(entry)).to.match(/^Submitted [^·]+$/)
    expect(textIn(entry)).not.to.contain('System')
  })

  it('opens the registration of one’s own that stands in the way', async () => {
    const twice = { ...registration('Waterworks'), name: 'The same again' }
    const second = (await backend.as('ada', 'POST', '/deals', twice)) as Deal
    const dealHref = '/deals/{id}'
    const page = await DealListPage.open(backend.portal('ada'), { dealId: second.id, dealHref })
    const detail = await page.detail()

    const link = root(detail).querySelector<HTMLAnchorElement>('.note a')!
    expect(link.pathname).to.equal(`/deals/${deal.id}`)
    link.click()

    await eventually(() => textIn(root(detail).querySelector('h2')) === 'Metering for Waterworks')
    expect(page.list.dealId).to.equal(deal.id)
  })

  it('keeps a message that is not sent while another registration is looked at', async () => {
    const other = (await backend.as('ada', 'POST', '/deals', registration('Brewery'))) as Deal
    const { page, detail } = await open()
    const field = () => root(detail).querySelector<HTMLTextAreaElement>('#comment')!
    const change = async (dealId: string, name: string) => {
      page.list.dealId = dealId
      await eventually(() => textIn(root(detail).querySelector('header')).includes(name))
    }
    field().value = 'Half a sentence'
    field().dispatchEvent(new Event('input'))

    await change(other.id, 'Brewery')
    expect(field().value).to.equal('')
    await change(deal.id, 'Waterworks')

    expect(field().value).to.equal('Half a sentence')
  })

  it('withdraws with a reason, after asking', async () => {
    const { detail } = await open()

    const dialog = await press(detail, 'Withdraw')
    expect(textIn(dialog)).to.contain('You can undo this for one minute')
    send(dialog)

    await eventually(() => text(detail).includes('The registration was withdrawn'))
    expect((await stored()).status).to.equal('withdrawn')
  })

  it('offers the way back from what ended it, and it is as it was', async () => {
    const { page, detail } = await open()
    send(await press(detail, 'Withdraw'))
    const toasts = await eventually(() => root(detail).querySelector('.toasts'))
    const undo = await eventually(() => button(toasts, 'Undo'))
    expect((await stored()).status).to.equal('withdrawn')
    await still(toasts)
    await expect(page.list).to.be.accessible()

    undo.click()

    await eventually(() => text(detail).includes('Quellmark has your registration'))
    await eventually(() => textIn(root(detail).querySelector('.toasts')).includes('Undone'))
    expect((await stored()).status).to.equal('submitted')
    await eventually(() => text(detail).includes('Undone'))
  })

  it('asks for the reason of a lost deal, and says what closing ends', async () => {
    await decide(backend, deal, { action: 'start_review' })
    await decide(backend, deal, { action: 'approve', protectedUntil: inDays(30) })
    const { detail } = await open()
    const dialog = await press(detail, 'Close deal')
    expect(textIn(dialog)).to.contain('The protection ends with the deal')
    const lost = [...dialog.querySelectorAll('label')].find((label) => textIn(label) === 'Lost')
    lost!.click()
    const why = await eventually(() => dialog.querySelector('textarea'))

    send(dialog)
    await eventually(() => why.getAttribute('aria-invalid') === 'true')
    expect((await stored()).status).to.equal('approved')
    why.value = 'They bought nothing.'
    why.dispatchEvent(new Event('input', { bubbles: true }))
    send(dialog)

    await eventually(() => text(detail).includes('The deal is closed'))
    const { outcome, reason: said } = (await stored()).closure!
    expect([outcome, said!.text]).to.deep.equal(['lost', 'They bought nothing.'])
  })

  it('leads a returned registration to the form', async () => {
    await decide(backend, deal, { action: 'start_review' })
    const editableFields = ['/problem']
    await decide(backend, deal, {
      action: 'return',
      reason,
      respondUntil: inDays(7),
      editableFields,
    })
    const { page, detail } = await open()
    expect(text(detail)).to.contain('Incomplete: Who decides?')
    expect(text(detail)).to.contain('Fields to change: What they want to solve')
    const asked: string[] = []
    page.list.addEventListener('prm-navigate', (event) => {
      event.preventDefault()
      asked.push(`${event.resource} ${event.id}`)
    })

    const way = button(root(detail), 'Edit and resubmit')!
    way.click()

    expect(asked).to.deep.equal([`draft ${deal.id}`])
    expect(root(detail).querySelector('dialog')).to.equal(null)
    page.list.registerHref = '/register?from=list'
    await page.list.updateComplete
    await detail.redraw()
    const link = root(detail).querySelector<HTMLAnchorElement>('a.button.primary')!
    expect(link.pathname + link.search).to.equal(`/register?from=list&deal-id=${deal.id}`)
  })

  it('requests an extension, and says that the protection goes on meanwhile', async () => {
    await decide(backend, deal, { action: 'start_review' })
    await decide(backend, deal, { action: 'approve', protectedUntil: inDays(30) })
    const { detail } = await open()

    const dialog = await press(detail, 'Request extension')
    const [until, why] = dialog.querySelectorAll<HTMLInputElement>('input[type=date], textarea')
    until!.value = inDays(60)
    until!.dispatchEvent(new Event('input', { bubbles: true }))
    until!.dispatchEvent(new Event('change', { bubbles: true }))
    why!.value = 'The budget comes in May.'
    why!.dispatchEvent(new Event('input', { bubbles: true }))
    send(dialog)

    await eventually(() => text(detail).includes('You requested an extension'))
    expect((await stored()).protection!.extension!.status).to.equal('pending')
  })

  it('names what is missing before it asks the backend', async () => {
    await decide(backend, deal, { action: 'start_review' })
    await decide(backend, deal, { action: 'decline', reason })
    const { detail } = await open()

    const dialog = await press(detail, 'Appeal')
    send(dialog)

    await eventually(() => dialog.querySelector('[aria-invalid=true]'))
    expect((await stored()).status).to.equal('declined')
  })

  it('keeps the answers when it was changed meanwhile, and takes them on the second try', async () => {
    const { detail } = await open()
    const dialog = await press(detail, 'Withdraw')
    const why = dialog.querySelector('textarea')!
    why.value = 'Lost interest'
    why.dispatchEvent(new Event('input', { bubbles: true }))
    await decide(backend, deal, { action: 'start_review' })

    send(dialog)
    await eventually(async () => {
      if ((await stored()).status === 'withdrawn') return true
      if (dialog.querySelector('[role=alert]')) send(dialog)
      return false
    })

    expect((await stored()).statusReason!.text).to.equal('Lost interest')
  })

  it('sends a message once, though its answer was lost', async () => {
    let lost = false
    const { detail } = await open(async (request, next) => {
      const answer = await next()
      if (lost || !request.url.endsWith('/comments') || request.method !== 'POST') return answer
      lost = true
      throw new TypeError('Failed to fetch')
    })

    detail.conversation.write('Shall we call?')
    await detail.updateComplete
    button(root(detail), 'Send')!.click()

    await eventually(() => text(detail).includes('Shall we call?') && !detail.conversation.text)
    const page = (await backend.as('ada', 'GET', `/deals/${deal.id}/comments`)) as {
      items: object[]
    }
    expect(page.items.length).to.equal(1)
  }).timeout(20_000)

  it('sends a message once, though another one was begun elsewhere before it arrived', async () => {
    let lost = 0
    const { page, detail } = await open(async (request, next) => {
      const answer = await next()
      if (!request.url.endsWith(`${deal.id}/comments`) || request.method !== 'POST') return answer
      // The client itself tries four times.
      if (++lost > 4) return answer
      throw new TypeError('Failed to fetch')
    })
    const other: Deal = await backend.as('ada', 'POST', '/deals', registration('Steelworks'))
    const { random } = Math
    Math.random = () => 0
    try {
      detail.conversation.write('Shall we call?')
      await detail.conversation.send()
      page.list.setAttribute('deal-id', other.id)
      await eventually(() => text(detail).includes('Steelworks'))
      detail.conversation.write('Another matter')
      page.list.setAttribute('deal-id', deal.id)
      await eventually(() => text(detail).includes('Waterworks'))

      expect(detail.conversation.text).to.equal('Shall we call?')
      await detail.conversation.send()

      const said = (await backend.as('ada', 'GET', `/deals/${deal.id}/comments`)) as {
        items: object[]
      }
      expect([said.items.length, detail.conversation.text]).to.deep.equal([1, ''])
    } finally {
      Math.random = random
    }
  }).timeout(20_000)

  it('shows a message of the vendor as it comes', async () => {
    const { detail } = await open()

    await backend.as('mia', 'POST', `/deals/${deal.id}/comments`, { text: 'Which valve?' })

    await eventually(() => text(detail).includes('Which valve?'))
  })

  it('says before the first message who reads it: the vendor, or of a draft only the partner', async () => {
    const { page, detail } = await open()
    const empty = () => textIn(root(detail).querySelector('.messages > .muted'))
    await eventually(() => empty().endsWith('Quellmark reads the messages that you write here.'))

    const draft = registration('Brewery', { status: 'draft' })
    deal = (await backend.as('ada', 'POST', '/deals', draft)) as Deal
    page.list.dealId = deal.id

    await eventually(() =>
      empty().endsWith('Only your company reads the messages that you write here.'),
    )
  })

  it('says of a message on a draft that only the partner reads it', async () => {
    const draft = registration('Brewery', { status: 'draft' })
    deal = (await backend.as('ada', 'POST', '/deals', draft)) as Deal
    await backend.as('ada', 'POST', `/deals/${deal.id}/comments`, { text: 'Between us' })
    const page = await DealListPage.open(backend.portal('ada'))
    page.list.dealId = deal.id

    const shown = await eventually(() =>
      page.root.querySelector('prm-deal-detail')?.shadowRoot?.querySelector(`[id^='comment-']`),
    )

    expect(textIn(shown)).to.match(/only your company reads this Between us$/)
  })

  it('throws nothing into the page where the history cannot be fetched again', async () => {
    let closed = false
    let refused = 0
    const thrown: unknown[] = []
    const note = (event: PromiseRejectionEvent) => {
      event.preventDefault()
      thrown.push(event.reason)
    }
    const { detail } = await open(async (request, next) => {
      if (!closed || !/timeline|comments/.test(request.url)) return next()
      refused += 1
      return Response.json({ code: 'forbidden' }, { status: 403 })
    })
    addEventListener('unhandledrejection', note)

    closed = true
    detail.took(deal)
    await eventually(() => refused >= 2)
    await nextFrame()
    await nextFrame()
    removeEventListener('unhandledrejection', note)

    expect(thrown).to.deep.equal([])
    expect(text(detail)).to.contain('Metering for Waterworks')
  })

  it('says that a registration of somebody else does not exist', async () => {
    const page = await DealListPage.open(backend.portal('cem'), { dealId: deal.id })
    const detail = await eventually(() => page.root.querySelector<PrmDealDetail>('prm-deal-detail'))

    await eventually(() => detail.state === 'error')
    expect(textIn(root(detail).querySelector('[part=problem]'))).to.contain('does not exist')
  })

  it('forgets everything when the partner logs out', async () => {
    const portal = backend.portal('ada')
    const page = await DealListPage.open(portal)
    const detail = await page.openDeal('Waterworks')

    await portal.logout()
    await page.list.updateComplete

    expect(page.root.textContent).not.to.contain('Waterworks')
    expect(detail.record).to.equal(undefined)
  })
})
