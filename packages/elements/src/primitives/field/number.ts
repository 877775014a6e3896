import { html } from 'lit'
import { formatNumber } from '../../base/values/format.ts'
import { parseNumber } from '../../base/values/parse.ts'
import type { Text } from './control.ts'
import { control } from './control.ts'
import { labelled, type Drawn } from './frame.ts'

/** Reads and writes a number in the reader's locale and digits; what is no number stays as typed. */
export const numberText = (locale: string, value: unknown): Text => ({
  value,
  locale,
  read: (typed) => {
    if (!typed.trim()) return undefined
    const number = Number(parseNumber(locale, typed))
    return Number.isFinite(number) ? number : typed
  },
  write: (shown) =>
    typeof shown === 'number'
      ? formatNumber(locale, shown, { maximumFractionDigits: 20 })
      : `${shown ?? ''}`,
})

/** A native input for text that is read as something else; shown tidily once it is left. */
export const readInput = (
  text: Text,
  attributes: Parameters<typeof control>[0],
  onInput: (value: unknown) => void,
) => {
  const input = ({ target }: Event) => onInput(text.read((target as HTMLInputElement).value))
  const change = ({ target }: Event) => {
    const element = target as HTMLInputElement
    element.value = text.write(text.read(element.value))
  }
  return html`<input
    class="control number"
    part="field-control"
    type="text"
    inputmode="decimal"
    dir="ltr"
    @input=${input}
    @change=${change}
    ${control(attributes, text)}
  />`
}

/** A number. */
export const numberField = (drawn: Drawn) =>
  labelled(
    drawn,
    readInput(
      numberText(drawn.context.locale, drawn.state.value),
      drawn.attributes,
      drawn.state.onInput,
    ),
  )
