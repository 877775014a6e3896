import * as z from 'zod/mini'
import { filledIn } from './common-input.ts'
import { Id, text } from './common.ts'

/** A new message. */
export const CommentInput = z.strictObject({
  /** The message as plain text, not blank. */
  text: text(5000).check(...filledIn()),
})

/** The file to attach. */
export const AttachmentInput = z.strictObject({
  /** The id of a file that is ready. */
  fileId: Id,
})
