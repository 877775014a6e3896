import type { Audience, ContentLanguage, ProductLink } from '@prmkit/contract'
import type { ContentRecord, ContentText } from '../../store/content-records.ts'
import { shownLanguage } from './languages.ts'
import type { SectionTree } from './sections.ts'

/** The facts that showing content to somebody needs. */
export interface ContentShowing {
  /** The languages that the reader likes best. */
  wanted: readonly string[]
  sections: SectionTree
  /** Names of products by id. */
  products: ReadonlyMap<string, string>
  /** The reader writes content, too. */
  mayWrite: boolean
  isVendor: boolean
}

/** The fields that every piece of content shows its reader. */
export interface ShownContent<Text> {
  title: string
  language: string
  languages: ContentLanguage[]
  products: ProductLink[]
  audience?: Audience
  text: Text | undefined
  sectionTitle?: string
}

/** The parts of a piece of content that depend on its reader. */
export function showContent<Text extends ContentText>(
  content: ContentRecord<string, Text>,
  { wanted, sections, products, isVendor }: ContentShowing,
): ShownContent<Text> {
  const { texts, audience, productIds, sectionId, updatedAt } = content
  const language = shownLanguage(content, wanted)
  const original = texts[content.language]
  const section = sections.get(sectionId)
  return {
    ...{ text: texts[language], title: texts[language]?.title ?? '', language },
    languages: languagesOf(content).map((one) => ({
      language: one,
      updatedAt: texts[one]?.updatedAt ?? updatedAt,
      outdated: isOutdated(texts[one]?.updatedAt, original?.updatedAt),
    })),
    ...(section && { sectionTitle: sectionText(section, wanted).title }),
    products: productIds.flatMap((id) => {
      const name = products.get(id)
      return name === undefined ? [] : [{ id, name }]
    }),
    ...(isVendor && { audience }),
  }
}

/** Title and description of a section for a reader. */
export function sectionText(
  section: { texts: Record<string, { title: string; description?: string }>; language: string },
  wanted: readonly string[],
): { title: string; description?: string; language: string } {
  const language = shownLanguage(section, wanted)
  return { ...(section.texts[language] ?? { title: '' }), language }
}

function languagesOf({ texts, language }: ContentRecord): string[] {
  const others = Object.keys(texts).filter((one) => one !== language)
  return [language, ...others.toSorted()]
}

function isOutdated(translated: string | undefined, original: string | undefined): boolean {
  return translated !== undefined && original !== undefined && translated < original
}
