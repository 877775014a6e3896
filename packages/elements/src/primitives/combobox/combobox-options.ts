import type { Choice, FieldTexts, Unmatched } from '../field/context.ts'
import type { Attributes } from '../field/control.ts'

/** The settings of a combobox. */
export interface ComboboxOptions {
  readonly t: FieldTexts
  /** Names the list. */
  readonly label: string
  /** Attributes of the input; its id names the list too. */
  readonly attributes: Attributes
  /** The stored value, or what was typed and matches nothing. */
  readonly value: string | Unmatched | undefined
  /** Entries for a typed text; an empty text asks for the first ones. */
  readonly search: (
    text: string,
    signal: AbortSignal,
  ) => readonly Choice[] | Promise<readonly Choice[]>
  /** Milliseconds of quiet before a search. */
  readonly wait?: number
  /** Names a stored value. */
  readonly find?: ((value: string) => Choice | undefined | Promise<Choice | undefined>) | undefined
  /** A choice was made, the input emptied, or left with a text that matches nothing. */
  readonly onChoose: (choice: Choice | Unmatched | undefined) => void
}

/** The combobox as its list sees it. */
export interface ComboboxHost {
  readonly options: ComboboxOptions
  readonly input: HTMLInputElement
  /** The text in the input until the owner stores it. */
  typed: string | undefined
  /** True while the reader's text is neither chosen nor left. */
  dirty: boolean
  /** The entry of the stored value. */
  known: Choice | undefined
  /** Draws the combobox again. */
  draw(): void
}
