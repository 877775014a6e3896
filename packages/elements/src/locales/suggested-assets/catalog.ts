import type { Catalog } from '../../base/localize.ts'
import { catalog as library } from '../content-library/catalog.ts'
import { join } from '../join.ts'
import { messages } from './en.ts'

const own = {
  en: messages,
  locales: { de: () => import('./de.ts'), ar: () => import('./ar.ts') },
} satisfies Catalog<typeof messages>

/** The texts of the assets that fit a registration. */
export type SuggestedAssetsMessages = (typeof catalog)['en']

/** The texts of the assets that fit a registration in every language. */
export const catalog = join(library, own)
