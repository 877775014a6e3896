import { html, nothing } from 'lit'
import { valueAt } from '@prmkit/contract/rules'
import type { Choice, Unmatched } from '../../../primitives/field/context.ts'
import { icon } from '../../../primitives/icon/icon.ts'
import { x } from '../../../primitives/icon/later-icons.ts'
import { chosenProducts } from './check-fields.ts'
import type { DealFormHost, Input } from '../host.ts'
import { choiceName } from '../../../forms/choice-name.ts'
import type { Registration } from '../registration.ts'

const linesOf = ({ filled }: Registration) =>
  (valueAt(filled.values, '/lines') ?? []) as { productId?: unknown }[]

/** Makes a line of a chosen product, once. */
export function addProduct(
  registration: Registration,
  choice: Choice | Unmatched | undefined,
  input: Input,
): void {
  if (!choice || !('value' in choice)) return
  const { value, prices } = choice
  if (chosenProducts(registration.filled).includes(value)) return
  const [unitPrice] = prices ?? []
  const line = { productId: value, quantity: 1, ...(unitPrice && { unitPrice }) }
  input('/lines', [...linesOf(registration).filter(({ productId }) => productId), line])
}

/** The chosen products, each with a button that removes it. */
export function chips(host: DealFormHost, registration: Registration, input: Input) {
  const chosen = chosenProducts(registration.filled)
  if (!chosen.length) return nothing
  const { lists } = registration.setup
  const remove = (id: string) => {
    const rest = linesOf(registration).filter(({ productId }) => productId !== id)
    input('/lines', rest.length ? rest : undefined)
    host.renderRoot.querySelector<HTMLElement>('#check-products')?.focus()
  }
  const chip = (id: string) => {
    const name = choiceName(lists, 'products', id, () => host.requestUpdate())
    return html`<li class="chip">
      <bdi>${name}</bdi>
      <button
        class="button quiet square"
        type="button"
        aria-label=${host.t('fileRemove', { name })}
        @click=${() => remove(id)}
      >
        ${icon(x)}
      </button>
    </li>`
  }
  return html`<ul class="chips">
    ${chosen.map(chip)}
  </ul>`
}
