import { html, nothing } from 'lit'
import { isCovered } from '@prmkit/contract/rules'
import { formatMoney } from '../../base/values/format-money.ts'
import { combobox } from '../combobox/combobox.ts'
import type { Choice, ShownError, Unmatched } from '../field/context.ts'
import type { Attributes } from '../field/control.ts'
import { errorText } from '../field/error-text.ts'
import { fieldId } from '../field/field-id.ts'
import { errorLine, type Drawn } from '../field/frame.ts'
import { searchWait } from '../field/list.ts'
import { numberText, readInput } from '../field/number.ts'
import { icon } from '../icon/icon.ts'
import { trash2 } from '../icon/later-icons.ts'
import { currenciesFor, moneyInput } from '../money/money.ts'
import { lineAmount } from './line-amount.ts'
import type { Line } from './lines.ts'

/** The commands of a line. */
interface Actions {
  /** Its product is being looked up. */
  readonly matching: boolean
  readonly change: (change: Partial<Line>) => void
  readonly choose: (choice: Choice | Unmatched | undefined, currencies: readonly string[]) => void
  readonly remove: (event: Event) => void
}

/** Draws one line. */
export function drawLine(
  drawn: Drawn,
  line: Line,
  index: number,
  errors: readonly ShownError[],
  actions: Actions,
) {
  const { context, field, state } = drawn
  const { t, locale } = context
  const { productId, name, sku, quantity, unitPrice } = line
  const currencies = currenciesFor(context, field.currencies, unitPrice?.currency)
  const amount = lineAmount(line)
  const labels = {
    productId: t('lineProduct'),
    quantity: t('lineQuantity'),
    unitPrice: t('linePrice'),
  }
  const cell = (
    part: keyof typeof labels,
    type: Drawn['field']['type'],
    input: (attributes: Attributes) => unknown,
  ) => {
    const at = `${field.pointer}/${index}`
    const pointer = `${at}/${part}`
    const id = fieldId(pointer)
    const first = part === 'productId'
    const error =
      errors.find((one) => isCovered(one.pointer, [pointer]) || (first && one.pointer === at)) ??
      (first && unmatched(drawn, line, actions))
    const attributes = {
      id,
      'aria-describedby': error ? `${id}-error` : undefined,
      'aria-invalid': error ? 'true' : undefined,
      autocomplete: 'off',
      readonly: state.readOnly,
    }
    return html`<div class=${`cell ${part}`}>
      <label for=${id}>${labels[part]}</label>${input(attributes)}
      ${error ? errorLine(id, errorText(context, { ...field, type, pointer, label: labels[part] }, error)) : nothing}
    </div>`
  }
  return html`<div class="line" role="group" aria-label=${t('line', { n: index + 1 })}>
    ${cell('productId', 'lookup', (attributes) =>
      combobox({
        t,
        label: labels.productId,
        attributes,
        value: productId,
        wait: searchWait,
        search: (text, signal) => context.search?.('products', text, signal) ?? [],
        find: (value) =>
          name ? { value, label: name, detail: sku } : context.find?.('products', value),
        onChoose: (choice) => actions.choose(choice, currencies),
      }),
    )}
    ${cell('quantity', 'number', (attributes) =>
      readInput(numberText(locale, quantity), attributes, (value) =>
        actions.change({ quantity: value as number }),
      ),
    )}
    ${cell('unitPrice', 'money', (attributes) =>
      moneyInput(context, unitPrice, currencies, attributes, (value) =>
        actions.change({ unitPrice: value }),
      ),
    )}
    <div class="cell amount">
      <span class="caption">${t('lineAmount')}</span>
      <output>${amount ? formatMoney(locale, amount) : '–'}</output>
    </div>
    ${
      state.readOnly
        ? nothing
        : html`<button
            class="button quiet square"
            type="button"
            aria-label=${t('lineRemove', { n: index + 1 })}
            @click=${actions.remove}
          >
            ${icon(trash2)}
          </button>`
    }
  </div>`
}

/** A product that was not found is told at once, not only when the form is sent. */
function unmatched(drawn: Drawn, { productId }: Line, { matching }: Actions) {
  if (typeof productId !== 'object' || matching) return undefined
  return { pointer: '', code: 'unmatched', detail: drawn.context.t('lineUnmatched') }
}
