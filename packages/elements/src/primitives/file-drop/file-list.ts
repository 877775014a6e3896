import { html, nothing } from 'lit'
import { formatSize } from '../../base/values/format.ts'
import { icon } from '../icon/icon.ts'
import { circleAlert } from '../icon/icons.ts'
import { circleCheck, file as fileIcon, x } from '../icon/later-icons.ts'
import type { FileDropHost, FileValue } from './file-drop-options.ts'
import { UploadQueue, type Item } from './queue.ts'

/** The files of a drop zone and how far each has come. */
export class FileList {
  readonly #host: FileDropHost
  readonly #queue: UploadQueue
  #stored: FileValue | undefined
  #said = ''

  constructor(host: FileDropHost) {
    this.#host = host
    this.#queue = new UploadQueue(
      () => host.options,
      (done) => this.#changed(done),
    )
  }

  /** Takes over a value that was set from outside. */
  adopt(value: FileValue | undefined): void {
    if (value === this.#stored) return
    this.#stored = value
    this.#queue.adopt(Array.isArray(value) ? value : [])
  }

  add(files: readonly File[], folders?: readonly string[]): void {
    this.#queue.add(files, folders)
  }

  #changed(done?: Item) {
    const { value } = this.#queue
    if (done) this.#said = `${done.name}: ${this.#state(done)}`
    if (JSON.stringify(value) !== JSON.stringify(this.#stored ?? [])) {
      this.#stored = value.length ? value : undefined
      this.#host.options.onInput(this.#stored)
    }
    this.#host.draw()
  }

  #remove(item: Item, { currentTarget }: Event) {
    const drop = (currentTarget as Element).closest('.drop')
    const at = this.#queue.items.indexOf(item)
    this.#said = this.#host.options.t('fileRemoved', { name: item.name })
    this.#queue.remove(item)
    const left = drop?.querySelectorAll<HTMLElement>('.remove')
    const next = left?.[at] ?? left?.[at - 1] ?? drop?.querySelector('input')
    next?.focus()
  }

  #retry(item: Item, { currentTarget }: Event) {
    // This button goes; the one beside it stays.
    const row = (currentTarget as Element).closest('li')
    row?.querySelector<HTMLElement>('.remove')?.focus()
    this.#queue.retry(item)
  }

  template() {
    const { items } = this.#queue
    return html`${
        items.length
          ? html`<ul class="files">
              ${items.map((item) => this.#row(item))}
            </ul>`
          : nothing
      }<span class="away" role="status">${this.#said}</span>`
  }

  #row(item: Item) {
    const { t, locale, readOnly } = this.#host.options
    const { name, size, status, progress } = item
    const busy = status === 'uploading' || status === 'waiting'
    const bad = status === 'failed' || status === 'refused' || status === 'interrupted'
    const label = t('fileUploading', { name })
    return html`<li class=${bad ? 'bad' : ''}>
      ${icon(bad ? circleAlert : status === 'stored' ? circleCheck : fileIcon)}
      <span class="name"
        ><bdi>${name}</bdi>
        <small class="muted">${size === undefined ? '' : formatSize(locale, size)}</small>
        ${
          busy
            ? html`<progress class="row" max="1" .value=${progress} aria-label=${label}></progress>`
            : html`<small class=${bad ? 'row why' : 'row muted'}>${this.#state(item)}</small>`
        }
        ${
          status === 'failed' && item.file
            ? html`<button
                class="button again"
                type="button"
                aria-label=${t('fileRetry', { name })}
                @click=${(event: Event) => this.#retry(item, event)}
              >
                ${t('tryAgain')}
              </button>`
            : nothing
        }</span
      >
      ${
        readOnly
          ? nothing
          : html`<button
              class="button quiet square remove"
              type="button"
              aria-label=${t(busy ? 'fileCancel' : 'fileRemove', { name })}
              @click=${(event: Event) => this.#remove(item, event)}
            >
              ${icon(x)}
            </button>`
      }
    </li>`
  }

  #state({ status, reason, checking }: Item) {
    const { t } = this.#host.options
    if (status === 'refused') return reason ?? t('fileRejected')
    if (status === 'failed') return t('fileFailed')
    if (status === 'interrupted') return t('fileInterrupted')
    return t(checking ? 'fileChecking' : 'fileReady')
  }
}

export const createFileList = (host: FileDropHost): FileList => new FileList(host)
