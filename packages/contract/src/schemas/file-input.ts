import * as z from 'zod/mini'
import { filledIn } from './common-input.ts'
import { line } from './common.ts'

/** A file that is to be uploaded. */
export const FileInput = z.strictObject({
  /** The file’s name, with its ending. */
  name: line(255).check(...filledIn()),
  /** The file’s media type. */
  mediaType: z.string().check(z.maxLength(127), z.regex(/^[\w.+-]+\/[\w.+-]+$/)),
  /** Bytes of the file. */
  size: z.int().check(z.gte(0), z.lte(5_000_000_000)),
})
export type FileInput = z.infer<typeof FileInput>
