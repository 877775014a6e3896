import * as z from 'zod/mini'
import { Id, Instant } from './common.ts'

/** How far the upload and the check of a file have come. */
export const FileStatus = z.enum(['uploading', 'checking', 'ready', 'rejected'])
export type FileStatus = z.infer<typeof FileStatus>

/** A file and how far its upload and check have come. */
export const File = z.object({
  /** The file’s id. */
  id: Id,
  /** The file’s name. */
  name: z.string(),
  /** The file’s media type. */
  mediaType: z.string(),
  /** Bytes of the file. */
  size: z.int(),
  /** How far upload and check have come. */
  status: FileStatus,
  /** The reason of a rejection. */
  statusReason: z.optional(z.string()),
  /** The instant at which it was announced. */
  createdAt: Instant,
})
export type File = z.infer<typeof File>

/** The address for the bytes of a file: this server, or a store that speaks S3. */
export const Upload = z.object({
  /** The file that was announced. */
  file: File,
  /** The address that the bytes go to. */
  url: z.string(),
  /** The method of that request. */
  method: z.enum(['PUT', 'POST']),
  /** The headers of that request. */
  headers: z.record(z.string(), z.string()),
  /** The instant after which the address no longer works. */
  expiresAt: Instant,
})
export type Upload = z.infer<typeof Upload>

/** A signed address of one file, good for at most five minutes. */
export const Download = z.object({
  /** The signed address. */
  url: z.string(),
  /** The instant after which it no longer works. */
  expiresAt: Instant,
})
export type Download = z.infer<typeof Download>
