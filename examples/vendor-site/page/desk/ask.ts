import { html, nothing, type TemplateResult } from 'lit'
import type { Question } from './desk-actions.ts'

/** The fields for the questions of one action; plain HTML that the site's own styles dress. */
export const ask = (questions: readonly Question[]): TemplateResult[] => questions.map(fieldFor)

function fieldFor({ name, label, kind, required = false, value, options = [] }: Question) {
  const id = `ask-${name}`
  if (kind === 'checks') {
    return html`<fieldset>
      <legend>${label}</legend>
      <div class="checks">
        ${options.map(
          (option) =>
            html`<label
              ><input type="checkbox" name=${name} value=${option.value} />${option.label}</label
            >`,
        )}
      </div>
    </fieldset>`
  }
  return html`<p class="field">
    <label for=${id}>${label}</label>
    ${control(id, name, kind, required, value, options)}
  </p>`
}

function control(
  id: string,
  name: string,
  kind: Question['kind'],
  required: boolean,
  value: string | undefined,
  options: NonNullable<Question['options']>,
) {
  if (kind === 'select') {
    return html`<select id=${id} name=${name} ?required=${required}>
      ${options.map((option) => html`<option value=${option.value}>${option.label}</option>`)}
    </select>`
  }
  if (kind === 'text') {
    return html`<textarea id=${id} name=${name} rows="4" maxlength="2000" dir="auto"></textarea>`
  }
  return html`<input
    id=${id}
    name=${name}
    type=${kind === 'date' ? 'date' : 'text'}
    value=${value ?? nothing}
    ?required=${required}
  />`
}
