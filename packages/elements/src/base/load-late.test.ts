import { expect } from '@open-wc/testing'
import { css, html, type TemplateResult } from 'lit'
import { eventually } from '../../test/eventually.ts'
import { find, portalOver, show, textIn } from '../../test/mount.ts'
import { loadLate } from './load-late.ts'
import { LocalElement } from './local-element.ts'
import type { Catalog } from './localize.ts'

const catalogOf = (name: string, german?: () => Promise<string>): Catalog => ({
  en: { [name]: `English ${name}` },
  locales: {
    de: async () => ({ messages: { [name]: german ? await german() : `Deutsch ${name}` } }),
    ar: async () => ({ messages: { [name]: `عربي ${name}` } }),
  },
})

const late = catalogOf('late')
const lateStyles = css`
  p {
    color: rgb(1, 2, 3);
  }
`

class Reader extends LocalElement {
  static override catalog = catalogOf('early')
  static override properties = { ...LocalElement.properties, keys: { attribute: false } }

  /** The keys of the texts to show. */
  declare keys: readonly string[]

  constructor() {
    super()
    this.keys = ['early']
  }

  override render(): TemplateResult {
    return html`<p>
      ${this.keys.map((key) => (this.t as (key: string) => string)(key)).join(', ')}
    </p>`
  }
}
customElements.define('test-reader', Reader)

const reading = (element: Reader) => textIn(find(element, 'p'))

async function reader(lang: string, portal?: ReturnType<typeof portalOver>): Promise<Reader> {
  const element = Object.assign(new Reader(), { lang, portal })
  await show(element)
  await element.updateComplete
  return element
}

async function load(element: Reader, catalog = late) {
  await loadLate(element, async () => ({ catalog, styles: lateStyles }))
  element.keys = ['early', Object.keys(catalog.en)[0]!]
  await element.updateComplete
}

describe('a file that is loaded late', () => {
  it('gives the element its texts and styles, and the caller its exports', async () => {
    const element = await reader('en')
    const file = await loadLate(element, async () => ({
      catalog: late,
      styles: [lateStyles],
      n: 7,
    }))
    element.keys = ['late']

    await eventually(() => reading(element) === 'English late')
    expect(file.n).to.equal(7)
    expect(getComputedStyle(find(element, 'p')).color).to.equal('rgb(1, 2, 3)')
  })

  it('adds its styles once', async () => {
    const element = await reader('en')
    await load(element)
    await load(element)

    expect(element.shadowRoot!.adoptedStyleSheets).to.have.lengthOf(1)
  })

  it('speaks the reader’s language as soon as it is loaded', async () => {
    const element = await reader('de')
    await load(element)

    await eventually(() => reading(element) === 'Deutsch early, Deutsch late')
  })

  it('changes its language with the element', async () => {
    const element = await reader('en')
    await load(element)
    element.lang = 'ar'

    await eventually(() => reading(element) === 'عربي early, عربي late')
  })

  it('has the last language where that changed while it was loaded', async () => {
    let answer = (_: string) => {}
    const slow = new Promise<string>((resolve) => (answer = resolve))
    const element = await reader('de')
    const loading = load(
      element,
      catalogOf('slow', () => slow),
    )
    element.lang = 'ar'
    await eventually(() => reading(element).startsWith('عربي'))
    answer('Deutsch slow')
    await loading

    await eventually(() => reading(element) === 'عربي early, عربي slow')
  })

  it('stays English where the file of its language is gone, beside texts that are there', async () => {
    const element = await reader('de')
    await load(
      element,
      catalogOf('lost', () => Promise.reject(new Error('gone'))),
    )

    await eventually(() => reading(element) === 'Deutsch early, English lost')
  })

  it('says what the page says instead', async () => {
    const messages = { late: 'Ours' }
    const element = await reader(
      'de',
      portalOver(() => Response.error(), { locale: 'de', messages }),
    )
    await load(element)

    await eventually(() => reading(element) === 'Deutsch early, Ours')
  })
})
