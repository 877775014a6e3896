import type { Field } from '@prmkit/contract'
import type { Translate } from '../../base/localize.ts'
import type { ListedError } from '../../forms/form-errors.ts'
import type { FilledForm } from '../../forms/filled-form.ts'
import type { DealFormMessages } from '../../locales/deal-form/catalog.ts'
import type { Choice, FieldContext, Unmatched } from '../../primitives/field/context.ts'
import type { Registration } from './registration.ts'

/** The part of the registration form that its views may see. */
export interface DealFormHost {
  readonly t: Translate<DealFormMessages>
  readonly locale: string
  /** The texts, lists and upload of the fields. */
  readonly context: FieldContext | undefined
  readonly registration: Registration | undefined
  /** The views after the first key, once they are loaded. */
  readonly later: LaterViews | undefined
  /** The address of a registration on this site, with `{id}`. */
  readonly dealHref: string | undefined
  readonly renderRoot: HTMLElement | DocumentFragment
  readonly updateComplete: Promise<unknown>
  readonly autofocus: boolean
  /** The last text for screen readers. */
  said: string
  /** Says a text to screen readers. */
  announce(text: string): void
  /** Dispatches a public event; false when a listener cancelled it. */
  emit(event: Event): boolean
  requestUpdate(): void
  /** Loads the views after the first key and opens the draft; nothing where that failed. */
  prepare(): Promise<LaterViews | undefined>
}

/** Draws a part of the form. */
type View = (host: DealFormHost, registration: Registration) => unknown

/** Stores the value of a field. */
export type Input = (pointer: string, value: unknown) => void

/** Everything after the first key; `later.ts` has it. */
export interface LaterViews {
  readonly draftConflict: View
  readonly draftLine: View
  readonly draftNotes: View
  readonly reviewStep: View
  readonly reviewWays: View
  readonly sendError: View
  readonly sentStep: View
  /** The errors of the form above its fields. */
  summary(host: DealFormHost, errors: readonly ListedError[]): unknown
  errorsOf(filled: FilledForm): readonly ListedError[]
  errorsAt(filled: FilledForm, field: Field, errors: readonly ListedError[]): readonly ListedError[]
  keepInView(host: DealFormHost): Promise<void>
  /** The text for screen readers while the registration is sent. */
  saying(registration: Registration, host: DealFormHost): string
  review(registration: Registration): void
  submit(registration: Registration): Promise<void>
  runCheck(registration: Registration): Promise<void>
  /** The errors of the availability check, and the views above and below it. */
  shownAnswer(
    host: DealFormHost,
    registration: Registration,
  ): { errors: readonly ListedError[]; above: unknown; below: unknown }
  addProduct(registration: Registration, choice: Choice | Unmatched | undefined, input: Input): void
  /** The chosen products, each with a button that removes it. */
  chips(host: DealFormHost, registration: Registration, input: Input): unknown
}
