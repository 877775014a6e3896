import { fixture, html } from '@open-wc/testing'
import type { PortalElement, WidgetState } from '../src/base/portal-element.ts'
import { createPartnerPortal, type PartnerPortalOptions } from '../src/widgets/portal/define.ts'
import type { PartnerPortal } from '../src/widgets/portal/partner-portal.ts'

/** Answers a client as a backend would, without one. */
export type Backend = (request: Request) => Response | Promise<Response>

/** A portal whose backend is a function. */
export const portalOver = (backend: Backend, options: PartnerPortalOptions = {}): PartnerPortal =>
  createPartnerPortal({
    baseUrl: 'https://backend.example',
    fetchToken: async () => ({ token: 'token', expiresAt: '2999-01-01T00:00:00Z' }),
    fetch: backend,
    locale: 'en',
    ...options,
  })

/** Puts an element on the page and takes it away after the test. */
export const show = <T extends Element>(element: T): Promise<T> => fixture<T>(html`${element}`)

/** Waits until a widget stands in one of these states, and its update is on screen. */
export async function until(widget: PortalElement, ...states: WidgetState[]): Promise<void> {
  while (!states.includes(widget.state)) {
    await widget.updateComplete
    await new Promise((done) => requestAnimationFrame(done))
  }
  await widget.updateComplete
}

/** Waits until nothing moves or fades in any more; in between, colours are neither. */
export const still = (element: Element) =>
  Promise.all(element.getAnimations({ subtree: true }).map(({ finished }) => finished))

/** The text that a person reads in an element, one space between words. */
export const textIn = (element: Element | null | undefined): string =>
  (element?.textContent ?? '').replace(/\s+/g, ' ').trim()

/** Finds one element inside a shadow root, or fails with its selector. */
export function find<T extends Element = HTMLElement>(host: Element, selector: string): T {
  const found = host.shadowRoot?.querySelector<T>(selector)
  if (!found) throw new Error(`<${host.localName}> has no ${selector}`)
  return found
}
