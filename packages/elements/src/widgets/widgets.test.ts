import { expect } from '@open-wc/testing'
import { createMock, refuse, type Fault, type Mock } from '@prmkit/mock'
import { eventually } from '../../test/eventually.ts'
import { show } from '../../test/mount.ts'
import { PortalElement } from '../base/portal-element.ts'
import { createPartnerPortal } from './portal/define.ts'
import * as elements from '../index.ts'

/** The tags of the widgets that show something without being told its id or words. */
const tags = Object.values(elements)
  .filter((one) => typeof one === 'function' && one.prototype instanceof PortalElement)
  .map((widget) => customElements.getName(widget as CustomElementConstructor)!)
  .filter((tag) => !['prm-article', 'prm-asset', 'prm-search-box'].includes(tag))
/** Of those, the ones that fetch everything anew once the stream begins; a page of a list is as new as its place. */
const anew = ['certificates', 'content-library', 'knowledge-base', 'leaderboard', 'tier-progress']
/** The paths that a widget asks for after it was loaded, but for the user and the stream. */
const isContent = ({ url }: Request) => !/\/v1\/(events|me|sessions)\b/.test(url)

describe('all widgets on one page', () => {
  let mock: Mock
  let rejected: unknown[]
  const note = ({ reason }: PromiseRejectionEvent) => void rejected.push(reason)

  /** All widgets with their content, on top of each other, since below the screen none follows changes. */
  const open = async (fault: Fault) => {
    mock = createMock()
    let isLoaded = false
    const portal = createPartnerPortal({
      baseUrl: mock.baseUrl,
      locale: 'en',
      fetchToken: mock.fetchToken,
      fetch: (request: Request) =>
        isLoaded && isContent(request)
          ? fault(request, () => mock.fetch(request))
          : mock.fetch(request),
    })
    const page = document.createElement('main')
    const widgets = tags.map((tag) => portal.create(tag as 'prm-deal-list') as PortalElement)
    for (const widget of widgets) widget.style.cssText = 'position: absolute; inset: 0'
    page.append(...widgets)
    await show(page)
    await eventually(() => widgets.every(({ state }) => state === 'ready'))
    isLoaded = true
    return widgets
  }

  beforeEach(() => {
    rejected = []
    addEventListener('unhandledrejection', note)
  })
  afterEach(() => {
    removeEventListener('unhandledrejection', note)
    mock.close()
  })

  it('keep their content where changes cannot be fetched, and say so', async () => {
    const widgets = await open(refuse('forbidden'))
    const asking = widgets.filter(({ localName }) => anew.includes(localName.slice(4)))

    await eventually(() => asking.every(({ state }) => state === 'degraded'))

    for (const { loaded, localName } of widgets) expect(loaded, localName).to.equal(true)
    expect(rejected).to.deep.equal([])
  })

  it('leave it in the middle of their requests without an error', async () => {
    const held = new Map<string, () => void>()
    const widgets = await open(async ({ url }, next) => {
      await new Promise<void>((answer) => held.set(new URL(url).pathname, answer))
      return next()
    })
    await eventually(() => held.size >= anew.length)

    for (const widget of widgets) widget.remove()
    for (const answer of held.values()) answer()
    // A promise is reported once the task is over in which it failed.
    for (let task = 0; task < 5; task++) await new Promise((done) => setTimeout(done))
    expect(rejected).to.deep.equal([])
  })
})
