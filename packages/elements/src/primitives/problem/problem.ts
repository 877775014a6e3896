import { html, nothing } from 'lit'
import type { Translate } from '../../base/localize.ts'
import type { messages } from '../../locales/common/en.ts'

type Common = Translate<typeof messages>
type Reason = Extract<keyof typeof messages, `error${string}`>

/** What a client error tells, whichever copy of the client made it. */
export interface Failure {
  /** The problem code. */
  readonly code?: string
  /** The id of the failed request, for support. */
  readonly requestId?: string
  /** A sentence from the backend for the reader. */
  readonly detail?: string
}

const reasons: Record<string, Reason> = {
  network: 'errorNetwork',
  timeout: 'errorNetwork',
  unauthorized: 'errorSession',
  forbidden: 'errorForbidden',
  'not-found': 'errorNotFound',
  'rate-limited': 'errorRateLimited',
}

/** Says in the reader's language what went wrong. */
export const reason = (t: Common, error: unknown): string =>
  t(reasons[(error as Failure)?.code ?? ''] ?? 'errorUnknown')

/** What happened, how to go on, and the id that support will ask for. */
export function problem(t: Common, error: unknown, retry?: () => unknown) {
  const { requestId } = (error ?? {}) as Failure
  return html`<div class="note error" role="alert" part="problem">
    <p>
      <strong>${t('errorTitle')}</strong><br />${reason(t, error)}
      ${
        requestId
          ? html`<br /><small class="muted">${t('requestId', { id: requestId })}</small>`
          : nothing
      }
    </p>
    ${
      retry
        ? html`<button class="button" part="retry" @click=${retry}>${t('retry')}</button>`
        : nothing
    }
  </div>`
}
