import { html, nothing, type TemplateResult } from 'lit'
import type { Attachment, Discovery } from '@prmkit/contract'
import { formatSize } from '../base/values/format.ts'
import type { Client } from '../base/portal.ts'
import { safeAddress } from '../base/safe-address.ts'
import { accepts } from '../primitives/file-drop/accepts.ts'
import { icon } from '../primitives/icon/icon.ts'
import { paperclip, trash2 } from '../primitives/icon/later-icons.ts'
import type { RecordItem, RecordScene } from './record-scene.ts'

/** The operations of a resource whose records have files. */
export interface AttachmentsOperations<Item> {
  attach(input: {
    params: { id: string }
    ifMatch: number
    body: { fileId: string }
  }): Promise<Item>
  detach(input: { params: { id: string; fileId: string }; ifMatch: number }): Promise<Item>
}

/** A record with files. */
export interface WithAttachments extends RecordItem {
  readonly attachments: readonly Attachment[]
}

/** A record page with files, as its attachments see it. */
export interface AttachmentsScene<Item extends WithAttachments> extends RecordScene<
  Item,
  AttachmentsOperations<Item>
> {
  /** Sends and fetches files, once there is a client. */
  readonly client: Pick<Client, 'upload' | 'files'> | undefined
  readonly discovery: Pick<Discovery, 'files'> | undefined
}

/** The files of a record. */
export class Attachments<Item extends WithAttachments> {
  uploading = false
  readonly #scene: AttachmentsScene<Item>

  constructor(scene: AttachmentsScene<Item>) {
    this.#scene = scene
  }

  /** Uploads the chosen files one after the other and attaches each. */
  async attach(input: HTMLInputElement): Promise<void> {
    const chosen = [...(input.files ?? [])]
    input.value = ''
    if (this.uploading) return
    this.uploading = true
    void this.#scene.redraw()
    for (const file of chosen) {
      const refused = this.#whyNot(file)
      if (refused) this.#scene.announce(`${file.name}: ${refused}`)
      else await this.#scene.attempt(() => this.#attachOne(file), file.name)
    }
    this.uploading = false
    void this.#scene.redraw()
  }

  async #attachOne(file: File) {
    const { client, t } = this.#scene
    if (!client) return
    const { id: fileId, status, statusReason } = await client.upload(file)
    if (status === 'rejected')
      return this.#scene.announce(`${file.name}: ${statusReason ?? t('fileRejected')}`)
    const { operations, record } = this.#scene
    if (!operations || !record) return
    const { id, revision: ifMatch } = record
    this.#scene.took(await operations.attach({ params: { id }, ifMatch, body: { fileId } }))
    this.#scene.announce(`${t('fileAttached')}: ${file.name}`)
  }

  /** Takes a file away. */
  async detach(fileId: string): Promise<void> {
    const { operations, record, t } = this.#scene
    if (!operations || !record) return
    await this.#scene.attempt(async () => {
      const params = { id: record.id, fileId }
      this.#scene.took(await operations.detach({ params, ifMatch: record.revision }))
      this.#scene.announce(t('fileDetached'))
      const root = await this.#scene.redraw()
      root.querySelector<HTMLElement>('.attach input')?.focus()
    })
  }

  /** Hands the reader a file; it is served as an attachment, so the page stays. */
  async download(id: string): Promise<void> {
    await this.#scene.attempt(async () => {
      const download = await this.#scene.client?.files.download({ params: { id } })
      const address = safeAddress(download?.url)
      if (address) location.assign(address)
    })
  }

  /** The files with a way to each, and a button to attach more where that is allowed. */
  render({ attachments }: Item, mayChange: boolean): TemplateResult {
    const { t } = this.#scene
    return html`<section>
      <h3>${t('files')}</h3>
      ${
        attachments.length
          ? html`<ul class="attached">
              ${attachments.map((one) => this.#file(one, mayChange))}
            </ul>`
          : html`<p class="muted">${t('noFiles')}</p>`
      }
      ${
        mayChange
          ? html`<label class="button attach" aria-busy=${this.uploading}>
              ${icon(paperclip)}${t('addFiles')}
              <input
                class="away"
                type="file"
                multiple
                @change=${(event: Event) => this.attach(event.target as HTMLInputElement)}
              />
            </label>`
          : nothing
      }
    </section>`
  }

  #file({ fileId, name, size }: Attachment, mayChange: boolean) {
    const { t, locale } = this.#scene
    return html`<li>
      ${icon(paperclip)}
      <button class="text" type="button" @click=${() => this.download(fileId)}>
        <bdi translate="no">${name}</bdi>
      </button>
      <span class="small muted">${formatSize(locale, size)}</span>
      ${
        mayChange
          ? html`<button
              class="button quiet square"
              type="button"
              aria-label=${t('removeFile', { name })}
              @click=${() => this.detach(fileId)}
            >
              ${icon(trash2)}
            </button>`
          : nothing
      }
    </li>`
  }

  /** The reason why a file cannot be attached, before any of it is sent. */
  #whyNot(file: File): string | undefined {
    const { t, locale, discovery } = this.#scene
    const { maxSize = Infinity, accept } = discovery?.files ?? {}
    if (!file.size) return t('fileEmpty')
    if (file.size > maxSize) return t('fileTooBig', { size: formatSize(locale, maxSize) })
    return accepts(accept, file) ? undefined : t('fileWrongType')
  }
}
