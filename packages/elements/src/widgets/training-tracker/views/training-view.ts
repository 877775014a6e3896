import { html, nothing, type TemplateResult } from 'lit'
import { loadLate } from '../../../base/load-late.ts'
import type { RecordOwner } from '../../../base/record-owner.ts'
import { frame } from '../../../primitives/frame/frame.ts'
import { icon } from '../../../primitives/icon/icon.ts'
import { arrowLeft } from '../../../primitives/icon/later-icons.ts'
import { TrainingPart } from '../../../training/training-part.ts'
import type * as tools from './training-tools.ts'
import { styles } from './training-view.styles.ts'

/** A view of the training tracker beside its list: a heading, the way back, and its content. */
export abstract class TrainingView extends TrainingPart {
  static override styles = styles

  /** The tracker around the view. */
  owner: RecordOwner<never> | undefined
  /** The text of its heading. */
  protected abstract readonly heading: 'paths' | 'classes' | 'certificates' | 'team'

  #tools: typeof tools | undefined
  #feed: tools.CalendarFeed | undefined

  /** The content, once it is loaded. */
  protected abstract content(): unknown

  protected override openCourse(id: string): void {
    this.owner?.open(id)
  }

  /** The button that saves a transcript, once its file is there. */
  protected transcript(scope: 'me' | 'team'): unknown {
    return this.#tools ? html`<p>${this.#tools.transcriptButton(this, scope)}</p>` : nothing
  }

  /** The section with the reader’s address for calendar programs, once its file is there. */
  protected calendarFeed(): unknown {
    this.#feed ??= this.#tools && new this.#tools.CalendarFeed(this)
    return this.#feed?.section() ?? nothing
  }

  override firstUpdated(): void {
    void loadLate(this, () => import('./training-tools.ts')).then(
      (file) => {
        this.#tools = file
        this.requestUpdate()
      },
      (error: unknown) => this.degrade(error),
    )
  }

  protected override clear(): void {
    // An address belongs to one reader.
    this.#feed = undefined
  }

  override connectedCallback(): void {
    super.connectedCallback()
    // The same element comes back with what it showed before, which may be old.
    if (this.loaded) void this.reload(true)
    void this.updateComplete.then(() => this.#focusHeading())
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    if (changed.get('state') === 'loading' && this.loaded) this.#focusHeading()
  }

  override render(): TemplateResult {
    return html`<button
        class="button quiet back"
        type="button"
        @click=${() => this.owner?.open('')}
      >
        ${icon(arrowLeft)}${this.t('back')}
      </button>
      ${frame(
        this as never,
        () =>
          html`<h2 id="heading" tabindex="-1">${this.t(this.heading)}</h2>
            <div class="content">${this.content()}</div>`,
      )}`
  }

  #focusHeading() {
    this.renderRoot.querySelector<HTMLElement>('#heading')?.focus()
  }
}
