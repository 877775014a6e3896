import type { TemplateResult } from 'lit'
import type { StoredFile, Upload } from '../field/context.ts'
import { FieldElement } from '../field/field-element.ts'
import { grouped, type Drawn } from '../field/frame.ts'
import { fileDrop } from './file-drop.ts'
import type { FileValue } from './file-drop-options.ts'

/**
 * @summary Files to drop or choose, each uploaded at once.
 *
 * @event change - A file was added, uploaded or removed; `value` has them.
 * @csspart field - Label, hint, control and error together.
 * @csspart field-label - The label.
 * @csspart field-error - What is wrong.
 * @csspart drop-zone - The place to drop files on.
 */
export class PrmFileDrop extends FieldElement<FileValue> {
  static override properties = {
    ...FieldElement.properties,
    value: { attribute: false },
    accept: {},
    maxFiles: { type: Number, attribute: 'max-files' },
    maxSize: { type: Number, attribute: 'max-size' },
    upload: { attribute: false },
  }

  /** Media types and name endings, separated by commas, as in a native file input. */
  declare accept: string | undefined
  /** The most files that can be added. */
  declare maxFiles: number | undefined
  /** The most bytes that one file may have. */
  declare maxSize: number | undefined
  /** Sends a file and returns what the backend calls it. */
  declare upload: Upload | undefined

  #files = new Map<string, StoredFile>()

  protected override formValue(): FormData | null {
    if (!this.name) return null
    const data = new FormData()
    for (const file of this.value ?? []) {
      if (typeof file === 'string') data.append(this.name, file)
    }
    return data
  }

  protected override definition() {
    return { type: 'file' as const }
  }

  protected override control(drawn: Drawn): TemplateResult {
    const { context, state, id, attributes } = drawn
    const { accept, maxFiles, maxSize, upload } = this
    return grouped(
      drawn,
      fileDrop({
        t: context.t,
        locale: context.locale,
        accept: accept?.split(','),
        maxFiles,
        maxSize,
        upload,
        files: this.#files,
        attributes: { id: `${id}-files`, 'aria-describedby': attributes['aria-describedby'] },
        value: Array.isArray(state.value) ? (state.value as FileValue) : undefined,
        readOnly: state.readOnly,
        onInput: state.onInput,
      }),
    )
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'prm-file-drop': PrmFileDrop
  }
}
