import type { FieldTexts, StoredFile, Upload } from '../field/context.ts'
import type { Attributes } from '../field/control.ts'

/** The files that a field takes. */
export interface FileLimits {
  /** Media types and name endings, as in the HTML `accept` attribute. */
  readonly accept?: readonly string[] | undefined
  readonly maxFiles?: number | undefined
  /** Bytes that one file may have. */
  readonly maxSize?: number | undefined
}

/** The value of a file field: ids, and the names of files that are not yet there. */
export type FileValue = readonly (string | { readonly name: string })[]

/** The settings of a drop zone. */
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

/** The drop zone as its list of files sees it. */
export interface FileDropHost {
  readonly options: FileDropOptions
  /** Draws the zone again. */
  draw(): void
}
