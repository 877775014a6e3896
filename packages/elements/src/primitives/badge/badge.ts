import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { host } from '../../styles/host.ts'
import { toneStyles } from '../../styles/tone.ts'
import { icon, type Icon } from '../icon/icon.ts'
import { badgeStyles } from './badge.styles.ts'

/** The meaning of each colour; words always say it too. */
export type Tone = 'accent' | 'neutral' | 'success' | 'warning' | 'error'

/** A short status in words and colour. */
export const badge = (tone: Tone, text: unknown, sign?: Icon): TemplateResult =>
  html`<span class="badge ${tone}" part="badge">${sign ? icon(sign) : nothing}${text}</span>`

/**
 * @summary A short status in words and colour.
 *
 * @slot - The words.
 * @csspart badge - The coloured shape.
 */
export class PrmBadge extends LitElement {
  static override styles = [
    host,
    toneStyles,
    badgeStyles,
    css`
      :host {
        display: inline-block;
      }

      .root {
        container-type: normal;
      }
    `,
  ]
  static override properties = { tone: {} }

  /** The meaning of the colour. */
  declare tone: Tone

  constructor() {
    super()
    this.tone = 'neutral'
  }

  override render(): TemplateResult {
    return html`<span class="root">${badge(this.tone, html`<slot></slot>`)}</span>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'prm-badge': PrmBadge
  }
}
