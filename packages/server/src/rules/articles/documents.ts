import type { ArticleBody, ArticleRecord } from '../../store/articles.ts'
import type { TextDocument } from '../../store/texts.ts'
import type { SectionTree } from '../content/sections.ts'

/** The resource of articles in the search, its name in the route table. */
const articleTexts = 'articles'

/** An article’s texts as the search finds them; none where readers find it nowhere. */
export function articleDocuments(
  article: ArticleRecord,
  bodies: readonly ArticleBody[],
  sections: SectionTree,
): TextDocument[] {
  if (article.status !== 'published' || !sections.isShown(article.sectionId)) return []
  const { id: recordId, audience, validUntil } = article
  const ready = bodies.filter(({ rendered, language }) => rendered && article.texts[language])
  const languages = ready.map(({ language }) => language)
  const labels = [
    ...sections.path(article.sectionId).map(({ id }) => `section:${id}`),
    ...article.tags.map((tag) => `tag:${tag}`),
    ...article.productIds.map((id) => `product:${id}`),
    ...languages.map((language) => `language:${language}`),
  ]
  return ready.map(({ language, rendered }) => ({
    ...{ resource: articleTexts, recordId, language, languages, audience, labels },
    isMain: language === article.language,
    ...(validUntil !== undefined && { validUntil }),
    title: article.texts[language]?.title ?? '',
    parts: rendered?.parts ?? [],
  }))
}
