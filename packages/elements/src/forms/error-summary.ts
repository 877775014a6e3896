import { html, type TemplateResult } from 'lit'
import type { FieldContext } from '../primitives/field/context.ts'
import { errorText } from '../primitives/field/error-text.ts'
import { focusField } from '../primitives/field/focus-field.ts'
import { icon } from '../primitives/icon/icon.ts'
import { circleAlert } from '../primitives/icon/icons.ts'
import type { ListedError } from './form-errors.ts'
import type { FormTexts } from './form-texts.ts'

/** The root and the texts of the form that has the errors. */
export interface SummaryScene {
  readonly t: FormTexts
  readonly context: FieldContext
  readonly renderRoot: ParentNode
}

/** The errors of a form with links to the fields; takes the focus after an attempt to go on. */
export function errorSummary(
  { t, context, renderRoot }: SummaryScene,
  errors: readonly ListedError[],
): TemplateResult {
  const go = (pointer: string) => (event: Event) => {
    event.preventDefault()
    focusField(renderRoot, pointer)
  }
  const line = (error: ListedError) => {
    const { field: at, pointer, reachable, detail, code } = error
    if (!at) return t('summaryOther', { detail: detail || `${pointer} ${code}` })
    const words = errorText(context, at, error)
    const text = words.toLowerCase().includes(at.label.toLowerCase())
      ? words
      : html`<bdi>${at.label}</bdi>: ${words}`
    return reachable ? html`<a href="#" @click=${go(pointer)}>${text}</a>` : text
  }
  return html`<div
    class="note error summary"
    id="summary"
    tabindex="-1"
    role="group"
    part="summary"
    aria-labelledby="summary-title"
  >
    ${icon(circleAlert)}
    <div>
      <h3 id="summary-title">${t('summaryTitle', { n: errors.length })}</h3>
      <ul>
        ${errors.map((error) => html`<li>${line(error)}</li>`)}
      </ul>
    </div>
  </div>`
}
