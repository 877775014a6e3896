import type { AssetRecord } from '../../store/assets.ts'
import { sortKey } from '../shared/search.ts'

/** The words by which assets are sorted: the title in the main language, without case and accents. */
export function titleKey({ texts, language }: Pick<AssetRecord, 'texts' | 'language'>): string {
  return sortKey(texts[language]?.title ?? '')
}
