import type { NoPreviewReason, PreviewKind, TemplateZone } from '@prmkit/contract'

/** A file that is to be looked at. */
export interface LookInput {
  mediaType: string
  bytes: Uint8Array
  /** The program of LibreOffice, where the server has it. */
  office?: string
}

/** An image that was made. */
export interface MadeImage {
  bytes: Uint8Array<ArrayBuffer>
  mediaType: string
  width: number
  height: number
}

/** Everything that was made of a file to look at it and to find it. */
export interface FoundLook {
  kind: PreviewKind
  pages: { text?: string; image?: MadeImage }[]
  /** How many pages there are, where that is more than were looked at. */
  pageCount?: number
  thumbnail?: MadeImage
  /** The places that a partner fills, where the file is a template. */
  zones?: TemplateZone[]
  reason?: NoPreviewReason
}
