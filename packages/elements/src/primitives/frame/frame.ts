import { html, nothing, type TemplateResult } from 'lit'
import type { Translate } from '../../base/localize.ts'
import type { PortalElement } from '../../base/portal-element.ts'
import type { messages } from '../../locales/common/en.ts'
import { problem } from '../problem/problem.ts'

type Common = Translate<typeof messages>

/** The card of a widget with its six states; `content` is asked once there is something to show. */
export function frame(
  host: PortalElement,
  content: () => unknown,
  empty?: () => unknown,
): TemplateResult {
  const t = host.t as unknown as Common
  return html`<div class="root" part="root" lang=${host.language} dir=${host.direction}>
    <div class="frame" part="frame" aria-busy=${host.state === 'loading'}>
      ${host.loaded ? [notice(host, t), host.state === 'empty' ? blank(host, t, empty) : content()] : instead(host, t)}
    </div>
  </div>`
}

/** What stands in for content that was never loaded. */
function instead(host: PortalElement, t: Common) {
  if (host.state === 'empty') return blank(host, t)
  if (host.state === 'loading') {
    return html`<slot name="loading">
      <div class="waiting" part="skeleton">
        <span class="away" role="status">${t('loading')}</span>
        ${[1, 2, 3, 4, 5].map(() => html`<div class="bone"></div>`)}
      </div>
    </slot>`
  }
  return html`<slot name=${host.state}>${problem(t, host.error, () => host.reload())}</slot>`
}

const blank = (host: PortalElement, t: Common, empty?: () => unknown) =>
  html`<slot name="empty">
    <div class="blank waiting muted">
      ${host.portal?.ended ? t('signedOut') : (empty?.() ?? t('empty'))}
    </div>
  </slot>`

/** A note above content that stays on screen while something is wrong. */
const notice = ({ state }: PortalElement, t: Common) =>
  state === 'ready' || state === 'empty' || state === 'loading'
    ? nothing
    : html`<slot name=${state}>
        <div class="note warning" role="status">
          <p>${t(state === 'offline' ? 'offline' : 'degraded')}</p>
        </div>
      </slot>`
