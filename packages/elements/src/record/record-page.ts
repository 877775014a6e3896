import { html, nothing, type TemplateResult } from 'lit'

/** The places of a record page. */
export interface RecordPlaces {
  /** A quiet line over the name, such as a number. */
  readonly over?: unknown
  readonly name: unknown
  /** A quiet line under the name. */
  readonly under?: unknown
  /** Status, clock, next action and owner; before the content where the page is narrow. */
  readonly rail?: unknown
  /** The content of the record. */
  readonly main: unknown
  /** Messages, or what else is beside the content and at the end of a narrow page. */
  readonly messages?: unknown
}

/** A main column and a side rail; one column where the page is narrow. */
export const recordPage = (places: RecordPlaces): TemplateResult =>
  html`<article>
    <header>
      ${places.over ? html`<p class="muted">${places.over}</p>` : nothing}
      <h2 id="heading" tabindex="-1">${places.name}</h2>
      ${places.under ? html`<p class="muted">${places.under}</p>` : nothing}
    </header>
    ${places.rail ? html`<div class="rail">${places.rail}</div>` : nothing}
    <div class="main">${places.main}</div>
    ${places.messages ? html`<div class="side">${places.messages}</div>` : nothing}
  </article>`
