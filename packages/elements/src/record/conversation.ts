import { html, nothing, type TemplateResult } from 'lit'
import type { Deal, TimelineEntry } from '@prmkit/contract'
import { formatInstant, formatSize } from '../base/format.ts'
import { icon } from '../primitives/icon/icon.ts'
import { paperclip, trash2 } from '../primitives/icon/icons.ts'
import { timeline } from '../primitives/timeline/timeline.ts'
import type { PrmDealDetail } from '../widgets/deal-list/detail/deal-detail.ts'
import { longest } from '../widgets/deal-list/detail/detail-commands.ts'
import { listing } from '../widgets/deal-list/detail/next-steps.ts'

const events = {
  'deal.created': 'eventCreated',
  'deal.updated': 'eventUpdated',
  'deal.submitted': 'eventSubmitted',
  'deal.withdrawn': 'eventWithdrawn',
  'deal.review_started': 'eventReview',
  'deal.approved': 'eventApproved',
  'deal.returned': 'eventReturned',
  'deal.rejected': 'eventRejected',
  'deal.declined': 'eventDeclined',
  'deal.marked_duplicate': 'eventDuplicate',
  'deal.lapsed': 'eventLapsed',
  'deal.appealed': 'eventAppealed',
  'deal.converted': 'eventConverted',
  'deal.closed': 'eventClosed',
  'deal.released': 'eventReleased',
  'deal.expired': 'eventExpired',
  'deal.extension_requested': 'eventExtensionRequested',
  'deal.extension_granted': 'eventExtensionGranted',
  'deal.extension_refused': 'eventExtensionRefused',
  'deal.reopened': 'eventReopened',
  'deal.handed_over': 'eventHandedOver',
  'deal.commented': 'eventCommented',
  'deal.unblocked': 'eventUnblocked',
  'deal.attached': 'eventAttached',
  'deal.detached': 'eventDetached',
} as const

/** What partner and vendor wrote, and a place to write. */
export function talk(detail: PrmDealDetail): TemplateResult {
  const { t, locale, comments } = detail
  const { writing, room } = detail.commands
  const send = (event: SubmitEvent) => {
    event.preventDefault()
    void detail.commands.comment()
  }
  return html`<section>
    <h3>${t('messages')}</h3>
    ${
      comments?.length
        ? html`<ol class="talk">
            ${comments.map(
              ({ id, author, text, createdAt }) =>
                html`<li class=${author.side} id="comment-${id}">
                  <p class="small muted">
                    <bdi>${author.name}</bdi> ·
                    <time datetime=${createdAt}>${formatInstant(locale, createdAt)}</time>
                  </p>
                  <p class="prose" dir="auto">${text}</p>
                </li>`,
            )}
          </ol>`
        : comments && html`<p class="muted">${t('noMessages')}</p>`
    }
    <form class="write" @submit=${send}>
      <label class="label" for="comment">${t('write')}</label>
      <textarea
        id="comment"
        class="control"
        dir="auto"
        autocomplete="off"
        aria-describedby="room"
        aria-invalid=${room < 0 ? 'true' : nothing}
        .value=${writing}
        @input=${(event: Event) => detail.commands.write((event.target as HTMLTextAreaElement).value)}
      ></textarea>
      <div class="above">
        <button
          class="button"
          aria-disabled=${!writing.trim() || room < 0}
          aria-busy=${detail.commands.sending}
        >
          ${t('send')}
        </button>
        <p id="room" class="small ${room < 0 ? 'wrong' : 'muted'}" role="status">
          ${
            room < 0
              ? t('tooLong', { n: longest, over: -room })
              : room < longest / 10
                ? t('room', { n: room })
                : nothing
          }
        </p>
      </div>
    </form>
  </section>`
}

/** The attached files. */
export function files(
  detail: PrmDealDetail,
  { attachments, editableFields, status }: Deal,
): TemplateResult {
  const { t, locale } = detail
  // While it is returned, evidence may be added beside the fields that were opened.
  const mayChange = status === 'action_required' || editableFields.includes('/fileIds')
  return html`<section>
    <h3>${t('files')}</h3>
    ${
      attachments.length
        ? html`<ul class="attached">
            ${attachments.map(
              ({ fileId, name, size: bytes }) =>
                html`<li>
                  ${icon(paperclip)}
                  <button
                    class="text"
                    type="button"
                    @click=${() => detail.commands.download(fileId)}
                  >
                    <bdi>${name}</bdi>
                  </button>
                  <span class="small muted">${formatSize(locale, bytes)}</span>
                  ${
                    mayChange
                      ? html`<button
                          class="button quiet square"
                          type="button"
                          aria-label=${t('removeFile', { name })}
                          @click=${() => detail.commands.detach(fileId)}
                        >
                          ${icon(trash2)}
                        </button>`
                      : nothing
                  }
                </li>`,
            )}
          </ul>`
        : html`<p class="muted">${t('noFiles')}</p>`
    }
    ${
      mayChange
        ? html`<label class="button attach" aria-busy=${detail.commands.uploading}>
            ${icon(paperclip)}${t('addFiles')}
            <input
              class="away"
              type="file"
              multiple
              @change=${(event: Event) => detail.commands.attach(event.target as HTMLInputElement)}
            />
          </label>`
        : nothing
    }
  </section>`
}

/** What happened to the registration. */
export function history(detail: PrmDealDetail): TemplateResult | typeof nothing {
  const { t, locale, history: entries, discovery, form } = detail
  const fields = new Map(
    (form?.sections ?? [])
      .flatMap((section) => section.fields)
      .map(({ pointer, label }) => [pointer, label]),
  )
  const text = ({ reason, changed }: TimelineEntry) => {
    const known = discovery?.deals.reasons.find(({ value }) => value === reason?.code)?.label
    const names = changed?.flatMap((pointer) => fields.get(pointer) ?? [])
    const parts = [known, reason?.text, names?.length ? listing(locale, names) : undefined]
    const filled = parts.filter(Boolean)
    return filled.length
      ? filled.map((part, index) => html`${index ? ' · ' : nothing}<bdi>${part}</bdi>`)
      : undefined
  }
  if (!entries.length) return nothing
  return html`<section>
    <h3>${t('history')}</h3>
    ${timeline(
      entries.map((entry) => ({
        title: t(events[entry.type as keyof typeof events] ?? 'eventOther'),
        at: entry.at,
        // What went by itself has nobody to name, and no name to translate.
        actor: entry.actor.side === 'system' ? undefined : entry.actor.name,
        text: text(entry),
      })),
      locale,
    )}
  </section>`
}
