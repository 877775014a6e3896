import { articleDocuments } from '../../rules/articles/documents.ts'
import type { ArticleRecord } from '../../store/articles.ts'
import type { Library } from '../content/library.ts'
import { articleResource, sectionResource } from './resource.ts'

/** The knowledge base: articles and their sections. */
export const articleLibrary: Library<ArticleRecord> = {
  resource: articleResource,
  sections: sectionResource,
  tree: (tables) => tables.sections,
  sectionLabel: 'section',
  put: (tables, records) => tables.articles.put(records),
  lock: (tables, id) => tables.articles.lock(id),
  sources: (tables, prefix) => tables.articles.sources(prefix),
  ofSections: (tables, ids) => tables.articles.ofSections(ids),
  async documents(tables, records, sections) {
    const bodies = await tables.articles.bodies(records.map(({ id }) => id))
    return records.flatMap((record) =>
      articleDocuments(
        record,
        bodies.filter(({ articleId }) => articleId === record.id),
        sections,
      ),
    )
  },
}
