import * as z from 'zod/mini'
import { filledIn, Id, Instant, line } from './common.ts'

export const FileStatus = z.enum(['uploading', 'checking', 'ready', 'rejected'])
export type FileStatus = z.infer<typeof FileStatus>

/** A file and how far its upload and check have come. */
export const File = z.object({
  id: Id,
  name: z.string(),
  mediaType: z.string(),
  size: z.int(),
  status: FileStatus,
  statusReason: z.optional(z.string()),
  createdAt: Instant,
})
export type File = z.infer<typeof File>

export const FileInput = z.strictObject({
  name: line(255).check(...filledIn()),
  mediaType: z.string().check(z.maxLength(127), z.regex(/^[\w.+-]+\/[\w.+-]+$/)),
  size: z.int().check(z.gte(0), z.lte(5_000_000_000)),
})
export type FileInput = z.infer<typeof FileInput>

/** Where the bytes go: this server or a store that speaks S3. */
export const Upload = z.object({
  file: File,
  url: z.string(),
  method: z.enum(['PUT', 'POST']),
  headers: z.record(z.string(), z.string()),
  expiresAt: Instant,
})
export type Upload = z.infer<typeof Upload>

/** A signed address of one file, good for at most five minutes. */
export const Download = z.object({ url: z.string(), expiresAt: Instant })
export type Download = z.infer<typeof Download>
