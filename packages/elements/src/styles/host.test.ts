import { expect, fixture } from '@open-wc/testing'
import { html, LitElement } from 'lit'
import { host } from './host.ts'

class TestGround extends LitElement {
  static override styles = host
  override render() {
    return html`<div class="root"><p>Text</p></div>`
  }
}
customElements.define('test-ground', TestGround)

/** Everything that CSS hands down and a page sets for its own text. */
const handedDown: Record<string, string> = {
  '-webkit-text-fill-color': 'transparent',
  '-webkit-text-stroke': '3px red',
  'border-collapse': 'collapse',
  'border-spacing': '20px',
  'caption-side': 'bottom',
  color: 'red',
  'font-kerning': 'none',
  'font-size': '40px',
  'font-style': 'italic',
  'font-variant': 'small-caps',
  'font-variant-numeric': 'oldstyle-nums',
  'font-weight': '900',
  hyphens: 'auto',
  'letter-spacing': '10px',
  'line-break': 'anywhere',
  'line-height': '4',
  'list-style-type': 'square',
  quotes: '"<" ">"',
  'tab-size': '20',
  'text-align': 'end',
  'text-align-last': 'center',
  'text-indent': '50px',
  'text-rendering': 'geometricPrecision',
  'text-shadow': '1px 1px red',
  'text-transform': 'uppercase',
  'text-underline-offset': '20px',
  'user-select': 'none',
  'white-space': 'pre',
  'word-break': 'break-all',
  'word-spacing': '20px',
  'writing-mode': 'vertical-rl',
}

const styleOf = (parent: HTMLElement) =>
  getComputedStyle(parent.querySelector('test-ground')!.shadowRoot!.querySelector('p')!)

/** Puts the element into a part of the page that sets these properties. */
async function mount(style: Record<string, string>): Promise<HTMLElement> {
  const parentNode = document.createElement('div')
  for (const [name, value] of Object.entries(style)) parentNode.style.setProperty(name, value)
  await fixture(html`<test-ground></test-ground>`, { parentNode })
  return parentNode
}

describe('the ground of every element', () => {
  it('takes nothing of how the page sets its own text', async () => {
    const [plain, dressed] = [await mount({}), await mount(handedDown)]
    const through = Object.keys(handedDown).filter(
      (name) => styleOf(plain).getPropertyValue(name) !== styleOf(dressed).getPropertyValue(name),
    )

    expect(through).to.deep.equal([])
  })

  it('leaves to the page its font, its colour scheme and its pointer', async () => {
    const page = { 'font-family': 'Papyrus', 'color-scheme': 'dark', cursor: 'wait' }
    const parent = await mount(page)

    for (const [name, value] of Object.entries(page))
      expect(styleOf(parent).getPropertyValue(name), name).to.equal(value)
  })

  it('is hidden in a drawer that is, and takes no click where its parent takes none', async () => {
    const parent = await mount({ visibility: 'hidden', 'pointer-events': 'none' })

    expect(styleOf(parent).visibility).to.equal('hidden')
    expect(styleOf(parent).pointerEvents).to.equal('none')
  })

  it('goes away with the attribute hidden', async () => {
    const parent = await mount({})
    const element = parent.querySelector('test-ground')!
    element.toggleAttribute('hidden', true)

    expect(getComputedStyle(element).display).to.equal('none')
  })
})
