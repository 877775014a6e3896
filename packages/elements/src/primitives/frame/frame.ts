import { html, nothing, type TemplateResult } from 'lit'
import type { Translate } from '../../base/localize.ts'
import type { PortalElement } from '../../base/portal-element.ts'
import type { messages } from '../../locales/common/en.ts'
import { icon } from '../icon/icon.ts'
import { triangleAlert } from '../icon/icons.ts'
import { problem } from '../problem/problem.ts'
import { skeleton } from '../skeleton/skeleton.ts'

type Common = Translate<typeof messages>

/** The card of a widget with its six states; `content` is asked once there is something to show. */
export function frame(
  host: PortalElement,
  content: () => unknown,
  empty?: () => unknown,
): TemplateResult {
  const { state, loaded } = host
  const t = host.t as unknown as Common
  return html`<div class="root" part="root" lang=${host.language} dir=${host.direction}>
    <div class="frame" part="frame" aria-busy=${state === 'loading'}>
      ${
        state === 'loading'
          ? html`<slot name="loading">${skeleton(t('loading'))}</slot>`
          : state === 'empty'
            ? html`<slot name="empty">
                <div class="blank muted">
                  ${
                    host.portal?.ended
                      ? t('signedOut')
                      : host.offered
                        ? (empty?.() ?? t('empty'))
                        : t('notOffered')
                  }
                </div>
              </slot>`
            : [
                state === 'ready' ? nothing : html`<slot name=${state}>${trouble(host, t)}</slot>`,
                loaded ? content() : nothing,
              ]
      }
    </div>
  </div>`
}

const trouble = (host: PortalElement, t: Common) => {
  const { error, loaded, state } = host
  const retry = () => host.reload()
  return !loaded || state === 'error'
    ? problem(t, error, retry)
    : state === 'degraded'
      ? problem(t, error, retry, t('degraded'), 'warning')
      : html`<div class="note warning" role="status">
          ${icon(triangleAlert)}
          <p>${t('offline')}</p>
        </div>`
}
