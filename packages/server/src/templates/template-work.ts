import type { FieldErrorCode } from '@prmkit/contract'
import type { MadeImage } from '../looking/look.ts'

/** The kind of the work that draws a filled template. */
export const drawKind = 'draw-template'

/** A template with the words and the uploaded images that fill it. */
export interface TemplateInput {
  svg: string
  texts: Record<string, string>
  logos: Record<string, Uint8Array>
}

/** The image of a filled template, or the logos that cannot be used. */
export interface DrawnTemplate {
  image?: MadeImage
  faults: { zone: string; code: FieldErrorCode; detail: string }[]
}
