import { html, nothing } from 'lit'
import type { Field } from '@prmkit/contract'
import { formReview } from '../../../forms/form-review.ts'
import { actionOf } from '../../../forms/record-sender.ts'
import type { DealFormHost } from '../host.ts'
import type { Registration } from '../registration.ts'
import { goToField } from './go-to-field.ts'
import { primary, quiet } from './step-footer.ts'

/** All values that will be sent, to be read once more. */
export function reviewStep(host: DealFormHost, registration: Registration) {
  const { t } = host
  const { filled, setup, open } = registration
  const scene = {
    ...{ t, context: host.context!, lists: setup.lists },
    changed: () => host.requestUpdate(),
  }
  const change = (fields: readonly Field[]) =>
    void goToField(host, registration, ...fields.map(({ pointer }) => pointer))
  return html`<div class="review" part="review">
    <h3>${t('reviewTitle')}</h3>
    ${open ? nothing : html`<p class="hint">${t('reviewIntro')}</p>`}
    ${formReview(scene, filled, change)}
  </div>`
}

/** The buttons that lead back from the review and on to sending. */
export function reviewWays(host: DealFormHost, registration: Registration) {
  const { t } = host
  const { sending = false } = registration.submission ?? {}
  const { record } = registration.filled
  const isNew = !record || record.status === 'draft'
  const send = isNew ? 'send' : actionOf(record) ? 'sendChanges' : 'save'
  return [
    quiet(host.t('back'), () => registration.go('form'), sending),
    primary(t(sending ? 'sending' : send), sending),
  ]
}
