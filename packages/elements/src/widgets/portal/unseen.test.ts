import { expect, nextFrame, waitUntil } from '@open-wc/testing'
import { html, type TemplateResult } from 'lit'
import { find, portalOver, show, textIn, until, type Backend } from '../../../test/mount.ts'
import { PortalElement } from '../../base/portal-element.ts'
import type { Client } from '../../base/portal.ts'
import { catalog } from '../../locales/common/catalog.ts'
import { buttonStyles } from '../../primitives/button/button.styles.ts'
import { dialogStyles } from '../../primitives/dialog/dialog.styles.ts'
import { dialog } from '../../primitives/dialog/dialog.ts'
import { frameStyles } from '../../primitives/frame/frame.styles.ts'
import { frame } from '../../primitives/frame/frame.ts'
import { host } from '../../styles/host.ts'
import type { PartnerPortal } from './partner-portal.ts'
import './define.ts'

class Secret extends PortalElement {
  static override catalog = catalog
  static override styles = [host, buttonStyles, frameStyles, dialogStyles]
  name = ''
  loads = 0
  open = false

  protected override async load(client: Client, signal: AbortSignal) {
    this.loads += 1
    this.name = (await client.me.get({}, { signal })).user.name
  }
  protected override clear() {
    this.name = ''
  }
  override render(): TemplateResult {
    return frame(
      this,
      () =>
        html`<h2>${this.name}</h2>
          <div class="scroller" tabindex="0">${'row '.repeat(2000)}</div>
          <input aria-label="Message" />
          ${dialog({
            open: this.open,
            heading: 'Reason',
            closeLabel: 'Close',
            content: html`<textarea aria-label="Reason"></textarea>`,
            onClose: () => (this.open = false),
          })}`,
    )
  }
}
customElements.define('test-secret', Secret)

/** A widget that shows another one inside. */
class Outer extends Secret {
  override render(): TemplateResult {
    return frame(this, () => html`<test-secret></test-secret>`)
  }
}
customElements.define('test-outer', Outer)

const refusal = (status: number): Response =>
  Response.json(
    { code: status === 401 ? 'token-invalid' : 'unavailable', status },
    { status, headers: { 'content-type': 'application/problem+json' } },
  )

/** Somebody at a computer: who is signed in, at the site and at the backend. */
function desk() {
  const seat = {
    user: 'ada' as string | undefined,
    /** Answers in place of the site, with a status or as a lost connection. */
    site: undefined as number | 'lost' | undefined,
    /** Puts the site's status where some libraries do. */
    wrapped: false,
    backend: undefined as number | 'lost' | undefined,
    /** The tokens that the backend refuses. */
    refused: new Set<string>(),
    tokens: 0,
  }
  const answer: Backend = (request) => {
    const token = request.headers.get('authorization')?.replace('Bearer ', '') ?? ''
    if (seat.backend === 'lost') return Response.error()
    if (seat.backend) return refusal(seat.backend)
    if (seat.refused.has(token)) return refusal(401)
    const [id] = token.split('-')
    return Response.json({ user: { id, name: `Secrets of ${id}` }, partner: { id: 'north' } })
  }
  const portal = portalOver(answer, {
    fetchToken: async () => {
      if (seat.site === 'lost') throw new TypeError('Failed to fetch')
      const status = seat.site ?? (seat.user ? undefined : 401)
      const told = seat.wrapped ? { response: { status } } : { status }
      if (status) throw Object.assign(new Error(`answered ${status}`), told)
      return { token: `${seat.user}-${++seat.tokens}`, expiresAt: '2999-01-01T00:00:00Z' }
    },
  })
  return { seat, portal }
}

const turn = (type: 'pagehide' | 'pageshow') =>
  window.dispatchEvent(new PageTransitionEvent(type, { persisted: true }))

/** Leaves the page and comes back to it as it was. */
const goBack = async () => {
  turn('pagehide')
  await nextFrame()
  turn('pageshow')
}

const content = (widget: Element) => find<HTMLInputElement>(widget, 'input')
const isHidden = (widget: Element) => getComputedStyle(content(widget)).visibility === 'hidden'
const veil = (widget: Element) => widget.shadowRoot!.querySelector('.veil')
const patience = { timeout: 9000 }
const isShown = (widget: Element) =>
  waitUntil(() => !isHidden(widget) && !veil(widget), 'It stays hidden.', patience)
const says = (widget: Element, words: string) =>
  waitUntil(() => textIn(veil(widget)).includes(words), `It does not say “${words}”.`, patience)

/** A widget of the portal with something typed, the focus in it, and scrolled. */
async function typedIn(portal: PartnerPortal) {
  const widget = Object.assign(new Secret(), { portal })
  await show(widget)
  await until(widget, 'ready')
  // By itself, that code is loaded three seconds after a portal is there.
  await goBack()
  await isShown(widget)
  content(widget).value = 'Half a mess'
  content(widget).focus()
  content(widget).setSelectionRange(2, 4)
  const scroller = find(widget, '.scroller')
  scroller.style.cssText = 'block-size: 50px; overflow: auto'
  scroller.scrollTop = 77
  return { widget, input: content(widget), scroller }
}

/** Refuses the tokens that were handed out; whoever asks next learns of it. */
function refuse({ refused, tokens }: { refused: Set<string>; tokens: number }) {
  for (let count = 1; count <= tokens; count++) refused.add(`ada-${count}`)
}

describe('content of a user', () => {
  before(async function () {
    // Here the code comes as single modules.
    this.timeout(60_000)
    await import('./late-portal.ts')
  })

  it('is hidden when the page is left, and back as it was for the same user', async () => {
    const { portal } = desk()
    const { widget, input, scroller } = await typedIn(portal)

    turn('pagehide')
    await nextFrame()
    expect(isHidden(widget)).to.equal(true)
    expect(input.closest('[inert]')).to.exist
    turn('pageshow')
    await isShown(widget)

    expect(content(widget)).to.equal(input)
    expect([input.value, input.selectionStart, scroller.scrollTop]).to.deep.equal([
      'Half a mess',
      2,
      77,
    ])
    expect(widget.shadowRoot?.activeElement).to.equal(input)
    expect(input.closest('[inert]')).to.equal(null)
    expect(widget.loads).to.equal(1)
    portal.destroy()
  })

  it('cannot be shown by the page meanwhile, nor be reached by a key or a click', async () => {
    const { portal, seat } = desk()
    const { widget, input } = await typedIn(portal)
    widget.style.setProperty('visibility', 'visible', 'important')
    seat.site = 'lost'

    await goBack()
    await says(widget, 'could not be checked')
    input.focus()

    expect(isHidden(widget)).to.equal(true)
    expect(widget.shadowRoot?.activeElement).to.not.equal(input)
    await expect(widget).to.be.accessible()
    portal.destroy()
  })

  it('is destroyed when the page comes back to another user', async () => {
    const { portal, seat } = desk()
    const { widget, input } = await typedIn(portal)
    seat.user = 'eve'

    await goBack()
    await waitUntil(() => widget.name === 'Secrets of eve', 'Eve sees nothing.', patience)
    await until(widget, 'ready')

    expect(input.isConnected).to.equal(false)
    expect(content(widget).value).to.equal('')
    await isShown(widget)
    portal.destroy()
  })

  it('stays hidden when nobody is signed in any more, until the same user is', async () => {
    const { portal, seat } = desk()
    const { widget, input } = await typedIn(portal)
    seat.user = undefined

    await goBack()
    await says(widget, 'You are not signed in any more')
    seat.user = 'ada'
    window.dispatchEvent(new Event('focus'))
    await isShown(widget)

    expect([content(widget), input.value]).to.deep.equal([input, 'Half a mess'])
    portal.destroy()
  })

  it('stays hidden offline and says why, until the connection is back', async () => {
    const { portal, seat } = desk()
    const { widget, input } = await typedIn(portal)
    Object.defineProperty(navigator, 'onLine', { configurable: true, value: false })
    seat.site = 'lost'

    await goBack()
    await says(widget, 'You are offline')
    expect(isHidden(widget)).to.equal(true)
    Reflect.deleteProperty(navigator, 'onLine')
    seat.site = undefined
    window.dispatchEvent(new Event('online'))
    await isShown(widget)

    expect(content(widget)).to.equal(input)
    portal.destroy()
  })

  for (const [status, wrapped] of [
    [401, false],
    [403, false],
    [401, true],
  ] as const)
    it(`is hidden where the page’s site refuses a token with ${status}${wrapped ? ' in its response' : ''}, and back on request`, async () => {
      const { portal, seat } = desk()
      seat.wrapped = wrapped
      const { widget, input } = await typedIn(portal)
      refuse(seat)
      seat.site = status

      void widget.reload()
      await says(widget, 'You are not signed in any more')
      expect(isHidden(widget)).to.equal(true)
      expect(input.closest('[inert]')).to.exist
      seat.site = undefined
      ;(veil(widget)!.querySelector('button') as HTMLElement).click()
      await isShown(widget)
      await until(widget, 'ready')

      expect([content(widget), input.value]).to.deep.equal([input, 'Half a mess'])
      portal.destroy()
    })

  it('is hidden where the backend refuses the next token, too', async () => {
    const { portal, seat } = desk()
    const { widget } = await typedIn(portal)
    seat.backend = 401

    void widget.reload()
    await says(widget, 'You are not signed in any more')
    expect(isHidden(widget)).to.equal(true)
    seat.backend = undefined
    window.dispatchEvent(new Event('focus'))
    await isShown(widget)

    portal.destroy()
  })

  it('is destroyed where the next token is another user’s', async () => {
    const { portal, seat } = desk()
    const { widget, input } = await typedIn(portal)
    refuse(seat)
    seat.user = 'eve'
    let seen = ''
    portal.watch(() => (seen += input.isConnected && widget.name === 'Secrets of eve'))

    void widget.reload()
    await waitUntil(() => widget.name === 'Secrets of eve', 'Eve sees nothing.', patience)
    await until(widget, 'ready')

    expect(seen).to.not.contain('true')
    expect(content(widget).value).to.equal('')
    portal.destroy()
  })

  for (const failure of [502, 'lost'] as const)
    it(`stays in sight where site and backend fail with ${failure}`, async () => {
      const { portal, seat } = desk()
      const { widget, input } = await typedIn(portal)
      refuse(seat)
      Object.assign(seat, { site: failure })

      await widget.reload()
      await until(widget, 'error')
      expect(isHidden(widget)).to.equal(false)
      Object.assign(seat, { site: undefined, backend: failure })
      await widget.reload()
      await until(widget, 'error')

      expect([isHidden(widget), input.isConnected]).to.deep.equal([false, true])
      portal.destroy()
    }).timeout(40_000)

  it('is destroyed by a log-out while it is hidden', async () => {
    const { portal, seat } = desk()
    const { widget, input } = await typedIn(portal)
    seat.user = undefined
    await goBack()
    await says(widget, 'You are not signed in any more')

    await portal.logout()
    await until(widget, 'empty')

    expect([input.isConnected, veil(widget)]).to.deep.equal([false, null])
    expect(textIn(find(widget, '.blank'))).to.contain('You are signed out')
    await nextFrame()
    expect(getComputedStyle(find(widget, '.blank')).visibility).to.equal('visible')
    portal.destroy()
  })

  it('is hidden in a dialog, too, which keeps what was typed', async () => {
    const { portal, seat } = desk()
    const { widget } = await typedIn(portal)
    widget.open = true
    widget.requestUpdate()
    await waitUntil(() => widget.shadowRoot!.querySelector('dialog:modal'))
    const text = find<HTMLTextAreaElement>(widget, 'textarea')
    text.value = 'Because'
    text.focus()
    seat.site = 'lost'

    await goBack()
    await says(widget, 'could not be checked')
    expect(getComputedStyle(text).visibility).to.equal('hidden')
    const escape = new Event('cancel', { cancelable: true })
    find(widget, 'dialog').dispatchEvent(escape)
    expect(escape.defaultPrevented).to.equal(true)
    seat.site = undefined
    ;(veil(widget)!.querySelector('button') as HTMLElement).click()
    await isShown(widget)

    expect(find<HTMLDialogElement>(widget, 'dialog').open).to.equal(true)
    expect([text.value, widget.shadowRoot?.activeElement]).to.deep.equal(['Because', text])
    portal.destroy()
  })

  it('is spoken for by the outermost widget alone', async () => {
    const { portal, seat } = desk()
    const outer = Object.assign(new Outer(), { portal })
    await show(outer)
    await until(outer, 'ready')
    const inner = find<Secret>(outer, 'test-secret')
    inner.portal = portal
    await until(inner, 'ready')
    seat.site = 'lost'

    await goBack()
    await says(outer, 'could not be checked')

    expect([isHidden(inner), veil(inner)]).to.deep.equal([true, null])
    portal.destroy()
  })

  it('is told in the reader’s language why it is hidden', async () => {
    const { portal, seat } = desk()
    portal.update({ locale: 'de' })
    const { widget } = await typedIn(portal)
    seat.user = undefined

    await goBack()

    await says(widget, 'Sie sind nicht mehr angemeldet')
    portal.destroy()
  })

  it('goes in every portal of the backend when one logs out, without any stream', async () => {
    const { portal } = desk()
    const others = [desk(), desk()].map((one) => one.portal)
    const elsewhere = portalOver(() => Response.json({ user: { id: 'ada' } }), {
      baseUrl: 'https://another.example',
    })
    const widgets = []
    // In turn: to leave the page hides the content of every portal on it.
    for (const one of others) widgets.push(await typedIn(one))
    const { signal } = await elsewhere.client

    await portal.logout()
    for (const { widget } of widgets) await until(widget, 'empty')

    expect(widgets.map(({ input }) => input.isConnected)).to.deep.equal([false, false])
    expect(signal.aborted).to.equal(false)
    elsewhere.destroy()
  })
})
