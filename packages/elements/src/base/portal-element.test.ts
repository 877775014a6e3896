import { expect, nextFrame } from '@open-wc/testing'
import { languageTag } from '@prmkit/contract/rules'
import { html, type TemplateResult } from 'lit'
import { find, portalOver, show, textIn, until, type Backend } from '../../test/mount.ts'
import { catalog } from '../locales/common/catalog.ts'
import type { messages } from '../locales/common/en.ts'
import { buttonStyles } from '../primitives/button/button.styles.ts'
import { frameStyles } from '../primitives/frame/frame.styles.ts'
import { frame } from '../primitives/frame/frame.ts'
import { host } from '../styles/host.ts'
import '../widgets/portal/define.ts'
import { PortalElement, type WidgetState } from './portal-element.ts'
import type { Client } from './portal.ts'

class Vendor extends PortalElement<typeof messages> {
  static override catalog = catalog
  static override styles = [host, buttonStyles, frameStyles]

  next: WidgetState = 'ready'
  broken = false
  loads = 0
  cleared = 0
  watching: AbortSignal | undefined
  #name = ''

  protected override async load(client: Client, signal: AbortSignal) {
    this.loads += 1
    this.#name = (await client.discovery.get({}, { signal })).vendor.name
    return this.next
  }

  protected override watch(_client: Client, signal: AbortSignal) {
    this.watching = signal
  }

  protected override clear() {
    this.cleared += 1
    this.#name = ''
  }

  override render(): TemplateResult {
    return frame(this, () => {
      if (this.broken) throw new Error('broken')
      return html`<h2>${this.#name}</h2>`
    })
  }
}
customElements.define('test-vendor', Vendor)

const vendor: Backend = () => Response.json({ vendor: { name: 'Acme' } })
const refusal = (code: string, status: number): Response =>
  Response.json(
    { code, status, title: code },
    {
      status,
      headers: { 'content-type': 'application/problem+json', 'request-id': 'req-7' },
    },
  )

const make = (backend: Backend, options = {}) => {
  const portal = portalOver(backend, options)
  return { portal, widget: Object.assign(new Vendor(), { portal }) }
}

describe('a widget', () => {
  it('goes from loading to ready', async () => {
    const { widget } = make(vendor)

    await show(widget)
    expect(textIn(find(widget, '[role=status]'))).to.equal('Loading…')
    await until(widget, 'ready')

    expect(textIn(find(widget, 'h2'))).to.equal('Acme')
    expect(widget.matches(':state(ready)')).to.equal(true)
    await expect(widget).to.be.accessible()
  })

  it('finds its portal through shadow roots', async () => {
    const outer = document.createElement('div')
    outer.attachShadow({ mode: 'open' }).append(new Vendor())
    const portal = Object.assign(document.createElement('prm-portal'), {
      baseUrl: 'https://backend.example',
      fetchToken: async () => 'token',
      fetch: vendor,
    })
    portal.append(outer)

    await show(portal)
    const widget = outer.shadowRoot!.firstElementChild as Vendor
    await until(widget, 'ready')

    expect(widget.portal).to.equal(portal.portal)
  })

  it('says where it belongs when it stands in no portal', async () => {
    const widget = new Vendor()

    await show(widget)
    await until(widget, 'error')

    expect(String(widget.error)).to.contain('Put it inside <prm-portal>')
  })

  it('warns the developer, once, of what is wrong with the page', async () => {
    const { warn } = console
    const warnings: string[] = []
    console.warn = (text: string) => warnings.push(text)
    const unsaid = { baseUrl: undefined }

    for (const { widget } of [make(vendor, unsaid), make(vendor, unsaid)]) {
      await show(widget)
      await until(widget, 'error')
    }
    console.warn = warn

    expect(warnings).to.deep.equal([
      '<test-vendor>: The portal has no base-url, the address of the backend. Write it as an attribute: server rendering drops properties.',
    ])
  })

  it('shows what went wrong with the id for support, and loads again on request', async () => {
    let answer: Backend = () => refusal('forbidden', 403)
    const { widget, portal } = make((request) => answer(request))
    const told: unknown[] = []
    portal.on('prm-load-error', (event) => told.push(event.error))

    await show(widget)
    await until(widget, 'error')
    expect(textIn(find(widget, '[role=alert]'))).to.contain('You do not have access')
    expect(textIn(find(widget, '[role=alert]'))).to.contain('Reference: req-7')
    expect(told).to.deep.equal([widget.error])
    await expect(widget).to.be.accessible()
    answer = vendor
    find(widget, 'button').click()
    await until(widget, 'ready')

    expect(textIn(find(widget, 'h2'))).to.equal('Acme')
  })

  it('tries again by itself what may work later', async () => {
    let answer: Backend = () => refusal('unavailable', 503)
    const { widget } = make((request) => answer(request))
    await show(widget)
    await until(widget, 'error')

    answer = vendor
    await until(widget, 'ready')

    expect(textIn(find(widget, 'h2'))).to.equal('Acme')
    expect(widget.error).to.equal(undefined)
  }).timeout(30_000)

  it('keeps its content on screen when it fails later', async () => {
    let answer = vendor
    const { widget } = make((request) => answer(request))
    await show(widget)
    await until(widget, 'ready')

    answer = () => refusal('forbidden', 403)
    await widget.reload()
    await until(widget, 'error')

    expect(textIn(find(widget, 'h2'))).to.equal('Acme')
    expect(textIn(find(widget, '[role=alert]'))).to.contain('You do not have access')
  })

  it('says that it is offline and goes on when the connection is back', async () => {
    const { widget } = make(vendor)
    await show(widget)
    await until(widget, 'ready')

    window.dispatchEvent(new Event('offline'))
    await until(widget, 'offline')
    expect(textIn(find(widget, '.note'))).to.contain('You are offline')
    expect(textIn(find(widget, 'h2'))).to.equal('Acme')
    window.dispatchEvent(new Event('online'))
    await until(widget, 'ready')

    expect(widget.shadowRoot?.querySelector('.note')).to.equal(null)
  })

  it('lets the page replace what it shows in a state', async () => {
    const { widget } = make(vendor)
    widget.next = 'empty'
    widget.innerHTML = '<p slot="empty">Nothing, yet</p>'

    await show(widget)
    await until(widget, 'empty')

    const slot = find<HTMLSlotElement>(widget, 'slot[name=empty]')
    expect(slot.assignedElements().map(textIn)).to.deep.equal(['Nothing, yet'])
  })

  it('waits off screen, and stops what runs when it leaves the screen', async () => {
    const { widget } = make(vendor)
    const far = document.createElement('div')
    far.style.cssText = 'padding-block-start: 5000px'
    far.append(widget)
    await show(far)
    await nextFrame()
    await nextFrame()
    expect(widget.loads).to.equal(0)

    widget.scrollIntoView()
    await until(widget, 'ready')
    const { watching } = widget
    expect(watching?.aborted).to.equal(false)
    const gone = new Promise((done) => watching?.addEventListener('abort', done))
    window.scrollTo(0, 0)

    await gone
  })

  describe('on the next visit to a page', () => {
    const heightOf = ({ shadowRoot }: HTMLElement) =>
      (shadowRoot!.firstElementChild as HTMLElement).offsetHeight
    const unanswered: Backend = () => new Promise(() => {})

    const visitBefore = async (height: string) => {
      const { widget } = make(vendor)
      await show(widget)
      await until(widget, 'ready')
      ;(widget.shadowRoot!.firstElementChild as HTMLElement).style.height = height
      window.dispatchEvent(new Event('pagehide'))
      widget.remove()
    }
    afterEach(() => sessionStorage.clear())

    it('takes the height of its content, not the room that the page gave it', async () => {
      const { widget } = make(vendor)
      widget.style.setProperty('--prm-reserve', '555px')
      await show(widget)
      await until(widget, 'ready')
      expect(widget.offsetHeight).to.equal(555)
      window.dispatchEvent(new Event('pagehide'))

      const next = make(vendor).widget
      await show(next)
      await until(next, 'ready')

      expect(next.offsetHeight).to.equal(heightOf(next))
    })

    it('takes that height while it loads', async () => {
      await visitBefore('777px')

      const { widget } = make(unanswered)
      await show(widget)

      expect(widget.offsetHeight).to.equal(777)
    })

    it('keeps no more than a screen of it where its content turns out lower', async () => {
      await visitBefore('5000px')

      const { widget } = make(vendor)
      await show(widget)
      expect(widget.offsetHeight).to.equal(5000)
      await until(widget, 'ready')

      expect(widget.offsetHeight).to.equal(window.innerHeight)
    })

    it('only grows where its tag stood in the page before its code came', async () => {
      await visitBefore('400px')
      class Later extends Vendor {}
      const { portal } = make(unanswered)
      const tag = 'test-vendor'
      const key = Object.keys(sessionStorage).find((one) => one.includes(tag)) ?? ''
      sessionStorage.setItem(key.replace(tag, 'test-vendor-later'), '400px')
      const widget = Object.assign(document.createElement('test-vendor-later'), { portal })
      widget.style.setProperty('--prm-reserve', '600px')
      await show(widget)

      customElements.define('test-vendor-later', Later)
      await nextFrame()

      expect(widget.offsetHeight).to.equal(600)
    })
  })

  it('forgets at log-out the heights of this and other pages', async () => {
    const { widget, portal } = make(vendor)
    await show(widget)
    await until(widget, 'ready')
    sessionStorage.setItem('prm-height prm-deal-list 900 /deals', '900px')

    await portal.logout()
    window.dispatchEvent(new Event('pagehide'))

    expect(Object.keys(sessionStorage)).to.deep.equal([])
  })

  it('does not load again when it is moved', async () => {
    const { widget } = make(vendor)
    await show(widget)
    await until(widget, 'ready')

    widget.parentElement?.append(widget)
    expect(widget.watching?.aborted).to.equal(true)
    while (widget.watching?.aborted) await nextFrame()

    expect(widget.loads).to.equal(1)
    expect(widget.state).to.equal('ready')
  })

  it('never throws into the page', async () => {
    const { widget } = make(vendor)
    const thrown: Event[] = []
    const note = (event: Event) => thrown.push(event)
    window.addEventListener('error', note)
    window.addEventListener('unhandledrejection', note)
    widget.broken = true

    await show(widget)
    await until(widget, 'error')
    await nextFrame()

    expect(thrown).to.deep.equal([])
    expect(find(widget, '[role=alert]')).to.exist
    window.removeEventListener('error', note)
    window.removeEventListener('unhandledrejection', note)
  })

  it('forgets everything at log-out and starts over at the next sign-in', async () => {
    const seen: string[] = []
    const { widget, portal } = make((request) => {
      seen.push(request.method)
      return vendor(request)
    })
    let deleted = 0
    portal.onLogout(() => (deleted += 1))
    await show(widget)
    await until(widget, 'ready')

    await portal.logout()
    await until(widget, 'empty')
    expect(textIn(find(widget, '.blank'))).to.contain('You are signed out. Load this page again')
    expect([widget.cleared, deleted, widget.client]).to.deep.equal([1, 1, undefined])
    portal.update({ fetchToken: async () => 'another' })
    await until(widget, 'ready')

    expect(widget.loads).to.equal(2)
  })
})

/** A browser that was started without a locale says “C”, which is no language. */
const browserLanguage = languageTag(navigator.language) ?? 'en'

describe('the language of a widget', () => {
  it('is its own, else the portal’s, else the nearest ancestor’s', async () => {
    const { widget, portal } = make(vendor, { locale: undefined })
    const around = document.createElement('div')
    around.lang = 'ar'
    const shadowed = document.createElement('div')
    shadowed.attachShadow({ mode: 'open' }).append(widget)
    around.append(shadowed)
    await show(around)
    await until(widget, 'ready')
    expect(widget.locale).to.equal('ar')

    portal.update({ locale: 'de' })
    expect(widget.locale).to.equal('de')
    widget.lang = 'en-GB'
    await nextFrame()

    expect(widget.locale).to.equal('en-GB')
  })

  it('is understood as pages and operating systems write it', async () => {
    const { widget, portal } = make(vendor, { locale: 'de_AT.UTF-8' })
    await show(widget)
    await until(widget, 'ready')
    expect([widget.locale, widget.language]).to.deep.equal(['de-AT', 'de'])

    portal.update({ locale: 'ar_EG' })
    expect(widget.locale).to.equal('ar-EG')
  })

  it('passes over what names no language, to the nearest ancestor and then the browser', async () => {
    const { widget, portal } = make(vendor, { locale: 'auto' })
    const [near, far] = [document.createElement('div'), document.createElement('div')]
    near.lang = 'german'
    far.lang = 'de'
    near.append(widget)
    far.append(near)
    await show(far)
    await until(widget, 'ready')
    expect(widget.locale).to.equal('de')

    far.lang = 'x-default'
    portal.update({ locale: '' })
    await nextFrame()
    expect(widget.locale).to.equal(languageTag(document.documentElement.lang) ?? browserLanguage)
  })

  it('follows a change around it, through shadow roots, with texts and direction', async () => {
    const { widget } = make(vendor, { locale: undefined })
    widget.next = 'empty'
    const around = document.createElement('div')
    around.lang = 'de'
    around.append(widget)
    await show(around)
    await until(widget, 'empty')
    expect(textIn(find(widget, '.blank'))).to.equal('Hier ist noch nichts.')

    around.lang = 'ar'
    await nextFrame()
    await widget.updateComplete
    while (widget.language !== 'ar') await nextFrame()
    await until(widget, 'empty')

    expect(find(widget, '.root').dir).to.equal('rtl')
    expect(textIn(find(widget, '.blank'))).to.equal('لا يوجد شيء هنا بعد.')
  })

  it('takes the host’s own wording', async () => {
    const { widget } = make(vendor, { messages: { empty: 'Nope.' } })
    widget.next = 'empty'

    await show(widget)
    await until(widget, 'empty')

    expect(textIn(find(widget, '.blank'))).to.equal('Nope.')
  })

  it('survives a locale that is none', async () => {
    const { widget } = make(vendor, { locale: 'not a locale' })

    await show(widget)
    await until(widget, 'ready')

    expect(widget.locale).to.equal(browserLanguage)
  })
})
