import type { Asset } from '@prmkit/contract'
import type { Translate } from '../base/localize.ts'
import type { ContentLibraryMessages } from '../locales/content-library/catalog.ts'

/** The kinds of assets, with the keys of their texts. */
export const types = {
  presentation: 'presentation',
  document: 'document',
  spreadsheet: 'spreadsheet',
  image: 'image',
  video: 'video',
  archive: 'archive',
  link: 'link',
} as const

type Texts = Pick<ContentLibraryMessages, keyof typeof types | 'other'>

/** The kind of an asset in words. */
export const typeText = (t: Translate<Texts>, { type }: Pick<Asset, 'type'>): string =>
  t((types as Partial<Record<string, keyof Texts>>)[type] ?? 'other')
