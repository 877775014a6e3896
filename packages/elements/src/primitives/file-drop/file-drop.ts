import { html, nothing } from 'lit'
import { directive } from 'lit/directive.js'
import { formatNumber } from '../../base/format.ts'
import type { FieldTexts, StoredFile, Upload } from '../field/context.ts'
import { control, type Attributes } from '../field/control.ts'
import { LazyDirective, type Parts } from '../field/lazy.ts'
import { icon } from '../icon/icon.ts'
import { upload as uploadIcon } from '../icon/icons.ts'
import type { FileList } from './file-list.ts'

/** What files a field takes. */
export interface FileLimits {
  /** Media types and name endings, as in the HTML `accept` attribute. */
  readonly accept?: readonly string[] | undefined
  readonly maxFiles?: number | undefined
  /** Bytes that one file may have. */
  readonly maxSize?: number | undefined
}

/** The value of a file field: ids, and the names of files that are not yet there. */
export type FileValue = readonly (string | { readonly name: string })[]

/** What a drop zone needs. */
export interface FileDropOptions extends FileLimits {
  readonly t: FieldTexts
  readonly locale: string
  /** Attributes of the file input. */
  readonly attributes: Attributes
  readonly value: FileValue | undefined
  readonly readOnly?: boolean | undefined
  readonly upload: Upload | undefined
  /** Files by id: those attached before, to which uploads are added. */
  readonly files: Map<string, StoredFile> | undefined
  readonly onInput: (value: FileValue | undefined) => void
}

/** A place to drop or choose files; the list of them is loaded with the first one. */
export class FileDropDirective extends LazyDirective<FileDropOptions, FileList> {
  #over = false

  protected override create({ createFileList }: Parts): FileList {
    return createFileList(this)
  }

  protected override changed(before: FileDropOptions | undefined): void {
    const { value } = this.options
    if (this.part) this.part.adopt(value)
    else if (value !== before?.value && value?.length) {
      void this.wake((part) => {
        part.adopt(value)
        this.draw()
      })
    }
  }

  #add(files: Iterable<File>) {
    const list = [...files]
    void this.wake((part) => part.add(list))
  }

  #choose = ({ target }: Event) => {
    const input = target as HTMLInputElement
    this.#add(input.files ?? [])
    input.value = ''
  }

  #drag = (event: DragEvent) => {
    const { dataTransfer, type } = event
    if (this.options.readOnly || !dataTransfer?.types.includes('Files')) return
    event.preventDefault()
    this.#over = type === 'dragover'
    if (type === 'drop') this.#add(dataTransfer.files)
    else this.draw()
  }

  override template() {
    const { t, readOnly } = this.options
    return html`<div
      class="drop"
      @dragover=${this.#drag}
      @dragleave=${this.#drag}
      @drop=${this.#drag}
    >
      ${readOnly ? nothing : this.#zone()}${this.part?.template()}
      ${this.failed ? html`<p class="wrong" role="alert">${t('partFailed')}</p>` : nothing}
    </div>`
  }

  #zone() {
    const { t, locale, accept, maxFiles = Infinity, maxSize, attributes } = this.options
    return html`<div class=${this.#over ? 'zone over' : 'zone'} part="drop-zone">
      ${icon(uploadIcon)}
      <span class="by-hand">${t('dropFiles')}</span>
      <label class="button"
        >${t('chooseFiles')}<input
          class="cover"
          type="file"
          ?multiple=${maxFiles > 1}
          accept=${accept?.join(',') || nothing}
          @change=${this.#choose}
          ${control(attributes)}
      /></label>
      ${
        maxSize
          ? html`<small>${t('fileLimits', { size: formatSize(locale, maxSize) })}</small>`
          : nothing
      }
    </div>`
  }
}

/** A size in the largest unit that leaves a readable number, of 1,024 unless it is a round one. */
export function formatSize(locale: string, bytes: number): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte']
  const base = bytes % 1000 ? 1024 : 1000
  let size = bytes
  while (size >= base && units.length > 1) {
    size /= base
    units.shift()
  }
  return formatNumber(locale, size, {
    style: 'unit',
    unit: units[0] as string,
    unitDisplay: units.length < 4 ? 'short' : 'long',
    maximumFractionDigits: 1,
  })
}

/** A place to drop or choose files, with their uploads; drawn into the root of whoever uses it. */
export const fileDrop = directive(FileDropDirective)
