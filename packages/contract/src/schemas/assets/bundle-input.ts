import * as z from 'zod/mini'
import { Id, Language } from '../common.ts'

/** The assets that one zip file is made of. */
export const BundleInput = z.strictObject({
  /** The assets. */
  assetIds: z.array(Id).check(z.minLength(1), z.maxLength(100)),
  /** The language of their files; without it, or where one lacks it, the caller’s own. */
  language: z.optional(Language),
})
export type BundleInput = z.infer<typeof BundleInput>
