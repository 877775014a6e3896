import { html, LitElement, type TemplateResult } from 'lit'

/** A part of a desk: the label of the button that shows it, and its element. */
export type DeskTab = readonly [label: string, part: TemplateResult]

/** A desk of several parts, of which one is shown. */
export abstract class DeskTabs extends LitElement {
  static override properties = { shown: { state: true } }

  declare shown: number
  readonly #name: string
  readonly #choice: string
  readonly #tabs: readonly DeskTab[]

  /** Takes the name of the desk, and that of the choice between its parts. */
  constructor(name: string, choice: string, tabs: readonly DeskTab[]) {
    super()
    this.#name = name
    this.#choice = choice
    this.#tabs = tabs
    this.shown = 0
  }

  // The desk is part of the site: its styles are the site's.
  protected override createRenderRoot(): HTMLElement {
    return this
  }

  override render(): TemplateResult {
    return html`<section class="report" aria-label=${this.#name}>
      <div class="tabs" role="group" aria-label=${this.#choice}>
        ${this.#tabs.map(
          ([label], at) =>
            html`<button aria-pressed=${at === this.shown} @click=${() => (this.shown = at)}>
              ${label}
            </button>`,
        )}
      </div>
      ${this.#tabs[this.shown]?.[1]}
    </section>`
  }
}
