import type { Catalog } from '../../base/localize.ts'
import { catalog as common } from '../common/catalog.ts'
import { join } from '../join.ts'
import type { messages as listLater } from '../list-later/en.ts'
import { catalog as list } from '../list/catalog.ts'
import { messages } from './en.ts'

const own = {
  en: messages,
  locales: { de: () => import('./de.ts'), ar: () => import('./ar.ts') },
} satisfies Catalog<typeof messages>

/** The texts of the content library. */
export type ContentLibraryMessages = (typeof catalog)['en'] & typeof listLater

/** The texts of the content library in every language. */
export const catalog = join(common, list, own)
