import { html, nothing } from 'lit'
import { icon } from '../../../primitives/icon/icon.ts'
import { circleAlert } from '../../../primitives/icon/icons.ts'
import type { DealFormHost } from '../host.ts'
import type { Registration } from '../registration.ts'

interface Failure {
  readonly errors?: readonly unknown[]
  readonly code?: string
  readonly status?: number
  readonly requestId?: string
}

/** Tells why the registration was not sent. */
export function sendError(host: DealFormHost, registration: Registration) {
  const { failure, sending } = registration.submission ?? {}
  const { requestId, errors } = (failure ?? {}) as Failure
  // The summary tells the errors of single fields.
  if (!failure || sending || registration.fresher || errors?.length) return nothing
  return html`<div class="note warning" id="trouble" tabindex="-1" part="trouble">
    ${icon(circleAlert)}
    <p>
      <strong>${host.t('failedTitle')}</strong><br />${reason(host, registration)}
      ${requestId ? html`<br /><small>${host.t('requestId', { id: requestId })}</small>` : nothing}
    </p>
  </div>`
}

function reason(host: DealFormHost, { submission }: Registration): string {
  const { t } = host
  const { failure, waiting = 0 } = submission ?? {}
  const { code = '', status = 0 } = failure as Failure
  if (code === 'offline') return t(navigator.onLine ? 'failedOnline' : 'failedOffline')
  if (status === 401 || /^(token|session|signed)/.test(code)) return t('failedSession')
  if (waiting) return t('failedBusy', { n: waiting })
  if (code === 'customer-conflict') return t('failedConflict')
  if (code === 'idempotency-key-reused') return t('failedReused')
  if (status === 403) return host.t('errorForbidden')
  const isRefused = status >= 400 && status < 500 && code !== 'idempotency-in-progress'
  return t(isRefused ? 'failedOther' : 'failedUnknown')
}
