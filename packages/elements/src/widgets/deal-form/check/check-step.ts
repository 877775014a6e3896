import { html, nothing } from 'lit'
import { valueAt } from '@prmkit/contract/rules'
import { combobox } from '../../../primitives/combobox/combobox.ts'
import { field } from '../../../primitives/field/field.ts'
import { checkFields, chosenProducts } from './check-fields.ts'
import type { DealFormHost, Input } from '../host.ts'
import type { Registration } from '../registration.ts'

/** The availability check before the form; its values are those of the form. */
export function checkStep(host: DealFormHost, registration: Registration) {
  const { t, later, context } = host
  const { filled, check } = registration
  const { errors = [], above, below } = later?.shownAnswer(host, registration) ?? {}
  const input = (pointer: string, value: unknown) => {
    if (value === valueAt(filled.values, pointer)) return
    // The answer belongs to the values before.
    registration.check = { tried: check.tried }
    registration.input(pointer, value)
  }
  return html`<section class="section" aria-labelledby="check-title">
      <h3 id="check-title">${t('checkTitle')}</h3>
      <p class="hint">${t('checkIntro')}</p>
      ${above}
      <div class="fields">
        ${checkFields(filled).map((definition) =>
          field(context!, definition, {
            value: valueAt(filled.values, definition.pointer),
            required: definition.required!,
            errors: errors.filter(({ pointer }) => pointer === definition.pointer),
            onInput: (value) => input(definition.pointer, value),
          }),
        )}
        ${registration.asksFor('/lines') ? products(host, registration, input) : nothing}
      </div>
    </section>
    ${below}`
}

function products(host: DealFormHost, registration: Registration, input: Input) {
  const { t, context, later } = host
  const { lists } = registration.setup
  if (!later && chosenProducts(registration.filled).length) void host.prepare()
  return html`<div class="field" part="field">
    <label class="label" for="check-products">${t('checkProducts')}</label>
    ${combobox({
      t: context!.t,
      label: t('checkProducts'),
      attributes: { id: 'check-products', autocomplete: 'off' },
      // Another empty text each time, so that a choice leaves the input.
      value: { text: '' },
      wait: 150,
      search: (text, signal) => lists.search('products', text, signal),
      onChoose: (choice) =>
        void host.prepare().then((ready) => ready?.addProduct(registration, choice, input)),
    })}
    ${later?.chips(host, registration, input)}
  </div>`
}
