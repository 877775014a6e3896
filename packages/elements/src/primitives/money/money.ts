import { html } from 'lit'
import { moneyDigits, type Money } from '../../base/values/format-money.ts'
import { formatNumber } from '../../base/values/format.ts'
import { parseNumber } from '../../base/values/parse.ts'
import type { FieldContext } from '../field/context.ts'
import type { Attributes, Text } from '../field/control.ts'
import { describedBy, labelled, type Drawn } from '../field/frame.ts'
import { readInput } from '../field/number.ts'
import { icon } from '../icon/icon.ts'
import { chevronDown } from '../icon/icons.ts'

/** Reads and writes an amount as a decimal string; what is no number stays as typed. */
export const amountText = (locale: string, { amount, currency }: Money): Text => ({
  value: amount,
  locale,
  read: (typed) => parseNumber(locale, typed) ?? typed.trim(),
  write: (shown) => {
    const text = `${shown ?? ''}`
    if (!/^-?\d+(\.\d+)?$/.test(text)) return text
    return formatNumber(locale, text, moneyDigits({ amount: text, currency }))
  },
})

/** The currencies to offer, the stored one among them. */
export function currenciesFor(
  context: FieldContext,
  offered: readonly string[] | undefined,
  stored: string | undefined,
): readonly string[] {
  const list = offered?.length ? offered : (context.currencies ?? [])
  if (stored && !list.includes(stored)) return [stored, ...list]
  return list.length ? list : ['EUR']
}

/** The amount and its currency; the currency can be chosen where there are several. */
export function moneyInput(
  context: FieldContext,
  value: unknown,
  currencies: readonly string[],
  attributes: Attributes,
  onInput: (value: Money | undefined) => void,
) {
  const id = String(attributes['id'])
  const { amount = '', currency = currencies[0] ?? '' } = (value ?? {}) as Partial<Money>
  const emit = (money: Money) =>
    onInput(money.amount || money.currency !== currencies[0] ? money : undefined)
  const several = currencies.length > 1
  const choose = ({ target }: Event) =>
    emit({ amount, currency: (target as HTMLSelectElement).value })
  return html`<div class="joined">
    ${readInput(
      amountText(context.locale, { amount, currency }),
      describedBy(attributes, !several && `${id}-unit`),
      (typed) => emit({ amount: typed as string, currency }),
    )}
    ${
      several
        ? html`<div class="combo unit">
            <select
              class="control"
              part="field-control"
              aria-label=${context.t('currency')}
              ?disabled=${attributes['readonly'] === true}
              @change=${choose}
            >
              ${currencies.map(
                (code) =>
                  html`<option .selected=${code === currency} value=${code}>${code}</option>`,
              )}</select
            >${icon(chevronDown)}
          </div>`
        : html`<span class="unit" id=${`${id}-unit`}>${currency}</span>`
    }
  </div>`
}

/** An amount of money. */
export function moneyField(drawn: Drawn) {
  const { context, field, state, attributes } = drawn
  const stored = (state.value as Partial<Money> | undefined)?.currency
  const currencies = currenciesFor(context, field.currencies, stored)
  return labelled(drawn, moneyInput(context, state.value, currencies, attributes, state.onInput))
}
