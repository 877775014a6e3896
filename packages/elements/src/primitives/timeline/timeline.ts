import { html, nothing, type TemplateResult } from 'lit'
import { formatInstant } from '../../base/values/format.ts'
import { LocalElement } from '../../base/local-element.ts'
import { catalog } from '../../locales/common/catalog.ts'
import { host } from '../../styles/host.ts'
import { successStyles } from '../../styles/success.ts'
import { toneStyles } from '../../styles/tone.ts'
import type { Tone } from '../badge/badge.ts'
import { timelineStyles } from './timeline.styles.ts'

/** One thing that happened. */
export interface TimelineItem {
  /** The change in a few words. */
  readonly title: unknown
  /** When, as an instant. */
  readonly at: string
  /** The person who did it. */
  readonly actor?: string | undefined
  /** More, such as a comment or a reason. */
  readonly text?: unknown
  /** The meaning of its colour. */
  readonly tone?: Tone | undefined
}

/** Events in the order given. */
export const timeline = (items: readonly TimelineItem[], locale: string): TemplateResult =>
  html`<ol class="timeline" part="timeline" role="list">
    ${items.map(
      ({ title, at, actor, text, tone }) =>
        html`<li class=${tone ?? nothing}>
          <strong>${title}</strong>
          <div class="small muted">
            ${actor ? html`<bdi>${actor}</bdi> · ` : nothing}
            <time datetime=${at}>${formatInstant(locale, at)}</time>
          </div>
          ${text ? html`<p>${text}</p>` : nothing}
        </li>`,
    )}
  </ol>`

/**
 * @summary What happened to a record, by whom and when.
 *
 * @csspart timeline - The list.
 */
export class PrmTimeline extends LocalElement {
  static override catalog = catalog
  static override styles = [host, toneStyles, successStyles, timelineStyles]
  static override properties = { ...LocalElement.properties, items: { attribute: false } }

  /** The events in the order to show. */
  declare items: readonly TimelineItem[]

  constructor() {
    super()
    this.items = []
  }

  override render(): TemplateResult {
    return html`<div class="root" lang=${this.language} dir=${this.direction}>
      ${timeline(this.items, this.locale)}
    </div>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'prm-timeline': PrmTimeline
  }
}
