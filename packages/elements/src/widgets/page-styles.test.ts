import { expect } from '@open-wc/testing'
import { createMock, type Mock } from '@prmkit/mock'
import { eventually } from '../../test/eventually.ts'
import { show } from '../../test/mount.ts'
import type { PortalElement } from '../base/portal-element.ts'
import { toast } from '../primitives/toast/toast.ts'
import { createPartnerPortal } from './portal/define.ts'
import '../index.ts'

const tags = {
  'prm-announcements': {},
  'prm-article': { 'article-id': 'reset-logger' },
  'prm-asset': { 'asset-id': 'leak-detection-deck' },
  'prm-certificates': {},
  'prm-content-library': {},
  'prm-deal-form': {},
  'prm-deal-list': {},
  'prm-knowledge-base': {},
  'prm-leaderboard': {},
  'prm-search-box': {},
  'prm-tier-progress': {},
  'prm-training-tracker': {},
} as Record<string, Record<string, string>>

/** Properties that CSS hands down, each with a value that no element has by itself. */
const handedDown: Record<string, string> = {
  '-webkit-text-fill-color': 'rgb(1, 2, 3)',
  '-webkit-text-stroke-width': '3px',
  'accent-color': 'rgb(1, 2, 3)',
  'border-collapse': 'collapse',
  'border-spacing': '21px',
  'caption-side': 'bottom',
  'caret-color': 'rgb(1, 2, 3)',
  color: 'rgb(1, 2, 3)',
  'empty-cells': 'hide',
  fill: 'rgb(1, 2, 3)',
  'font-feature-settings': '"smcp"',
  'font-kerning': 'none',
  'font-size': '41px',
  'font-size-adjust': '0.9',
  'font-stretch': '200%',
  'font-style': 'italic',
  'font-synthesis': 'none',
  'font-variant': 'small-caps',
  'font-variation-settings': '"wght" 900',
  'font-weight': '950',
  hyphens: 'auto',
  'image-rendering': 'pixelated',
  'letter-spacing': '11px',
  'line-break': 'anywhere',
  'line-height': '99px',
  'list-style-position': 'inside',
  'list-style-type': 'square',
  orphans: '7',
  'paint-order': 'stroke',
  quotes: '"<" ">"',
  stroke: 'rgb(1, 2, 3)',
  'stroke-width': '9px',
  'tab-size': '20',
  'text-align': 'justify',
  'text-align-last': 'center',
  'text-emphasis-style': '"x"',
  'text-indent': '51px',
  'text-rendering': 'geometricPrecision',
  'text-shadow': 'rgb(1, 2, 3) 1px 1px 0px',
  'text-transform': 'uppercase',
  'text-underline-offset': '21px',
  'text-underline-position': 'under',
  'text-wrap': 'balance',
  'user-select': 'none',
  'white-space': 'pre',
  widows: '7',
  'word-break': 'break-all',
  'word-spacing': '21px',
  'writing-mode': 'vertical-rl',
}

/** Every element below this one, also in shadow roots, in the order of the document. */
function* below(node: Element | ShadowRoot): Generator<Element> {
  for (const child of node.children) {
    yield child
    if (child.shadowRoot) yield* below(child.shadowRoot)
    yield* below(child)
  }
}

const pathOf = (element: Element) =>
  `${element.localName}.${element.getAttribute('class') ?? ''} in ${(element.getRootNode() as ShadowRoot).host?.localName}`

describe('a page that dresses its own text', () => {
  let mock: Mock
  beforeEach(() => (mock = createMock()))
  afterEach(() => mock.close())

  for (const [tag, attributes] of Object.entries(tags))
    it(`changes nothing within ${tag} and its toast`, async () => {
      const portal = createPartnerPortal({
        ...{ baseUrl: mock.baseUrl, locale: 'en', fetchToken: mock.fetchToken, fetch: mock.fetch },
      })
      const make = () => {
        const widget = portal.create(tag as 'prm-deal-list') as PortalElement
        for (const [name, value] of Object.entries(attributes)) widget.setAttribute(name, value)
        return widget
      }
      const widgets = [make(), make()]
      const main = document.createElement('main')
      const [plain, dressed] = widgets.map((widget) => {
        const part = document.createElement('div')
        part.append(widget)
        main.append(part)
        return part
      })
      for (const [name, value] of Object.entries(handedDown))
        dressed!.style.setProperty(name, value)
      await show(main)
      await eventually(() => widgets.every(({ state }) => state === 'ready'))
      for (const widget of widgets) {
        const root = widget.shadowRoot!.querySelector('.root')!
        toast(root, { text: 'Done.', closeLabel: 'Close', duration: 1e9 })
      }
      await Promise.all(widgets.map((widget) => widget.updateComplete))

      const page = getComputedStyle(dressed!)
      const differing = Object.keys(handedDown).filter(
        (name) => page.getPropertyValue(name) !== getComputedStyle(plain!).getPropertyValue(name),
      )
      expect(differing.length).to.be.greaterThan(30)
      /** The elements below a part that have the page's value of a property. */
      const wearing = (part: Element) =>
        [...below(part)]
          .filter((element) => element.getRootNode() !== document)
          .flatMap((element) => {
            const style = getComputedStyle(element)
            return differing
              .filter((name) => style.getPropertyValue(name) === page.getPropertyValue(name))
              .map((name) => `${name} of ${pathOf(element)}`)
          })
      const own = new Set(wearing(plain!))
      const through = new Set(wearing(dressed!).filter((one) => !own.has(one)))
      expect([...through].join('; ')).to.equal('')
    })
})
