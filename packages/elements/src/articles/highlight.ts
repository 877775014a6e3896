import { html } from 'lit'
import type { Highlight } from '@prmkit/contract'

/** A found text with what was found in it. */
export const highlight = (spans: Highlight): readonly unknown[] =>
  spans.map(({ text, hit }) => (hit ? html`<mark class="hit">${text}</mark>` : text))
