import * as z from 'zod/mini'
import { Id, Instant } from '../common.ts'
import { Download } from '../files.ts'

/** The states of a zip file that is made of several assets. */
export const BundleStatus = z.enum(['preparing', 'ready', 'failed', 'expired'])
export type BundleStatus = z.infer<typeof BundleStatus>

/** A zip file that is made of several assets. */
export const Bundle = z.object({
  /** The bundle’s id. */
  id: Id,
  /** The instant at which it was asked for. */
  createdAt: Instant,
  /** How far it is. */
  status: BundleStatus,
  /** How many files it has. */
  files: z.int(),
  /** How many of them are in the zip file by now. */
  done: z.int(),
  /** Bytes of the zip file once it is ready. */
  size: z.optional(z.int()),
  /** The failure and the next step, where there was one. */
  problem: z.optional(z.string()),
  /** The instant after which it is thrown away. */
  expiresAt: Instant,
  /** The address of the zip file once it is ready. */
  download: z.optional(Download),
})
export type Bundle = z.infer<typeof Bundle>
