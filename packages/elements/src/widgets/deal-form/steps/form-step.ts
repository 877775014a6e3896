import { html, nothing } from 'lit'
import type { Field } from '@prmkit/contract'
import { isRequired, isVisible, valueAt } from '@prmkit/contract/rules'
import { field } from '../../../primitives/field/field.ts'
import type { PrmDealForm } from '../deal-form.ts'
import type { Registration } from '../registration.ts'
import { effective, isEditable } from '../../../forms/form-values.ts'

/** The vendor's form; it stays in place, unseen, while it is reviewed. */
export function formStep(host: PrmDealForm, registration: Registration) {
  const { filled, step, setup } = registration
  const { later } = host
  const values = effective(filled.form, filled.values)
  // Where the customer is known to be, national numbers are of that country.
  const country = registration.asksFor('/customer/country')
    ? (valueAt(values, '/customer/country') as string)
    : host.context!.country
  const context = { ...host.context!, country }
  const errors = (filled.judged && later?.errorsOf(filled)) || []
  const one = (definition: Field) => {
    if (definition.hidden || !isVisible(definition, values)) return nothing
    const { pointer } = definition
    const readOnly = setup.me?.readOnly || !isEditable(definition, filled.deal)
    return field(context, definition, {
      value: valueAt(filled.values, pointer),
      required: !readOnly && isRequired(definition, values),
      readOnly,
      errors: later?.errorsAt(filled, definition, errors) ?? [],
      onInput: (value) => registration.input(pointer, value),
      onLeave: () => {
        filled.left.add(pointer)
        void host.prepare().then((ready) => ready?.keepInView(host))
      },
    })
  }
  // Fields that come and go leave an empty place, so that others keep their element and focus.
  return html`<div class="flow" ?hidden=${step !== 'form'}>
    ${filled.tried && errors.length ? later?.errorSummary(host, errors) : nothing}
    ${filled.form.sections.map(({ title, hint, fields }, index) => {
      const shown = fields.map(one)
      if (shown.every((template) => template === nothing)) return nothing
      return html`<section class="section" part="section" aria-labelledby=${`section-${index}`}>
        <h3 id=${`section-${index}`}><bdi>${title}</bdi></h3>
        ${hint ? html`<p class="hint"><bdi>${hint}</bdi></p>` : nothing}
        <div class="fields">${shown}</div>
      </section>`
    })}
  </div>`
}
