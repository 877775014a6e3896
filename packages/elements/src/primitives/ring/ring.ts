import { html, type TemplateResult } from 'lit'

const length = 2 * Math.PI * 20

/** A ring that fills with a share from 0 to 1; words beside it have to say the same. */
export const ring = (share: number): TemplateResult =>
  html`<svg class="ring" viewBox="0 0 48 48" aria-hidden="true">
    <circle cx="24" cy="24" r="20" />
    <circle
      class="filled"
      cx="24"
      cy="24"
      r="20"
      stroke-dasharray="${(length * share).toFixed(1)} ${length.toFixed(1)}"
    />
  </svg>`
