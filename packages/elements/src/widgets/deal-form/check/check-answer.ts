import { html, nothing } from 'lit'
import type { FieldError } from '@prmkit/contract'
import { isFilled, valueAt } from '@prmkit/contract/rules'
import { fieldErrors } from '../../../forms/field-errors.ts'
import { icon } from '../../../primitives/icon/icon.ts'
import { circleAlert, triangleAlert } from '../../../primitives/icon/icons.ts'
import { circleCheck } from '../../../primitives/icon/later-icons.ts'
import { asked, checkFields, chosenProducts } from './check-fields.ts'
import type { DealFormHost } from '../host.ts'
import { dealLinks } from '../deal-link.ts'
import type { Check, Registration } from '../registration.ts'
import { summary } from '../steps/summary.ts'

/** The errors of the fields that the availability check needs, with the backend's refusals. */
const errorsIn = ({ filled, check: { refusals = [] } }: Registration) =>
  checkFields(filled).flatMap((field) =>
    [
      ...fieldErrors(field, filled.values, filled.today),
      ...refusals.filter(({ pointer }) => pointer === field.pointer),
    ].map((error) => ({ ...error, field, reachable: true })),
  )

/** Asks whether the customer is free, or leads to the errors of the fields that it asks for. */
export async function runCheck(registration: Registration): Promise<void> {
  const { filled, setup, owner, check } = registration
  if (check.asking) return
  registration.check = { tried: true }
  owner.changed()
  if (errorsIn(registration).length) return owner.focusOn('summary')
  const asking: Check = { asking: true }
  registration.check = asking
  const [companyName, website, country] = asked.map((pointer) => valueAt(filled.values, pointer))
  const productIds = chosenProducts(filled)
  const body = {
    companyName: companyName as string,
    ...(isFilled(website) && { website: website as string }),
    ...(isFilled(country) && { country: country as string }),
    ...(productIds.length && { productIds }),
  }
  const answer = await setup.client.deals
    .checkAvailability({ body })
    .then((result) => (result.result ? { result } : { failed: true }), refused)
  // Other values were entered meanwhile.
  if (registration.check !== asking) return
  registration.check = answer
  owner.changed()
  owner.focusOn(errorsIn(registration).length ? 'summary' : 'result')
}

/** The state after a failed check: entries to mend where the backend refused them. */
function refused({ errors = [] }: { errors?: readonly FieldError[] }): Check {
  const refusals = errors
    .map((error) => ({ ...error, pointer: `/customer${error.pointer}` }))
    .filter(({ pointer }) => asked.some((one) => one === pointer))
  return refusals.length ? { tried: true, refusals } : { failed: true }
}

/** The errors above the fields of the availability check, and the answer below them. */
export function shownAnswer(host: DealFormHost, registration: Registration) {
  const errors = registration.check.tried ? errorsIn(registration) : []
  return {
    errors,
    above: errors.length ? summary(host, errors) : nothing,
    below: answer(host, registration),
  }
}

const looks = {
  free: ['success', circleCheck, 'checkFree', 'checkFreeHint'],
  needs_review: ['warning', triangleAlert, 'checkReview', 'checkReviewHint'],
  not_available: ['error', circleAlert, 'checkTaken', 'checkTakenHint'],
} as const

const reasons = [
  'conflict_own_registration',
  'conflict_registered',
  'conflict_named_account',
  'conflict_house_account',
] as const

/** The answer with its reason; it names registrations of this partner only. */
function answer(host: DealFormHost, { check }: Registration) {
  const { t } = host
  if (check.failed) {
    return html`<div class="note warning" id="result" tabindex="-1">
      ${icon(triangleAlert)}
      <p>${t('checkFailed')}</p>
    </div>`
  }
  const { result, conflict } = check.result ?? {}
  if (!result) return nothing
  // A later contract may know more answers: none of them says no.
  const [look, sign, title, hint] = looks[result] ?? looks.needs_review
  const reason = reasons.find((key) => key === `conflict_${conflict?.code}`)
  return html`<div class="note ${look}" id="result" tabindex="-1" part="availability">
    ${icon(sign)}
    <div>
      <strong>${t(title)}</strong>
      ${reason ? html`<p>${t(reason)} ${dealLinks(host, conflict?.deals ?? [])}</p>` : nothing}
      <p>${t(look === 'error' && /account/.test(reason ?? '') ? 'checkAccountHint' : hint)}</p>
    </div>
  </div>`
}
