import { expect } from '@open-wc/testing'
import { eventually } from '../../test/eventually.ts'
import { show, textIn, until } from '../../test/mount.ts'
import { Notices } from '../../test/notice-backend.ts'
import { type TestNotice, TestNotices } from '../../test/notices.ts'
import { shelves } from '../drafts/draft-shelves.ts'
import { forgetDrafts } from '../drafts/forget.ts'

describe('what is written on a record page', () => {
  let backend: Notices
  const open = async (): Promise<TestNotice> => {
    const list = Object.assign(new TestNotices(), { portal: backend.portal(), recordId: 'n1' })
    await show(list)
    const page = await eventually(() => list.shadowRoot!.querySelector<TestNotice>('test-notice'))
    await until(page, 'ready', 'error', 'degraded')
    return page
  }
  /** Leaves the page as a reload does: the next one knows only what was kept. */
  const reload = async (page: TestNotice): Promise<TestNotice> => {
    ;(page.getRootNode() as ShadowRoot).host.remove()
    return open()
  }
  const kept = async (name: string): Promise<unknown> => {
    const scope = { userId: 'ada', partnerId: 'north', name: `notices/n1/${name}` }
    return (await shelves.device.read({ baseUrl: backend.baseUrl, ...scope }))?.content
  }
  const texts = () => backend.comments.map(({ text }) => text)
  const write = (page: TestNotice, text: string) => {
    const field = page.shadowRoot!.querySelector<HTMLTextAreaElement>('#comment')!
    field.value = text
    field.dispatchEvent(new Event('input', { bubbles: true }))
  }
  const send = async (page: TestNotice) => {
    await page.conversation.send()
    await page.updateComplete
  }
  const talk = (page: TestNotice) => textIn(page.shadowRoot!.querySelector('.messages'))
  const toasts = (page: TestNotice) => textIn(page.shadowRoot!.querySelector('.toasts'))
  const ask = async (page: TestNotice) => {
    const buttons = [...page.shadowRoot!.querySelectorAll('button')]
    buttons.find((one) => textIn(one) === 'Answer')!.click()
    return eventually(() => page.shadowRoot!.querySelector<HTMLDialogElement>('dialog[open]'))
  }
  const answer = (dialog: HTMLDialogElement, text: string) => {
    const input = dialog.querySelector('input')!
    input.value = text
    input.dispatchEvent(new Event('input', { bubbles: true }))
  }
  const asksBeforeLeaving = () => {
    const leaving = new Event('beforeunload', { cancelable: true })
    dispatchEvent(leaving)
    return leaving.defaultPrevented
  }

  beforeEach(() => {
    backend = new Notices(3)
  })

  it('is there again after a reload', async () => {
    const page = await open()
    write(page, 'Half a sen')
    answer(await ask(page), 'Half an ans')
    await eventually(async () => (await kept('message')) && (await kept('answer')))

    const again = await reload(page)

    await eventually(() => again.conversation.text === 'Half a sen')
    const dialog = await ask(again)
    await eventually(() => dialog.querySelector('input')!.value === 'Half an ans')
  })

  it('is kept no longer once it was sent or cancelled', async () => {
    const page = await open()
    write(page, 'Sent')
    await send(page)
    const dialog = await ask(page)
    answer(dialog, 'Never mind')
    await eventually(() => kept('answer'))

    const cancel = [...dialog.querySelectorAll('button')].find((one) => textIn(one) === 'Cancel')!
    cancel.click()

    await eventually(async () => (await kept('answer')) === undefined)
    expect(await kept('message')).to.equal(undefined)
    expect(texts()).to.deep.equal(['Sent'])
  })

  it('is forgotten when its writer logs out', async () => {
    const page = await open()
    write(page, 'Secret')
    await eventually(() => kept('message'))

    await forgetDrafts(backend.baseUrl, 'ada')

    await eventually(() => page.conversation.text === '')
    expect(await kept('message')).to.equal(undefined)
  })

  it('holds the page back only where it can be kept nowhere', async () => {
    const { open: openDatabase } = indexedDB
    const page = await open()
    write(page, 'Kept')
    await eventually(() => kept('message'))
    await eventually(() => !asksBeforeLeaving())
    const read = shelves.device.read
    const exchange = shelves.device.exchange
    const broken = () => Promise.reject(new Error('no storage'))
    Object.assign(shelves.device, { read: broken, exchange: broken })
    try {
      write(page, 'Kept nowhere')

      await eventually(() => !page.conversation.sending && asksBeforeLeaving())
      await new Promise((done) => setTimeout(done, 500))
      expect(asksBeforeLeaving()).to.equal(true)
      write(page, '')
      await eventually(() => !asksBeforeLeaving())
    } finally {
      Object.assign(shelves.device, { read, exchange })
      indexedDB.open = openDatabase
    }
  })

  it('goes out again as it was while its outcome is unknown, also after a reload', async () => {
    const page = await open()
    write(page, 'Shall we call?')
    backend.line = 'cut after'
    await send(page)
    await eventually(() => toasts(page).includes('not known yet'))
    expect(talk(page)).to.contain('Send it again: it counts only once.')
    const again = await reload(page)
    await eventually(() => talk(again).includes('Send it again: it counts only once.'))

    backend.line = 'whole'
    await send(again)

    expect(texts()).to.deep.equal(['Shall we call?'])
    expect(backend.sent[1]).to.deep.equal(backend.sent[0])
    expect(again.conversation.text).to.equal('')
    await eventually(async () => (await kept('message')) === undefined)
  })

  it('becomes a new message only when the one before is decided, and says so', async () => {
    const page = await open()
    write(page, 'Shall we call?')
    backend.line = 'cut after'
    await send(page)
    write(page, 'Shall we call!')

    backend.line = 'whole'
    await send(page)

    expect(texts()).to.deep.equal(['Shall we call?'])
    expect(backend.sent[1]).to.deep.equal(backend.sent[0])
    await eventually(() => toasts(page).includes('had arrived as it was before'))
    expect(page.conversation.text).to.equal('Shall we call!')
    await send(page)
    expect(texts()).to.deep.equal(['Shall we call?', 'Shall we call!'])
  })

  it('goes out changed where the one before is refused', async () => {
    const page = await open()
    write(page, 'Bad')
    backend.line = 'cut before'
    await send(page)
    write(page, 'Good')
    const once = backend.addComment.bind(backend)
    backend.addComment = (call) => {
      backend.line = call.body.text === 'Bad' ? 'refused' : 'whole'
      return once(call)
    }

    await send(page)

    expect(texts()).to.deep.equal(['Good'])
    expect(page.conversation.text).to.equal('')
  })

  it('is found among the messages where the backend may have forgotten its key', async () => {
    const page = await open()
    write(page, 'Shall we call?')
    backend.line = 'cut after'
    await send(page)
    const { now } = Date
    Date.now = () => now() + 21 * 60 * 60 * 1000
    try {
      backend.line = 'whole'
      await send(page)
    } finally {
      Date.now = now
    }

    expect(texts()).to.deep.equal(['Shall we call?'])
    expect(backend.sent.length).to.equal(1)
    expect(page.conversation.text).to.equal('')
  })

  it('does an action once, as it was sent first', async () => {
    const page = await open()
    const dialog = await ask(page)
    answer(dialog, 'Agreed')
    backend.line = 'cut after'
    dialog.querySelector('form')!.requestSubmit()
    await eventually(() => textIn(dialog).includes('not known yet whether this arrived'))
    answer(dialog, 'Agreed?')
    backend.line = 'whole'

    dialog.querySelector('form')!.requestSubmit()

    await eventually(() => textIn(dialog).includes('An earlier version of this had arrived'))
    expect(backend.answers).to.deep.equal(['Agreed'])
    expect(dialog.querySelector('input')!.value).to.equal('Agreed?')
    dialog.querySelector('form')!.requestSubmit()
    await eventually(() => backend.answers.length === 2)
    expect(backend.answers[1]).to.equal('Agreed?')
  })

  it('asks for the record where an action is answered with little more than its id', async () => {
    backend.isThin = true
    const page = await open()
    const dialog = await ask(page)
    answer(dialog, 'Agreed')

    dialog.querySelector('form')!.requestSubmit()

    await eventually(() => textIn(page.shadowRoot!.querySelector('.main')) === 'Agreed')
  })
})
