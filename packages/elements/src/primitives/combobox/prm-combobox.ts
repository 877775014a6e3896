import type { TemplateResult } from 'lit'
import type { Choice, Unmatched } from '../field/context.ts'
import { FieldElement } from '../field/field-element.ts'
import { labelled, type Drawn } from '../field/frame.ts'
import { fetchParts } from '../field/lazy.ts'
import { combobox } from './combobox.ts'

/**
 * @summary One entry of a long list, found by typing.
 *
 * @event change - Another entry was chosen, or none; `value` has it.
 * @csspart field - Label, hint, control and error together.
 * @csspart field-label - The label.
 * @csspart field-control - The native input.
 * @csspart field-error - What is wrong.
 * @csspart popup - The list.
 */
export class PrmCombobox extends FieldElement<string> {
  static override properties = {
    ...FieldElement.properties,
    placeholder: {},
    choices: { attribute: false },
    search: { attribute: false },
    find: { attribute: false },
  }

  /** The placeholder of the empty input. */
  declare placeholder: string | undefined
  /** Every entry, where they are known. */
  declare choices: readonly Choice[]
  /** Finds entries for what was typed; an empty text asks for the first ones. */
  declare search: ((text: string, signal: AbortSignal) => Promise<readonly Choice[]>) | undefined
  /** Names an entry by its value, where a search does. */
  declare find: ((value: string) => Promise<Choice | undefined>) | undefined

  #unmatched: Unmatched | undefined

  constructor() {
    super()
    this.choices = []
  }

  protected override formValue(): string | null {
    return this.value ?? null
  }

  protected override definition() {
    const { placeholder } = this
    return { type: 'lookup' as const, ...(placeholder && { placeholder }) }
  }

  protected override control(drawn: Drawn): TemplateResult {
    const { context, field, state, attributes } = drawn
    const { choices, search, find } = this
    return labelled(
      drawn,
      combobox({
        t: context.t,
        label: field.label,
        attributes,
        value: this.value ?? this.#unmatched,
        wait: search ? 150 : 0,
        search: async (text, signal) =>
          search?.(text, signal) ?? (await fetchParts()).filterChoices(choices, text),
        find: (value) => choices.find((choice) => choice.value === value) ?? find?.(value),
        onChoose: (choice) => {
          this.#unmatched = choice && 'text' in choice ? choice : undefined
          state.onInput(choice && 'value' in choice ? choice.value : undefined)
        },
      }),
    )
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'prm-combobox': PrmCombobox
  }
}
