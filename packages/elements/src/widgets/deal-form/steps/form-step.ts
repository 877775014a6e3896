import { html, nothing } from 'lit'
import { valueAt } from '@prmkit/contract/rules'
import { formSections } from '../../../forms/form-sections.ts'
import { effective } from '../../../forms/form-values.ts'
import type { DealFormHost } from '../host.ts'
import type { Registration } from '../registration.ts'

/** The vendor's form; during the review it stays in place, hidden. */
export function formStep(host: DealFormHost, registration: Registration) {
  const { filled, step, setup } = registration
  const { later } = host
  // National telephone numbers belong to the customer's country where the form asks for it.
  const country = registration.asksFor('/customer/country')
    ? (valueAt(effective(filled.form, filled.values), '/customer/country') as string)
    : host.context!.country
  const errors = (filled.judged && later?.errorsOf(filled)) || []
  return html`<div class="flow" ?hidden=${step !== 'form'}>
    ${filled.tried && errors.length ? later?.summary(host, errors) : nothing}
    ${formSections({ ...host.context!, country }, filled, {
      readOnly: setup.me?.readOnly,
      optional: (n) => host.t('optional', { n }),
      errorsAt: (field) => later?.errorsAt(filled, field, errors),
      onInput: (pointer, value) => registration.input(pointer, value),
      onLeave: (pointer) => {
        filled.left.add(pointer)
        void host.prepare().then((ready) => ready?.keepInView(host))
      },
    })}
  </div>`
}
