import { html, type TemplateResult } from 'lit'
import type { Client } from '../base/portal.ts'
import { PortalElement } from '../base/portal-element.ts'
import { catalog, type ViewMessages } from '../locales/training-views/catalog.ts'
import { reason } from '../primitives/problem/problem.ts'
import { recordLink } from '../primitives/record-link/record-link.ts'
import { toast } from '../primitives/toast/toast.ts'

/** A part of the training beside the list of courses: its texts, its links to courses, and its deeds. */
export abstract class TrainingPart extends PortalElement<ViewMessages> {
  static override catalog = catalog
  static override properties = {
    ...PortalElement.properties,
    courseHref: { attribute: 'course-href' },
  }

  /** The address of a course on this site, with `{id}`; makes links that can be copied. */
  declare courseHref: string | undefined
  #sending = false
  #refreshing: AbortController | undefined

  /** Opens a course. */
  protected abstract openCourse(id: string): void

  /** The way to a course. */
  readonly courseLink = ({ id, title }: { id: string; title: string }): TemplateResult =>
    recordLink({
      ...{ id, href: this.courseHref, look: 'text', label: html`<bdi>${title}</bdi>` },
      open: (id) => this.openCourse(id),
    })

  /**
   * Fetches what is shown anew, as a change asks for; `reload` would also begin to follow changes
   * anew, which begins with a change.
   */
  async refresh(client: Client, signal: AbortSignal): Promise<void> {
    this.#refreshing?.abort()
    this.#refreshing = new AbortController()
    const both = AbortSignal.any([signal, this.#refreshing.signal])
    try {
      await this.load(client, both)
      this.requestUpdate()
    } catch (error) {
      if (!both.aborted) this.degrade(error)
    }
  }

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
}
