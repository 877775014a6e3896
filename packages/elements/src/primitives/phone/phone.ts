import { html } from 'lit'
import { westernDigit } from '../../base/values/parse.ts'
import { control, type Text } from '../field/control.ts'
import { labelled, type Drawn } from '../field/frame.ts'
import { fetchParts } from '../field/lazy.ts'

/** The digits of a number as people write it, with a plus sign where it has a country code. */
export const dialled = (typed: string): string =>
  typed
    .replace(/\p{Nd}/gu, westernDigit)
    .replace('(0)', '')
    .replace(/[\s().\-\u2010-\u2015/\p{Cf}]/gu, '')
    .replace(/^00/, '+')

/** Reads a number with a country code as E.164; anything else stays as typed. */
export const phoneText = (value: unknown): Text => ({
  value,
  read: (typed) => {
    const number = dialled(typed)
    return /^\+[1-9]\d{6,14}$/.test(number) ? number : typed.trim() || undefined
  },
  write: (shown) => `${shown ?? ''}`,
})

/** A telephone number; a national one gets the code of the form’s country once it is left. */
export function phoneField(drawn: Drawn) {
  const { context, state, attributes } = drawn
  const text = phoneText(state.value)
  const input = ({ target }: Event) => state.onInput(text.read((target as HTMLInputElement).value))
  const change = async ({ target }: Event) => {
    const element = target as HTMLInputElement
    const typed = element.value
    const number = dialled(typed)
    const { country } = context
    if (!country || !/^\d{4,14}$/.test(number)) return
    const { international } = await fetchParts()
    const whole = international(country, number)
    if (!whole || element.value !== typed) return
    element.value = whole
    state.onInput(text.read(whole))
  }
  return labelled(
    drawn,
    html`<input
      class="control"
      part="field-control"
      type="tel"
      dir="ltr"
      @input=${input}
      @change=${change}
      ${control(attributes, text)}
    />`,
  )
}
