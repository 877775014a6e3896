import { html, nothing, type TemplateResult } from 'lit'
import type { Announcement } from '@prmkit/contract'
import { formatDay } from '../../base/values/format-day.ts'
import { formatInstant } from '../../base/values/format.ts'
import type { Client } from '../../base/portal.ts'
import { catalog, type AnnouncementMessages } from '../../locales/announcement/catalog.ts'
import { textBlocks } from '../../primitives/text-blocks/text-blocks.ts'
import { copyLink } from '../../record/copy-link.ts'
import { fact } from '../../record/facts.ts'
import { RecordElement, type RecordDefinition } from '../../record/record-element.ts'
import { recordPage } from '../../record/record-page.ts'
import { announcementMarks } from './announcement-marks.ts'
import { styles } from './announcement-page.styles.ts'

/** One announcement in full; the list of announcements opens it. */
export class PrmAnnouncement extends RecordElement<
  Announcement,
  Client['announcements'],
  AnnouncementMessages
> {
  static override catalog = catalog
  static override styles = styles

  override readonly definition: RecordDefinition<Announcement, Client['announcements']> = {
    resource: 'announcements',
    operations: (client) => client.announcements,
  }

  #acknowledging = false

  /** Marks the announcement as read; without the mark it is shown all the same. */
  protected override async loadRest(
    _: Client,
    { id, mine }: Announcement,
    signal: AbortSignal,
  ): Promise<void> {
    if (mine.readAt) return
    const read = this.operations?.read({ params: { id } }, { signal })
    const marked = await read?.catch(() => undefined)
    if (marked) this.took(marked)
  }

  async #acknowledge({ id }: Announcement): Promise<void> {
    if (this.#acknowledging) return
    this.#acknowledging = true
    this.requestUpdate()
    await this.attempt(async () => {
      const taken = await this.operations?.acknowledge({ params: { id } })
      if (!taken) return
      this.took(taken)
      this.announce(this.t('acknowledgeDone'))
      await this.redraw()
      this.focusHeading()
    })
    this.#acknowledging = false
    this.requestUpdate()
  }

  protected override page(announcement: Announcement): TemplateResult {
    return recordPage({
      name: html`<bdi>${announcement.title}</bdi>`,
      under: this.#day(announcement.validFrom),
      rail: this.#rail(announcement),
      main: [this.#over(announcement), textBlocks(announcement.text)],
    })
  }

  #rail(announcement: Announcement) {
    const { t } = this
    const { allowedActions, mine, validUntil } = announcement
    const isMarked = !mine.readAt || announcement.acknowledge
    return html`${isMarked ? html`<p class="above">${announcementMarks(t, announcement)}</p>` : nothing}
      ${
        allowedActions.includes('acknowledge')
          ? html`<p>${t('acknowledgeHint')}</p>
              <div class="actions">
                <button
                  class="button primary"
                  type="button"
                  aria-busy=${this.#acknowledging}
                  @click=${() => this.#acknowledge(announcement)}
                >
                  ${t('acknowledge')}
                </button>
              </div>`
          : nothing
      }
      <dl class="facts">
        ${fact(t('published'), this.#day(announcement.validFrom))}
        ${fact(t('validUntil'), validUntil && this.#lastDay(validUntil))}
        ${fact(t('acknowledgedAt'), mine.acknowledgedAt && this.#moment(mine.acknowledgedAt))}
      </dl>
      <div class="take">
        <button class="button quiet" type="button" @click=${() => copyLink(this.scene)}>
          ${t('copyLink')}
        </button>
      </div>`
  }

  /** Tells that an announcement, opened by an old link, is no longer valid. */
  #over({ validUntil }: Announcement) {
    if (!validUntil || Date.parse(validUntil) > this.now) return nothing
    return html`<p class="note warning">${this.t('over', { date: this.#lastDay(validUntil) })}</p>`
  }

  #day(instant: string): string {
    return formatInstant(this.locale, instant, { dateStyle: 'medium' })
  }

  #lastDay(instant: string): string {
    return formatDay(this.locale, instant, this.discovery?.timeZone)
  }

  #moment(instant: string): string {
    return formatInstant(this.locale, instant)
  }
}
