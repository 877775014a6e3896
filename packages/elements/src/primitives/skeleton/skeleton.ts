import { html, type TemplateResult } from 'lit'

/** The shape of what is loading: labels and boxes; `label` tells a screen reader. */
export const skeleton = (label: string, boxes = 3): TemplateResult =>
  html`<div class="skeleton" part="skeleton">
    <span class="away" role="status">${label}</span>
    ${Array.from({ length: boxes * 2 }, () => html`<i></i>`)}
  </div>`
