import { html, nothing } from 'lit'
import { valueAt } from '@prmkit/contract/rules'
import { combobox } from '../../primitives/combobox/combobox.ts'
import type { Choice } from '../../primitives/field/context.ts'
import { field } from '../../primitives/field/field.ts'
import { icon } from '../../primitives/icon/icon.ts'
import { x } from '../../primitives/icon/icons.ts'
import { checkFields, chosenProducts } from './check-fields.ts'
import type { PrmDealForm } from './deal-form.ts'
import type { Registration } from './registration.ts'

/** The question before the form; what is typed here stands in the form afterwards. */
export function checkStep(host: PrmDealForm, registration: Registration) {
  const { t, later, context } = host
  const { filled, check } = registration
  const { errors = [], above, below } = later?.shownAnswer(host, registration) ?? {}
  const input = (pointer: string, value: unknown) => {
    check.asking?.abort()
    // An answer holds for what was asked alone.
    registration.check = { tried: !!check.tried }
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

function products(
  host: PrmDealForm,
  { filled, setup: { lists } }: Registration,
  input: (pointer: string, value: unknown) => void,
) {
  const { t, context } = host
  const chosen = chosenProducts(filled)
  const lines = () => (valueAt(filled.values, '/lines') ?? []) as { productId?: unknown }[]
  const add = ({ value, prices }: Choice) => {
    if (chosen.includes(value)) return
    const [unitPrice] = prices ?? []
    const line = { productId: value, quantity: 1, ...(unitPrice && { unitPrice }) }
    input('/lines', [...lines().filter(({ productId }) => productId), line])
  }
  const named = async (id: string) => {
    if (await lists.find('products', id).catch(() => undefined)) host.requestUpdate()
  }
  const remove = (id: string) => {
    const rest = lines().filter(({ productId }) => productId !== id)
    input('/lines', rest.length ? rest : undefined)
    host.renderRoot.querySelector<HTMLElement>('#check-products')?.focus()
  }
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
      onChoose: (choice) => choice && 'value' in choice && add(choice),
    })}
    <ul class="chips" ?hidden=${!chosen.length}>
      ${chosen.map((id) => {
        const known = lists.names.get(`products${id}`)
        if (!known) void named(id)
        const name = known?.label ?? id
        return html`<li class="chip">
          <bdi>${name}</bdi>
          <button
            class="button quiet square"
            type="button"
            aria-label=${t('fileRemove', { name })}
            @click=${() => remove(id)}
          >
            ${icon(x)}
          </button>
        </li>`
      })}
    </ul>
  </div>`
}
