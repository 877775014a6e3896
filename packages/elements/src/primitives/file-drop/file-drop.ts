import { html, nothing } from 'lit'
import { directive } from 'lit/directive.js'
import { formatSize } from '../../base/values/format.ts'
import { control } from '../field/control.ts'
import { fetchParts, LazyDirective, type Parts } from '../field/lazy.ts'
import { icon } from '../icon/icon.ts'
import { upload as uploadIcon } from '../icon/icons.ts'
import type { FileDropHost, FileDropOptions } from './file-drop-options.ts'
import type { FileList } from './file-list.ts'

/** A place to drop or choose files; the list of them is loaded with the first one. */
class FileDropDirective extends LazyDirective<FileDropOptions, FileList> implements FileDropHost {
  #over = false

  protected override readonly fetch = fetchParts

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

  #add(files: Iterable<File>, folders: readonly string[] = []) {
    const list = [...files]
    void this.wake((part) => part.add(list, folders))
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
    if (type === 'drop') this.#add(dataTransfer.files, foldersIn(dataTransfer))
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

/** The names of dropped folders, which look like files without an ending; only the drop itself tells. */
const foldersIn = ({ items }: DataTransfer) =>
  [...items].flatMap((item) => {
    const entry = item.webkitGetAsEntry()
    return entry?.isDirectory ? [entry.name] : []
  })

/** A place to drop or choose files, with their uploads; drawn into the root of whoever uses it. */
export const fileDrop = directive(FileDropDirective)
