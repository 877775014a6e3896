import type { Catalog } from '../../base/localize.ts'
import { join } from '../join.ts'
import { catalog as course } from '../training-course/catalog.ts'
import { messages } from './en.ts'

const own = {
  en: messages,
  locales: { de: () => import('./de.ts'), ar: () => import('./ar.ts') },
} satisfies Catalog<typeof messages>

/** The texts of paths, classes, certificates and the team. */
export type ViewMessages = (typeof catalog)['en']

/** The texts of paths, classes, certificates and the team in every language. */
export const catalog = join(course, own)
