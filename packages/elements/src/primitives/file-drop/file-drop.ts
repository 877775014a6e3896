import { html, nothing } from 'lit'
import { AsyncDirective, directive } from 'lit/async-directive.js'
import { icon } from '../icon/icon.ts'
import {
  circleAlert,
  circleCheck,
  file as fileIcon,
  upload as uploadIcon,
  x,
} from '../icon/icons.ts'
import { control, type Attributes } from '../field/control.ts'
import { formatSize } from './limits.ts'
import { UploadQueue, type FileValue, type Item, type QueueOptions } from './queue.ts'

/** What a drop zone needs. */
export interface FileDropOptions extends QueueOptions {
  /** Attributes of the file input. */
  readonly attributes: Attributes
  readonly value: FileValue | undefined
  readonly readOnly?: boolean | undefined
  readonly onInput: (value: FileValue | undefined) => void
}

class FileDropDirective extends AsyncDirective {
  #options!: FileDropOptions
  #value: FileValue | undefined
  #over = false
  #said = ''
  #queue = new UploadQueue(
    () => this.#options,
    () => this.#changed(),
  )

  render(options: FileDropOptions) {
    this.#options = options
    if (options.value !== this.#value) {
      this.#value = options.value
      this.#queue.adopt(Array.isArray(options.value) ? options.value : [])
    }
    return this.#template()
  }

  #draw() {
    this.setValue(this.#template())
  }

  #changed() {
    const { value } = this.#queue
    if (JSON.stringify(value) !== JSON.stringify(this.#value ?? [])) {
      this.#value = value.length ? value : undefined
      this.#options.onInput(this.#value)
    }
    this.#draw()
  }

  #choose = ({ target }: Event) => {
    const input = target as HTMLInputElement
    const files = [...(input.files ?? [])]
    input.value = ''
    this.#queue.add(files)
  }

  #drag = (event: DragEvent) => {
    if (this.#options.readOnly || !event.dataTransfer?.types.includes('Files')) return
    event.preventDefault()
    this.#over = event.type === 'dragover'
    if (event.type === 'drop') this.#queue.add([...event.dataTransfer.files])
    else this.#draw()
  }

  #remove(item: Item, event: Event) {
    const list = (event.currentTarget as Element).closest('.drop')
    const at = this.#queue.items.indexOf(item)
    this.#said = this.#options.t('fileRemoved', { name: item.name })
    this.#queue.remove(item)
    const next = list?.querySelectorAll<HTMLElement>('.remove')
    ;(next?.[at] ?? next?.[at - 1] ?? list?.querySelector('input'))?.focus()
  }

  #template() {
    const { t, locale, accept, maxFiles, maxSize, readOnly, attributes } = this.#options
    const { items } = this.#queue
    const id = String(attributes['id'])
    const room = !readOnly && this.#queue.value.length < (maxFiles ?? Infinity)
    return html`<div
      class="drop"
      @dragover=${this.#drag}
      @dragleave=${this.#drag}
      @drop=${this.#drag}
    >
      ${
        readOnly
          ? nothing
          : html`<div class=${this.#over ? 'zone over' : 'zone'} part="drop-zone">
              ${icon(uploadIcon)}
              <span class="by-hand">${t('dropFiles')}</span>
              <label class="button" for=${id}
                >${t('chooseFiles')}<input
                  class="cover"
                  type="file"
                  ?multiple=${maxFiles !== 1}
                  accept=${accept?.join(',') || nothing}
                  ?disabled=${!room}
                  @change=${this.#choose}
                  ${control(attributes)}
              /></label>
              ${
                maxSize
                  ? html`<small class="muted"
                      >${t('fileLimits', { size: formatSize(locale, maxSize) })}</small
                    >`
                  : nothing
              }
            </div>`
      }
      ${
        items.length
          ? html`<ul class="files">
              ${items.map((item) => this.#row(item))}
            </ul>`
          : nothing
      }
      <span class="away" role="status">${this.#said}</span>
    </div>`
  }

  #row(item: Item) {
    const { t, locale, readOnly } = this.#options
    const { name, size, status, progress } = item
    const busy = status === 'uploading' || status === 'waiting'
    const bad = status === 'failed' || status === 'refused' || status === 'interrupted'
    return html`<li class=${bad ? 'bad' : ''}>
      ${icon(bad ? circleAlert : status === 'stored' ? circleCheck : fileIcon)}
      <span class="name"
        ><bdi>${name}</bdi>
        <small class="muted">${size === undefined ? '' : formatSize(locale, size)}</small>
        ${
          busy
            ? html`<progress
                max="1"
                .value=${progress}
                aria-label=${t('fileUploading', { name })}
              ></progress>`
            : html`<small class=${bad ? 'why' : 'muted'}>${this.#state(item)}</small>`
        }</span
      >
      ${
        status === 'failed' && item.file
          ? html`<button
              class="button quiet"
              type="button"
              aria-label=${t('fileRetry', { name })}
              @click=${() => this.#queue.retry(item)}
            >
              ${t('tryAgain')}
            </button>`
          : nothing
      }
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
    const { t } = this.#options
    if (status === 'refused') return reason
    if (status === 'failed') return t('fileFailed')
    if (status === 'interrupted') return t('fileInterrupted')
    return t(checking ? 'fileChecking' : 'fileReady')
  }
}

/** A place to drop or choose files, with their uploads; drawn into the root of whoever uses it. */
export const fileDrop = directive(FileDropDirective)
