import { html, nothing } from 'lit'
import type { Field } from '@prmkit/contract'
import { isRequired, isVisible, valueAt } from '@prmkit/contract/rules'
import { errorText } from '../../primitives/field/error-text.ts'
import { field } from '../../primitives/field/field.ts'
import { focusField } from '../../primitives/field/field-id.ts'
import { icon } from '../../primitives/icon/icon.ts'
import { circleAlert } from '../../primitives/icon/icons.ts'
import type { PrmDealForm } from './deal-form.ts'
import type { ListedError } from './filled-form.ts'
import type { Registration } from './registration.ts'
import { effective, isEditable } from '../../primitives/field/form-values.ts'

/** The vendor's form; it stays in place, unseen, while it is reviewed. */
export function formStep(host: PrmDealForm, registration: Registration) {
  const { filled, step, setup } = registration
  const values = effective(filled.form, filled.values)
  const errors = filled.errors()
  const one = (definition: Field) => {
    if (definition.hidden || !isVisible(definition, values)) return nothing
    const { pointer } = definition
    const readOnly = setup.me?.readOnly || !isEditable(definition, filled.deal)
    return field(host.context!, definition, {
      value: valueAt(filled.values, pointer),
      required: !readOnly && isRequired(definition, values),
      readOnly,
      errors: filled.errorsAt(definition, errors),
      onInput: (value) => registration.input(pointer, value),
      onLeave: () => {
        filled.leave(pointer)
        host.requestUpdate()
      },
    })
  }
  // Fields that come and go leave an empty place, so that others keep their element and focus.
  return html`<div class="flow" ?hidden=${step !== 'form'}>
    ${filled.tried && errors.length ? summary(host, errors) : nothing}
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

/** What is wrong, with links to the fields; takes the focus after an attempt to go on. */
export function summary(host: PrmDealForm, errors: readonly ListedError[]) {
  const { t, context } = host
  const go = (pointer: string) => (event: Event) => {
    event.preventDefault()
    focusField(host.renderRoot as ShadowRoot, pointer)
  }
  const line = (error: ListedError) => {
    const { field: at, pointer, reachable, detail, code } = error
    if (!at) return t('summaryOther', { detail: detail || `${pointer} ${code}` })
    const text = html`<bdi>${at.label}</bdi>: ${errorText(context!, at, error)}`
    return reachable ? html`<a href="#" @click=${go(pointer)}>${text}</a>` : text
  }
  return html`<div
    class="note error summary"
    id="summary"
    tabindex="-1"
    role="group"
    part="summary"
    aria-labelledby="summary-title"
  >
    ${icon(circleAlert)}
    <div>
      <h3 id="summary-title">${t('summaryTitle', { n: errors.length })}</h3>
      <ul>
        ${errors.map((error) => html`<li>${line(error)}</li>`)}
      </ul>
    </div>
  </div>`
}
