import { html, type TemplateResult } from 'lit'
import { PortalElement } from '../../../base/portal-element.ts'
import type { RecordOwner } from '../../../base/record-owner.ts'
import { catalog, type ViewMessages } from '../../../locales/training-views/catalog.ts'
import { frame } from '../../../primitives/frame/frame.ts'
import { icon } from '../../../primitives/icon/icon.ts'
import { arrowLeft } from '../../../primitives/icon/later-icons.ts'
import { reason } from '../../../primitives/problem/problem.ts'
import { recordLink } from '../../../primitives/record-link/record-link.ts'
import { toast } from '../../../primitives/toast/toast.ts'
import { styles } from './training-view.styles.ts'

/** A view of the training tracker beside its list: a heading, the way back, and its content. */
export abstract class TrainingView extends PortalElement<ViewMessages> {
  static override catalog = catalog
  static override styles = styles
  static override properties = { ...PortalElement.properties, courseHref: { attribute: false } }

  /** The address of a course on this site, with `{id}`. */
  declare courseHref: string | undefined
  /** The tracker around the view. */
  owner: RecordOwner<never> | undefined
  /** The text of its heading. */
  protected abstract readonly heading: 'paths' | 'classes' | 'certificates' | 'team'
  #sending = false

  /** The content, once it is loaded. */
  protected abstract content(): unknown

  /** The way to a course. */
  readonly courseLink = ({ id, title }: { id: string; title: string }): TemplateResult =>
    recordLink({
      ...{ id, href: this.courseHref, look: 'text', label: html`<bdi>${title}</bdi>` },
      open: (id) => this.owner?.open(id),
    })

  /** Tells for a moment and aloud of something that was done. */
  announce(text: string): void {
    const root = this.renderRoot.querySelector('.root')
    if (root) toast(root, { text, closeLabel: this.t('close') })
  }

  /** Does something once; a failure is announced, and what is shown is fetched anew. */
  async attempt(work: () => Promise<unknown>): Promise<void> {
    if (this.#sending) return
    this.#sending = true
    try {
      await work()
    } catch (error) {
      this.announce(`${this.t('notDone')}: ${reason(this.t as never, error)}`)
      await this.reload(true)
    }
    this.#sending = false
    this.requestUpdate()
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
