import type { Deal } from '@prmkit/contract'
import { randomId } from '../../../base/random-id.ts'
import { accepts } from '../../../primitives/file-drop/accepts.ts'
import { formatSize } from '../../../base/format.ts'
import type { PrmDealDetail } from './deal-detail.ts'

// What no message may hold: control characters and halves of characters.
const unwritable = /[\0-\x08\v\f\x0e-\x1f\x7f-\x9f]|\p{Cs}/gu

/** The most characters of a message. */
export const longest = 5000

/** What the reader does with a registration beside its actions: write, attach, take away. */
export class DetailCommands {
  sending = false
  uploading = false
  readonly #detail: PrmDealDetail
  // Kept while another registration is looked at; one key for one text, so that it arrives once.
  readonly #written = new Map<string, { readonly text: string; readonly key: string }>()

  constructor(detail: PrmDealDetail) {
    this.#detail = detail
  }

  /** What is being written to the vendor about the registration that is shown. */
  get writing(): string {
    return this.#written.get(this.#detail.dealId ?? '')?.text ?? ''
  }

  /** How many more characters a message may have. */
  get room(): number {
    return longest - this.writing.trim().length
  }

  /** Forgets what was written, as when its writer leaves. */
  forget(): void {
    this.#written.clear()
  }

  write(text: string): void {
    if (text !== this.writing)
      this.#written.set(this.#detail.dealId ?? '', { text, key: randomId() })
    this.#detail.requestUpdate()
  }

  /** Sends what was written; it stays in its field until the backend has it. */
  async comment(): Promise<void> {
    const { client, dealId } = this.#detail
    const written = this.#written.get(dealId ?? '')
    const text = (written?.text ?? '').replace(unwritable, '').trim()
    if (!client || !dealId || !written || !text || this.room < 0 || this.sending) return
    this.sending = true
    await this.#detail.attempt(async () => {
      const { key: idempotencyKey } = written
      await client.deals.addComment({ params: { id: dealId }, body: { text }, idempotencyKey })
      if (this.#written.get(dealId) === written) this.#written.delete(dealId)
      await this.#detail.fetchJournal()
      this.#detail.announce(this.#detail.t('messageSent'))
    })
    this.sending = false
    this.#detail.requestUpdate()
  }

  async attach(input: HTMLInputElement): Promise<void> {
    const { client } = this.#detail
    const chosen = [...(input.files ?? [])]
    input.value = ''
    if (!client || this.uploading) return
    this.uploading = true
    this.#detail.requestUpdate()
    for (const one of chosen) {
      const refused = whyNot(this.#detail, one)
      if (refused) this.#detail.announce(`${one.name}: ${refused}`)
      else
        await this.#detail.attempt(async () => {
          const { id: fileId, status, statusReason } = await client.upload(one)
          if (status === 'rejected')
            return this.#detail.announce(
              `${one.name}: ${statusReason ?? this.#detail.t('fileRejected')}`,
            )
          const { deal } = this.#detail
          if (!deal) return
          const params = { id: deal.id }
          this.#detail.took(
            await client.deals.attach({ params, ifMatch: deal.revision, body: { fileId } }),
          )
          this.#detail.announce(`${this.#detail.t('eventAttached')}: ${one.name}`)
        }, one.name)
    }
    this.uploading = false
    this.#detail.requestUpdate()
  }

  async detach(fileId: string): Promise<void> {
    const { client, deal } = this.#detail
    if (!client || !deal) return
    await this.#detail.attempt(async () => {
      const params = { id: deal.id, fileId }
      this.#detail.took(await client.deals.detach({ params, ifMatch: deal.revision }))
      this.#detail.announce(this.#detail.t('eventDetached'))
      await this.#detail.updateComplete
      this.#detail.renderRoot.querySelector<HTMLElement>('.attach input')?.focus()
    })
  }

  async download(id: string): Promise<void> {
    await this.#detail.attempt(async () => {
      const download = await this.#detail.client?.files.download({ params: { id } })
      // Served as an attachment, so the page stays.
      if (download && /^https?:/i.test(download.url)) location.assign(download.url)
    })
  }

  /** Hands out the end of the protection for the reader's calendar. */
  async calendar({ id, number }: Deal) {
    await this.#detail.attempt(async () => {
      const text = await this.#detail.client?.deals.calendar({ params: { id } })
      const { saveAs } = await import('../../../list/csv.ts')
      if (text !== undefined) saveAs(`${number}.ics`, 'text/calendar;charset=utf-8', text)
    })
  }

  /** Copies the address of the registration. */
  async copy({ id }: Deal) {
    const { dealHref } = this.#detail
    const path = dealHref?.replaceAll('{id}', encodeURIComponent(id)) ?? location.href
    const { href } = new URL(path, location.href)
    try {
      await navigator.clipboard.writeText(href)
      this.#detail.announce(this.#detail.t('copied'))
    } catch {
      // Not allowed here, or no https: what is shown can still be copied by hand.
      this.#detail.announce(href)
    }
  }
}

/** Why a file cannot be attached, before any of it is sent. */
function whyNot({ t, locale, discovery }: PrmDealDetail, file: File): string | undefined {
  const { maxSize = Infinity, accept } = discovery?.files ?? {}
  if (!file.size) return t('fileEmpty')
  if (file.size > maxSize) return t('fileTooBig', { size: formatSize(locale, maxSize) })
  return accepts(accept, file) ? undefined : t('fileWrongType')
}

/** Every item of every page. */
export async function allOf<Item>(pages: AsyncIterable<Item>): Promise<Item[]> {
  const items: Item[] = []
  for await (const item of pages) items.push(item)
  return items
}
