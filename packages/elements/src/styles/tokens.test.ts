import { expect, fixture } from '@open-wc/testing'
import { html, LitElement } from 'lit'
import { contrast } from '../../test/contrast.ts'
import { buttonStyles } from '../primitives/button/button.styles.ts'
import { controlStyles } from '../primitives/field/control.styles.ts'
import { icon } from '../primitives/icon/icon.ts'
import { x } from '../primitives/icon/later-icons.ts'
import { host } from './host.ts'

class TestSample extends LitElement {
  static override styles = [host, buttonStyles, controlStyles]
  override render() {
    return html`<div class="root">
      <button class="button quiet">Reset</button>
      <button class="button square" aria-label="Remove">${icon(x)}</button>
      <input class="control" aria-label="Customer" />
      <select class="control" aria-label="Order">
        <option>Newest first</option>
      </select>
      <h2>Registrations</h2>
    </div>`
  }
}
customElements.define('test-sample', TestSample)

async function sample(variables: Record<string, string>, scheme = 'light') {
  const element = await fixture<TestSample>(html`<test-sample></test-sample>`)
  element.style.colorScheme = scheme
  for (const [name, value] of Object.entries(variables)) {
    element.style.setProperty(`--prm-${name}`, value)
  }
  const part = (selector: string) => element.shadowRoot!.querySelector<HTMLElement>(selector)!
  /** The colour that a private token stands for. */
  const color = (name: string) => {
    const root = part('.root')
    root.style.outlineColor = `var(--_${name})`
    return getComputedStyle(root).outlineColor
  }
  return { element, part, color }
}

/** Brand colours around the wheel, from black over loud and pale ones to white. */
const brands = [
  ...['#000000', '#ffffff', '#ffd400', '#00ff00', '#00ffff', '#ff00ff', '#0000ff', '#ff0000'],
  ...Array.from({ length: 12 }, (_, step) => `hsl(${step * 30} 100% 50%)`),
  ...Array.from({ length: 12 }, (_, step) => `hsl(${step * 30} 60% 85%)`),
  ...Array.from({ length: 12 }, (_, step) => `hsl(${step * 30} 80% 20%)`),
]

describe('design tokens', () => {
  for (const scheme of ['light', 'dark']) {
    it(`keep text in the accent and the focus ring legible on any brand colour, ${scheme}`, async () => {
      const { element, part, color } = await sample({}, scheme)
      for (const brand of brands) {
        element.style.setProperty('--prm-color-accent', brand)
        const text = getComputedStyle(part('.quiet')).color
        for (const ground of ['surface', 'raised', 'sunken', 'accent-soft']) {
          const found = contrast(text, color(ground))
          expect(found, `${brand} on ${ground}: ${found.toFixed(2)}`).to.be.at.least(4.5)
        }
        expect(contrast(color('focus'), color('surface')), brand).to.be.at.least(3)
      }
    })
  }

  it('give buttons, fields and choices in a row one height, never under 24 pixels', async () => {
    const { element, part } = await sample({ 'control-height': '52px' })
    const heights = () =>
      ['.button', '.square', 'input', 'select'].map(
        (name) => part(name).getBoundingClientRect().height,
      )
    expect(heights()).to.deep.equal([52, 52, 52, 52])

    for (const [height, size] of [
      ['10px', '15px'],
      ['28px', '15px'],
      ['36px', '12px'],
      ['28px', '30px'],
    ]) {
      element.style.cssText = `--prm-control-height: ${height}; --prm-font-size: ${size}`
      const [one = 0, ...others] = heights()

      expect(one, `${height} at ${size}`).to.be.at.least(24)
      for (const other of others) expect(other, `${height} at ${size}`).to.be.closeTo(one, 0.5)
      expect(part('.square').getBoundingClientRect().width).to.be.closeTo(one, 0.5)
    }
  })

  it('let buttons, outlines and headings leave the common look', async () => {
    const { part } = await sample({
      ...{ radius: '2px', 'button-radius': '20px', 'border-width': '3px' },
      'font-heading': 'Georgia, serif',
    })

    expect(getComputedStyle(part('.button')).borderRadius).to.equal('20px')
    expect(getComputedStyle(part('input')).borderRadius).to.equal('2px')
    expect(getComputedStyle(part('input')).borderInlineStartWidth).to.equal('3px')
    expect(getComputedStyle(part('h2')).fontFamily).to.equal('Georgia, serif')
  })
})
