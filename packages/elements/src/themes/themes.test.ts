import { expect, fixture } from '@open-wc/testing'
import { html, LitElement } from 'lit'
import { contrast } from '../../test/contrast.ts'
import { host } from '../styles/host.ts'
import { lateTokens } from '../styles/late-tokens.ts'

class TestThemed extends LitElement {
  static override styles = [host, lateTokens]
  override render() {
    return html`<div class="root"></div>`
  }
}
customElements.define('test-themed', TestThemed)

const modules = '../../node_modules'
const themes = {
  bootstrap: [`${modules}/bootstrap/dist/css/bootstrap.css`, './bootstrap.css'],
  tailwind: [`${modules}/tailwindcss/theme.css`, './tailwind.css'],
}

/** The text and the ground that must contrast, and by how much (WCAG 2.2, 1.4.3 and 1.4.11). */
const pairs: readonly (readonly [string, string, number])[] = [
  ...['text', 'muted', 'accent-text', 'danger'].flatMap((text) =>
    ['surface', 'raised', 'sunken'].map((ground) => [text, ground, 4.5] as const),
  ),
  ...['danger', 'warning', 'success'].map((tone) => [tone, `${tone}-soft`, 4.5] as const),
  ['on-accent', 'accent', 4.5],
  ['focus', 'surface', 3],
]

for (const [name, files] of Object.entries(themes)) {
  describe(`the map for ${name}`, () => {
    const sheet = new CSSStyleSheet()
    before(async () => {
      const texts = await Promise.all(
        files.map(async (file) => (await fetch(new URL(file, import.meta.url))).text()),
      )
      // Tailwind's own compiler writes the theme's variables to the root.
      sheet.replaceSync(texts.join('\n').replace(/@theme[^{]*\{/g, ':root {'))
      document.adoptedStyleSheets.push(sheet)
    })
    after(() => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet)
    })

    for (const scheme of ['light', 'dark']) {
      it(`gives legible text in a ${scheme} part of the page`, async () => {
        const element = await fixture<TestThemed>(html`
          <div data-bs-theme=${scheme} style="color-scheme: ${scheme}">
            <test-themed></test-themed>
          </div>
        `)
        const root = element.querySelector('test-themed')!.shadowRoot!.querySelector('div')!
        const color = (token: string) => {
          root.style.outlineColor = `var(--_${token})`
          return getComputedStyle(root).outlineColor
        }
        for (const [text, ground, least] of pairs) {
          const found = contrast(color(text), color(ground))
          expect(found, `${text} on ${ground}: ${found.toFixed(2)}`).to.be.at.least(least)
        }
        // Neither accent of the defaults, so the map is in force.
        expect(color('accent')).to.not.be.oneOf(['rgb(36, 87, 214)', 'rgb(140, 176, 255)'])
      })
    }
  })
}
