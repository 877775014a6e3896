import { html, nothing } from 'lit'
import type { Field } from '@prmkit/contract'
import { isRequired, isVisible, valueAt } from '@prmkit/contract/rules'
import type { FieldContext, ShownError } from '../primitives/field/context.ts'
import { field } from '../primitives/field/field.ts'
import type { FilledForm } from './filled-form.ts'
import { effective, isEditable } from './form-values.ts'

/** The errors of a form's fields, and the receiver of their input. */
export interface SectionsOptions {
  readonly readOnly: boolean | undefined
  /** The name of the list of so many optional fields. */
  optional(count: number): string
  errorsAt(field: Field): readonly ShownError[] | undefined
  onInput(pointer: string, value: unknown): void
  onLeave(pointer: string): void
}

/** The sections of a form with the fields that are part of it for these values. */
export function formSections(
  context: FieldContext,
  filled: FilledForm,
  { readOnly, optional, errorsAt, onInput, onLeave }: SectionsOptions,
): unknown[] {
  const values = effective(filled.form, filled.values)
  // A hidden field leaves an empty place, so that the others keep their element and the focus.
  return filled.form.sections.map(({ title, hint, fields }, index) => {
    const rest: unknown[] = []
    let count = 0
    const shown = fields.map((definition, place) => {
      if (definition.hidden || !isVisible(definition, values)) return nothing
      const { pointer } = definition
      const locked = readOnly || !isEditable(definition, filled.record)
      const value = valueAt(filled.values, pointer)
      const required = isRequired(definition, values)
      const errors = errorsAt(definition) ?? []
      const template = field(context, definition, {
        value,
        required: !locked && required,
        readOnly: locked,
        errors,
        onInput: (value) => onInput(pointer, value),
        onLeave: () => onLeave(pointer),
      })
      if (filled.isFolded(definition, required, value)) {
        if (required || value !== undefined || errors.length) filled.unfolded.add(index)
        rest[place] = template
        count++
        return nothing
      }
      return template
    })
    if (!count && shown.every((template) => template === nothing)) return nothing
    return html`<section class="section" part="section" aria-labelledby=${`section-${index}`}>
      <h3 id=${`section-${index}`}><bdi>${title}</bdi></h3>
      ${hint ? html`<p class="hint"><bdi>${hint}</bdi></p>` : nothing}
      <div class="fields">${shown}</div>
      ${
        count
          ? html`<details ?open=${filled.unfolded.has(index)}>
              <summary>${optional(count)}</summary>
              <div class="fields">${rest}</div>
            </details>`
          : nothing
      }
    </section>`
  })
}
