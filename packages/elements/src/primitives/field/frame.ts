import { html, nothing, type TemplateResult } from 'lit'
import type { Field } from '@prmkit/contract'
import { icon } from '../icon/icon.ts'
import { circleAlert } from '../icon/icons.ts'
import type { FieldContext, FieldState, ShownError } from './context.ts'
import type { Attributes } from './control.ts'
import { errorWords } from './error-words.ts'
import { fieldId } from './field-id.ts'
import { loadDrawn } from './lazy.ts'

/** A field on its way to the screen: what a control needs to draw itself. */
export interface Drawn {
  readonly context: FieldContext
  readonly field: Field
  readonly state: FieldState
  readonly id: string
  /** The attributes of every native control of the field: id, descriptions, validity, autofill. */
  readonly attributes: Attributes
}

const own = ({ field, state }: Pick<Drawn, 'field' | 'state'>) =>
  state.errors?.find(({ pointer }) => pointer === field.pointer)

/** Prepares a field. */
export function draw(context: FieldContext, field: Field, state: FieldState): Drawn {
  const id = fieldId(field.pointer)
  const error = own({ field, state })
  return { context, field, state, id, attributes: attributesOf(id, state, error, field) }
}

function attributesOf(
  id: string,
  { required, readOnly }: FieldState,
  error: ShownError | undefined,
  { hint, autocomplete, placeholder }: Partial<Field>,
): Attributes {
  return {
    id,
    'aria-describedby':
      [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined,
    'aria-invalid': error && 'true',
    'aria-required': required && 'true',
    autocomplete: autocomplete ?? 'off',
    placeholder,
    readonly: readOnly,
  }
}

/** The same attributes with one more description. */
export const describedBy = (attributes: Attributes, id: string | false): Attributes =>
  id
    ? { ...attributes, 'aria-describedby': `${attributes['aria-describedby'] || ''} ${id}`.trim() }
    : attributes

/** The sentence under a control that says what is wrong. */
export const errorLine = (id: string, text: unknown): TemplateResult =>
  html`<p class="wrong" id=${`${id}-error`} part="field-error">
    ${icon(circleAlert)}<span>${text}</span>
  </p>`

const mark = ({ required, readOnly }: FieldState, words?: string) =>
  required && !readOnly
    ? html`&nbsp;<span class="mark" aria-hidden="true">*</span>${
          words ? html`<span class="away">(${words})</span>` : nothing
        }`
    : nothing

const hintLine = ({ id, field }: Drawn) =>
  field.hint
    ? html`<p class="hint" id=${`${id}-hint`} part="field-hint"><bdi>${field.hint}</bdi></p>`
    : nothing

const errorOf = (drawn: Drawn) => {
  const error = own(drawn)
  return error ? errorLine(drawn.id, errorWords(drawn.context, drawn.field, error)) : nothing
}

const leave =
  ({ state }: Drawn) =>
  (event: FocusEvent) => {
    const inside = (event.currentTarget as Element).contains(event.relatedTarget as Node | null)
    if (inside) return
    loadDrawn()
    state.onLeave?.()
  }

/** One control with its label, hint and error. */
export const labelled = (drawn: Drawn, content: unknown, wide = false): TemplateResult =>
  html`<div class=${wide ? 'field wide' : 'field'} part="field" @focusout=${leave(drawn)}>
    <label class="label" for=${drawn.id} part="field-label"
      ><bdi>${drawn.field.label}</bdi>${mark(drawn.state)}</label
    >
    ${hintLine(drawn)}${content}${errorOf(drawn)}
  </div>`

/** Several controls that answer one question. */
export const grouped = (drawn: Drawn, content: unknown, wide = false, role?: string) => {
  const { id, state, attributes, context, field } = drawn
  return html`<fieldset
    class=${wide ? 'field wide' : 'field'}
    part="field"
    id=${id}
    role=${role ?? nothing}
    aria-required=${role && state.required ? 'true' : nothing}
    aria-invalid=${(role && (attributes['aria-invalid'] as string)) || nothing}
    aria-describedby=${(attributes['aria-describedby'] as string) || nothing}
    @focusout=${leave(drawn)}
  >
    <legend class="label" part="field-label">
      <bdi>${field.label}</bdi>${mark(state, role ? undefined : context.t('requiredMark'))}
    </legend>
    ${hintLine(drawn)}${content}${errorOf(drawn)}
  </fieldset>`
}
