import * as z from 'zod/mini'
import { paging } from '../pages.ts'

/** The query of a list of paths, in the vendor’s order. */
export const PathQuery = z.strictObject(paging)
export type PathQuery = z.infer<typeof PathQuery>
