import { html, nothing, type TemplateResult } from 'lit'

/** A name, and the outline in a square of 24. */
export type Icon = readonly [name: string, path: string]

const replaced: Record<string, string> = {}

/** Replaces icons by name on the whole page with path data of one's own. */
export const replaceIcons = (icons: Readonly<Record<string, string>>): void =>
  void Object.assign(replaced, icons)

/** Draws an icon, hidden from screen readers unless it has a label. */
export const icon = ([name, path]: Icon, label?: string): TemplateResult =>
  html`<svg
    class="icon"
    viewBox="0 0 24 24"
    role=${label ? 'img' : nothing}
    aria-label=${label ?? nothing}
    aria-hidden=${label ? nothing : 'true'}
  >
    <path d=${replaced[name] ?? path}></path>
  </svg>`
