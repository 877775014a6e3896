// The fields of a form without what makes them a form: for a plain page, and in Shoelace.
import type { Field, Form } from '@prmkit/contract'

export const shoelaceTags = 'input textarea select option checkbox button'
  .split(' ')
  .map((name) => `${name}/${name}`)

const fieldsOf = ({ sections }: Form) =>
  sections.flatMap(({ fields }) => fields).filter(({ hidden }) => !hidden)

const optionsOf = ({ options = [] }: Field) => options.map(({ value, label }) => ({ value, label }))

/** Native controls, one for each field. */
export const plainFields = (form: Form): string =>
  fieldsOf(form)
    .map((field) => {
      const { label, type } = field
      const options = optionsOf(field).map(
        ({ value, label }) => `<option value="${value}">${label}`,
      )
      if (options.length) return `<label>${label} <select>${options.join('')}</select></label>`
      if (type === 'long_text') return `<label>${label} <textarea></textarea></label>`
      if (type === 'consent' || type === 'yes_no')
        return `<label><input type="checkbox"> ${label}</label>`
      return `<label>${label} <input type="text"></label>`
    })
    .join('<br>\n')

/** The same with Shoelace's controls. */
export const bareFields = (form: Form): string =>
  fieldsOf(form)
    .map((field) => {
      const { label, type } = field
      const options = optionsOf(field).map(
        ({ value, label }) => `<sl-option value="${value}">${label}</sl-option>`,
      )
      if (options.length) return `<sl-select label="${label}">${options.join('')}</sl-select>`
      if (type === 'long_text') return `<sl-textarea label="${label}"></sl-textarea>`
      if (type === 'consent' || type === 'yes_no') return `<sl-checkbox>${label}</sl-checkbox>`
      return `<sl-input label="${label}"></sl-input>`
    })
    .join('\n')
