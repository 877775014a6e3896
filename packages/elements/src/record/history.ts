import { html, nothing, type TemplateResult } from 'lit'
import type { TimelineEntry } from '@prmkit/contract'
import { timeline } from '../primitives/timeline/timeline.ts'
import { allOf, type Walkable } from './all-of.ts'
import type { ReadOptions, RecordItem, RecordScene } from './record-scene.ts'

/** The operation of a resource whose records have a history. */
export interface HistoryOperations {
  listTimeline(
    input: { params: { id: string }; query: { limit: number } },
    options?: ReadOptions,
  ): Walkable<TimelineEntry>
}

/** The words of a resource for the events of its records. */
export interface HistoryWords {
  /** The name of an event, such as `case.closed`. */
  titleOf(type: string): string
  /** The vendor's word for the code of a reason. */
  reasonOf?(code: string): string | undefined
  /** The label of the field at a pointer. */
  labelOf?(pointer: string): string | undefined
}

/** The past of a record, the latest event first. */
export class RecordHistory<Item extends RecordItem = RecordItem> {
  entries: readonly TimelineEntry[] = []
  readonly #scene: RecordScene<Item, HistoryOperations>

  constructor(scene: RecordScene<Item, HistoryOperations>) {
    this.#scene = scene
  }

  /** Fetches the history. */
  async load(signal?: AbortSignal): Promise<void> {
    const { operations, recordId: id } = this.#scene
    if (!operations || !id) return
    const input = { params: { id }, query: { limit: 100 } }
    const entries = await allOf(operations.listTimeline(input, { signal }))
    if (id === this.#scene.recordId) this.entries = entries.toReversed()
  }

  render(words: HistoryWords): TemplateResult | typeof nothing {
    const { t, locale } = this.#scene
    if (!this.entries.length) return nothing
    const items = this.entries.map((entry) => ({
      title: words.titleOf(entry.type),
      at: entry.at,
      // An event that came by itself has nobody to name, and no name to translate.
      actor: entry.actor.side === 'system' ? undefined : entry.actor.name,
      text: details(entry, words, locale),
    }))
    return html`<section>
      <h3>${t('history')}</h3>
      ${timeline(items, locale)}
    </section>`
  }
}

/** The reason of an event and the fields that it changed; each part may be in another language. */
function details({ reason, changed }: TimelineEntry, words: HistoryWords, locale: string) {
  const names = changed?.flatMap((pointer) => words.labelOf?.(pointer) ?? [])
  const parts = [
    reason?.code && words.reasonOf?.(reason.code),
    reason?.text,
    names?.length && new Intl.ListFormat(locale, { type: 'conjunction' }).format(names),
  ].filter(Boolean)
  return parts.length
    ? parts.map((part, index) => html`${index ? ' · ' : nothing}<bdi>${part}</bdi>`)
    : undefined
}
