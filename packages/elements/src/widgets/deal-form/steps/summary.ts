import { errorSummary } from '../../../forms/error-summary.ts'
import type { ListedError } from '../../../forms/form-errors.ts'
import type { DealFormHost } from '../host.ts'

/** The errors of the registration form with links to its fields. */
export const summary = (host: DealFormHost, errors: readonly ListedError[]) =>
  errorSummary({ t: host.t, context: host.context!, renderRoot: host.renderRoot }, errors)
