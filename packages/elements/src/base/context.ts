import type { Portal } from './portal.ts'
import { version } from './version.ts'

const portalContext = Symbol.for(`prmkit.portal.${parseInt(version)}`)

/** Asks the nearest provider above, across shadow roots (the community's context protocol). */
interface ContextRequestEvent extends Event {
  readonly context: unknown
  readonly callback: (value: Portal) => void
}

/** Finds the portal around an element, if its provider is already there. */
export function requestPortal(element: Element): Portal | undefined {
  let found: Portal | undefined
  const request = new Event('context-request', { bubbles: true, composed: true })
  const callback = (portal: Portal) => (found = portal)
  element.dispatchEvent(Object.assign(request, { context: portalContext, callback }))
  return found
}

/** Makes an element answer for the portal it holds. */
export function providePortal(element: Element, portal: Portal): void {
  element.addEventListener('context-request', (event) => {
    const request = event as ContextRequestEvent
    if (request.context !== portalContext || event.composedPath()[0] === element) return
    event.stopPropagation()
    request.callback(portal)
  })
}
