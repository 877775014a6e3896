import type { Resource } from '../../resource.ts'
import { contentOwned } from '../../rules/content/owned.ts'
import type { ArticleRecord, ArticleTaskRecord, SectionRecord } from '../../store/articles.ts'

/** Articles as the shared parts of the server see them. */
export const articleResource: Resource<ArticleRecord, 'published' | 'updated' | 'retired'> = {
  name: 'articles',
  noun: 'article',
  events: {
    published: 'article.published',
    updated: 'article.updated',
    retired: 'article.retired',
  },
  load: (tables, id) => tables.articles.get(id),
  lock: (tables, id) => tables.articles.lock(id),
  owned: contentOwned,
}

/** Sections as the shared parts of the server see them; everybody may know of a section. */
export const sectionResource: Resource<SectionRecord, 'updated'> = {
  name: 'sections',
  noun: 'section',
  events: { updated: 'section.updated' },
  load: (tables, id) => tables.sections.get(id),
  lock: (tables, id) => tables.sections.lock(id),
  owned: () => ({ partnerIds: [], audiences: [{}] }),
}

/** Tasks as the shared parts of the server see them: the vendor’s, by the reader’s partner. */
export const articleTaskResource: Resource<ArticleTaskRecord, 'made' | 'updated'> = {
  name: 'articleTasks',
  noun: 'task',
  events: { made: 'article_task.made', updated: 'article_task.updated' },
  load: (tables, id) => tables.articleTasks.get(id),
  lock: (tables, id) => tables.articleTasks.lock(id),
  owned: ({ partnerId }) => ({ partnerIds: partnerId === undefined ? [] : [partnerId] }),
}
