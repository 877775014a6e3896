import type { Catalog } from '../../base/localize.ts'
import { join } from '../join.ts'
import { catalog as record } from '../record/catalog.ts'
import { catalog as list } from '../training/catalog.ts'
import { messages } from './en.ts'

const own = {
  en: messages,
  locales: { de: () => import('./de.ts'), ar: () => import('./ar.ts') },
} satisfies Catalog<typeof messages>

/** The texts of one course. */
export type CourseMessages = (typeof catalog)['en']

/** The texts of one course in every language. */
export const catalog = join(record, list, own)
