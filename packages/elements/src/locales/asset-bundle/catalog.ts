import type { Catalog } from '../../base/localize.ts'
import type { ContentLibraryMessages } from '../content-library/catalog.ts'
import { messages } from './en.ts'

/** The texts of the chosen assets, beside those of the library around it. */
export type AssetBundleMessages = ContentLibraryMessages & typeof messages

/** The texts of the chosen assets in every language. */
export const catalog = {
  en: messages,
  locales: { de: () => import('./de.ts'), ar: () => import('./ar.ts') },
} satisfies Catalog<typeof messages>
