import { Directive, directive, type ChildPart } from 'lit/directive.js'
import type { Field } from '@prmkit/contract'
import type { FieldContext, ShownError } from './context.ts'
import { fetchParts, loadFor, type Parts } from './lazy.ts'

class ErrorWordsDirective extends Directive {
  #parts: Parts | undefined

  render(context: FieldContext, field: Field, error: ShownError): string {
    if (this.#parts) return this.#parts.errorText(context, field, error)
    return error.detail ?? context.t('errorOther')
  }

  override update(place: ChildPart, words: [FieldContext, Field, ShownError]): string {
    const say = (parts: Parts) => {
      this.#parts = parts
      parts.redraw(place, this.render(...words), this)
    }
    // Without them the general words stay.
    if (!this.#parts) loadFor(place, fetchParts).then(say, () => {})
    return this.render(...words)
  }
}

/** The error of a field in words, which are loaded with the first error. */
export const errorWords = directive(ErrorWordsDirective)
