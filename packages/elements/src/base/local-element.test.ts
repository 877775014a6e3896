import { expect } from '@open-wc/testing'
import { html } from 'lit'
import { eventually } from '../../test/eventually.ts'
import { show, textIn } from '../../test/mount.ts'
import { LocalElement } from './local-element.ts'

class TestLocal extends LocalElement {
  static override catalog = { en: {}, locales: {} }
  static override properties = { ...LocalElement.properties, names: {}, status: {} }
  declare names: readonly string[]
  declare status: string

  override render() {
    return html`<div class="root">
      <p role="status">${this.status} of <b>${this.names?.length}</b></p>
      <input aria-label="Search" />
      <div class="list">
        ${this.names?.map((name) =>
          // Another template for each, so that its element is replaced.
          name.length > 1
            ? html`<p><button>${name}</button></p>`
            : html`<div><button>${name}</button></div>`,
        )}
      </div>
    </div>`
  }
}
customElements.define('test-local', TestLocal)

describe('an element of any widget', () => {
  const open = async (names: string[]) => {
    const element = Object.assign(new TestLocal(), { names, status: 'Sent' })
    await show(element)
    return element
  }
  const root = (element: TestLocal) => element.shadowRoot!
  const focused = (element: TestLocal) => textIn(root(element).activeElement)

  /** Gives a button the focus and waits until the code that follows it has come. */
  const focusFollowed = async (button: HTMLButtonElement) => {
    await import('./keep-focus.ts')
    button.focus()
    // The element's own import was asked for by a timer before this one.
    await new Promise((done) => setTimeout(done))
    await import('./keep-focus.ts')
  }

  it('shows a changed text where a page translator wrapped the one before', async () => {
    const element = await open(['a', 'b'])
    const line = root(element).querySelector('p')!
    for (const node of [...line.childNodes].filter(
      (one) => one instanceof Text && one.data.trim(),
    )) {
      const [outer, inner] = [document.createElement('font'), document.createElement('font')]
      inner.textContent = `«${node.textContent}»`
      outer.append(inner)
      node.replaceWith(outer)
    }

    element.status = 'Approved'
    await element.updateComplete

    expect(textIn(line)).to.contain('Approved').and.not.to.contain('Sent')
  })

  it('keeps plain keys of its fields from the page, and no others', async () => {
    const element = await open(['a'])
    const heard: string[] = []
    const hear = (event: Event) => void heard.push((event as KeyboardEvent).key)
    addEventListener('keydown', hear)
    const press = (target: Element, init: KeyboardEventInit) =>
      target.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, composed: true, ...init }))
    const input = root(element).querySelector('input')!

    press(input, { key: 'd' })
    press(input, { key: '/' })
    press(input, { key: 'k', ctrlKey: true })
    press(input, { key: 'Escape' })
    press(root(element).querySelector('button')!, { key: 'j' })

    removeEventListener('keydown', hear)
    expect(heard).to.deep.equal(['k', 'Escape', 'j'])
  })

  it('hands the focus to the successor of an element that is replaced', async () => {
    const element = await open(['a', 'b', 'c'])
    await focusFollowed(root(element).querySelectorAll('button')[1]!)

    element.names = ['a', 'bb', 'c']
    await eventually(() => focused(element) === 'bb')
    element.names = ['a', 'c']
    await eventually(() => focused(element) === 'c')
    element.names = ['a']
    await eventually(() => focused(element) === 'a')
    element.names = []

    await eventually(() => document.activeElement === element)
  })

  it('leaves the focus where the reader moved it', async () => {
    const element = await open(['a', 'b'])
    const button = root(element).querySelector('button')!
    await focusFollowed(button)
    button.blur()
    await new Promise(requestAnimationFrame)

    element.names = []
    await element.updateComplete
    await new Promise(requestAnimationFrame)
    await new Promise(requestAnimationFrame)

    expect(document.activeElement).to.equal(document.body)
  })
})
