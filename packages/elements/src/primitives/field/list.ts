import { combobox } from '../combobox/combobox.ts'
import type { Choice, Unmatched } from './context.ts'
import { labelled, type Drawn } from './frame.ts'
import { fetchParts } from './lazy.ts'

/** How long a search waits for the next key. */
export const searchWait = 150

const store =
  ({ state }: Drawn) =>
  (choice: Choice | Unmatched | undefined) =>
    state.onInput(choice && 'value' in choice ? choice.value : choice)

const listed = async (options: readonly Choice[], text: string) =>
  (await fetchParts()).filterChoices(options, text)

/** A country under its name in the reader's language. */
export function countryField(drawn: Drawn) {
  const { context, field, state, attributes } = drawn
  const { locale } = context
  return labelled(
    drawn,
    combobox({
      t: context.t,
      label: field.label,
      attributes,
      value: state.value as string,
      search: async (text) => listed((await fetchParts()).countries(locale), text),
      find: (value) => {
        const label = new Intl.DisplayNames(locale, { type: 'region' }).of(value) ?? value
        return { value, label }
      },
      onChoose: store(drawn),
    }),
  )
}

/** An entry of a list of the backend, or of the field's own options. */
export function lookupField(drawn: Drawn) {
  const { context, field, state, attributes } = drawn
  const { source, options = [] } = field
  return labelled(
    drawn,
    combobox({
      t: context.t,
      label: field.label,
      attributes,
      value: state.value as string | Unmatched | undefined,
      wait: source ? searchWait : 0,
      search: (text, signal) =>
        source && context.search ? context.search(source, text, signal) : listed(options, text),
      find: (id) =>
        source ? context.find?.(source, id) : options.find(({ value }) => value === id),
      onChoose: store(drawn),
    }),
  )
}
