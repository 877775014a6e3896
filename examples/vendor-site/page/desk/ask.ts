import { html, nothing, type TemplateResult } from 'lit'
import type { Option, Question } from './desk-actions.ts'
import { longDay, words } from './words.ts'

/** The facts that the fields of a decision need besides their questions. */
export interface Answers {
  /** The dates as they are now, by name. */
  dates: Record<string, string | undefined>
  /** Names of what was asked and not answered. */
  missing: readonly string[]
}

/** The fields for the questions of one action; plain HTML that the site's own styles dress. */
export const ask = (questions: readonly Question[], answers: Answers): TemplateResult[] =>
  questions.map((question) => fieldFor(question, answers))

function fieldFor(question: Question, answers: Answers) {
  const { name, label, kind, required, search } = question
  const id = `ask-${name}`
  if (kind === 'checks') return checks(question, answers.missing.includes(name))
  if (kind === 'lookup') {
    return html`<prm-combobox
      name=${name}
      .label=${label}
      .hint=${words.duplicateHint}
      .search=${search}
    ></prm-combobox>`
  }
  const date = kind === 'date' && longDay(answers.dates[name] ?? question.value)
  return html`<p class="field">
    <label for=${id}
      >${label} ${required ? nothing : html`<span class="soft">${words.optional}</span>`}</label
    >
    ${control(id, question)}
    ${date ? html`<small id="${id}-date" class="soft">${date}</small>` : nothing}
  </p>`
}

function checks({ name, label, groups = [] }: Question, missing: boolean) {
  const box = ({ value, label: text }: Option) =>
    html`<label
      ><input
        type="checkbox"
        name=${name}
        value=${value}
        aria-describedby=${missing ? `ask-${name}-missing` : nothing}
      />${text}</label
    >`
  return html`<fieldset class="checks">
    <legend>${label}</legend>
    ${missing ? html`<p id="ask-${name}-missing" class="failed" role="alert">${words.fieldsMissing}</p>` : nothing}
    ${groups.map(
      (group) =>
        html`<div role="group" aria-label=${group.label}>
          <p class="soft">${group.label}</p>
          ${group.options.map(box)}
        </div>`,
    )}
  </fieldset>`
}

function control(id: string, { name, kind, required = false, value, min, options = [] }: Question) {
  if (kind === 'select') {
    return html`<select id=${id} name=${name} ?required=${required}>
      ${value ? nothing : html`<option value="">${words.chooseOne}</option>`}
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
    min=${min ?? nothing}
    aria-describedby=${kind === 'date' ? `${id}-date` : nothing}
    ?required=${required}
  />`
}
