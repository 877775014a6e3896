import { expect } from '@open-wc/testing'
import { eventually } from '../../test/eventually.ts'
import { show, textIn, until } from '../../test/mount.ts'
import { Notices } from '../../test/notice-backend.ts'
import { type TestNotice, TestNotices } from '../../test/notices.ts'

describe('a record page of any resource', () => {
  let backend: Notices
  const open = async (): Promise<TestNotice> => {
    const list = Object.assign(new TestNotices(), { portal: backend.portal(), recordId: 'n1' })
    await show(list)
    const page = await eventually(() => list.shadowRoot!.querySelector<TestNotice>('test-notice'))
    await until(page, 'ready', 'error', 'degraded')
    return page
  }
  const button = (page: TestNotice, words: string) =>
    [...page.shadowRoot!.querySelectorAll('button')].find((one) => textIn(one) === words)!
  const answer = async (page: TestNotice, text: string) => {
    button(page, 'Answer').click()
    const dialog = await eventually(() =>
      page.shadowRoot!.querySelector<HTMLDialogElement>('dialog[open]'),
    )
    const input = dialog.querySelector('input')!
    input.value = text
    input.dispatchEvent(new Event('input', { bubbles: true }))
    dialog.querySelector('form')!.requestSubmit()
    return dialog
  }

  beforeEach(() => {
    backend = new Notices(3)
  })

  it('has a main column and a side rail, and one column where it is narrow', async () => {
    const page = await open()
    const columns = () =>
      getComputedStyle(page.shadowRoot!.querySelector('article')!).gridTemplateColumns.split(' ')
    const around = page.getRootNode() as ShadowRoot
    const host = around.host as HTMLElement
    host.style.inlineSize = '1000px'
    await eventually(() => columns().length === 2)

    host.style.inlineSize = '320px'

    await eventually(() => columns().length === 1)
    await expect(page).to.be.accessible()
  })

  it('sends a message and shows it', async () => {
    const page = await open()

    page.conversation.write('When does it begin?')
    await page.conversation.send()
    await page.updateComplete

    expect(textIn(page.shadowRoot!.querySelector('.talk'))).to.contain('When does it begin?')
    expect(page.conversation.text).to.equal('')
  })

  it('asks for the answers of an action, does it and shows the record afterwards', async () => {
    const page = await open()

    await answer(page, 'Agreed')

    await eventually(() => textIn(page.shadowRoot!.querySelector('.main')) === 'Agreed')
    await eventually(() => textIn(page.shadowRoot!.querySelector('.toasts')).includes('Answered.'))
    expect(backend.answers).to.deep.equal(['Agreed'])
  })

  it('names the missing answer before it asks the backend', async () => {
    const page = await open()

    const dialog = await answer(page, '')

    await eventually(() => dialog.querySelector('[aria-invalid=true]'))
    expect(backend.answers).to.deep.equal([])
  })

  it('shows a change that somebody else makes', async () => {
    const page = await open()

    backend.put('n1', { answer: 'Elsewhere' })

    await eventually(() => textIn(page.shadowRoot!.querySelector('.main')) === 'Elsewhere')
  })
})
