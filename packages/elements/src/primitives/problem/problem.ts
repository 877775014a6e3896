import { html, nothing, type TemplateResult } from 'lit'
import type { Translate } from '../../base/localize.ts'
import type { messages } from '../../locales/common/en.ts'
import { icon } from '../icon/icon.ts'
import { circleAlert } from '../icon/icons.ts'

type Common = Translate<typeof messages>
type Reason = Extract<keyof typeof messages, `error${string}`>

/** The facts of a client's error, whichever copy of the client made it. */
export interface Failure {
  /** The problem code. */
  readonly code?: string
  /** The id of the failed request, for support. */
  readonly requestId?: string
}

const reasons: readonly [RegExp, Reason][] = [
  [/^(token|session|signed)/, 'errorSession'],
  [/^(network|offline|timeout|unavailable)/, 'errorNetwork'],
  [/^(forbidden|read-only)/, 'errorForbidden'],
  [/^not-found/, 'errorNotFound'],
  [/^rate-limited/, 'errorRateLimited'],
]

/** Says in the reader's language what went wrong and what to do. */
export const reason = (t: Common, error: unknown): string => {
  const { code = '' } = (error ?? {}) as Failure
  return t(reasons.find(([pattern]) => pattern.test(code))?.[1] ?? 'errorUnknown')
}

/** The problem, the next step, and the id that support will ask for. */
export const problem = (
  t: Common,
  error: unknown,
  retry?: () => unknown,
  title: string = t('errorTitle'),
  tone: 'error' | 'warning' = 'error',
): TemplateResult => {
  const { requestId } = (error ?? {}) as Failure
  return html`<div
    class="note ${tone}"
    role=${tone === 'error' ? 'alert' : 'status'}
    part="problem"
  >
    ${icon(circleAlert)}
    <p>
      <strong>${title}</strong><br />
      ${reason(t, error)}
      ${requestId ? html`<br /><small>${t('requestId', { id: requestId })}</small>` : nothing}
    </p>
    ${
      retry
        ? html`<button class="button" part="retry" @click=${retry}>${t('retry')}</button>`
        : nothing
    }
  </div>`
}
