import { html, nothing } from 'lit'
import { valueAt } from '@prmkit/contract/rules'
import { combobox } from '../../primitives/combobox/combobox.ts'
import type { Choice } from '../../primitives/field/context.ts'
import { field } from '../../primitives/field/field.ts'
import { icon } from '../../primitives/icon/icon.ts'
import { circleAlert, circleCheck, triangleAlert, x } from '../../primitives/icon/icons.ts'
import { checkErrors, checkFields, chosenProducts } from './availability.ts'
import type { PrmDealForm } from './deal-form.ts'
import { dealLinks } from './deal-link.ts'
import { summary } from './form-step.ts'
import type { Registration } from './registration.ts'

/** The question before the form; what is typed here stands in the form afterwards. */
export function checkStep(host: PrmDealForm, registration: Registration) {
  const { t, check } = host
  const { filled } = registration
  const errors = check!.tried ? checkErrors(filled) : []
  const fields = checkFields(filled)
  const listed = errors.map((error) => ({
    ...error,
    field: fields.find(({ pointer }) => pointer === error.pointer),
    reachable: true,
  }))
  const input = (pointer: string, value: unknown) => {
    check!.reset()
    registration.input(pointer, value)
  }
  return html`<section class="section" aria-labelledby="check-title">
      <h3 id="check-title">${t('checkTitle')}</h3>
      <p class="hint">${t('checkIntro')}</p>
      ${listed.length ? summary(host, listed) : nothing}
      <div class="fields">
        ${fields.map((definition) =>
          field(host.context!, definition, {
            value: valueAt(filled.values, definition.pointer),
            required: definition.required!,
            errors: errors.filter(({ pointer }) => pointer === definition.pointer),
            onInput: (value) => input(definition.pointer, value),
          }),
        )}
        ${registration.hasLines ? products(host, registration, input) : nothing}
      </div>
    </section>
    ${answer(host)}`
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
        const name = lists.names.get(`products${id}`)?.label ?? id
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

/** The answer: a class of reason, one's own registrations by name, never another's. */
function answer(host: PrmDealForm) {
  const { t, check } = host
  if (check!.failed) {
    return html`<div class="note warning" id="result" tabindex="-1">
      ${icon(triangleAlert)}
      <p>${t('checkFailed')}</p>
    </div>`
  }
  const { result, conflict } = check!.result ?? {}
  if (!result) return nothing
  // A later contract may know more answers: none of them says no.
  const [look, sign, title, hint] = looks[result] ?? looks.needs_review
  const reason = reasons.find((key) => key === `conflict_${conflict?.code}`)
  return html`<div class="note ${look}" id="result" tabindex="-1" part="availability">
    ${icon(sign)}
    <div>
      <strong>${t(title)}</strong>
      ${reason ? html`<p>${t(reason)} ${dealLinks(host, conflict?.deals ?? [])}</p>` : nothing}
      <p>${t(hint)}</p>
    </div>
  </div>`
}
