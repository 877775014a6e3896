import { html } from 'lit'
import { errorText } from '../../../primitives/field/error-text.ts'
import { focusField } from '../../../primitives/field/field-id.ts'
import { icon } from '../../../primitives/icon/icon.ts'
import { circleAlert } from '../../../primitives/icon/icons.ts'
import type { PrmDealForm } from '../deal-form.ts'
import type { ListedError } from '../../../forms/form-errors.ts'
import { textsOf } from '../later-texts.ts'

/** What is wrong, with links to the fields; takes the focus after an attempt to go on. */
export function errorSummary(host: PrmDealForm, errors: readonly ListedError[]) {
  const t = textsOf(host)
  const { context } = host
  const go = (pointer: string) => (event: Event) => {
    event.preventDefault()
    focusField(host.renderRoot as ShadowRoot, pointer)
  }
  const line = (error: ListedError) => {
    const { field: at, pointer, reachable, detail, code } = error
    if (!at) return t('summaryOther', { detail: detail || `${pointer} ${code}` })
    const text = html`<bdi>${at.label}</bdi>: ${errorText(context!, at, error)}`
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
