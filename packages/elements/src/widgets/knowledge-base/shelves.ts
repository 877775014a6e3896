import type { Article, ArticleSection, Discovery, Me } from '@prmkit/contract'
import {
  dropRecent,
  noteRecent,
  readRecent,
  recentKey,
  type RecentArticle,
} from '../../articles/recent-articles.ts'
import type { Client } from '../../base/portal.ts'
import { LoadedItems } from '../../list/loaded-items.ts'

/** The articles of a section in the vendor's order. */
const offered = { sorts: {}, filters: [{ name: 'section' }] }

/** The most articles that a list at the beginning shows. */
const few = 6

/** The place that is shown. */
interface Place {
  readonly sectionId: string | undefined
  readonly articleId: string | undefined
}

/** The sections, and the lists of articles that stand in them and at the beginning. */
export class Shelves {
  sections: readonly ArticleSection[] = []
  /** The articles that are read most. */
  popular: readonly Article[] = []
  /** The articles that the reader keeps. */
  saved: readonly Article[] = []
  /** The articles of the section that is shown. */
  list = new LoadedItems<Article>(offered)
  /** True once the lists at the beginning are there. */
  isHomeLoaded = false
  #recentKey = ''

  /** The articles that were read last on this device. */
  get recent(): readonly RecentArticle[] {
    return readRecent(this.#recentKey)
  }

  /** True where there is something to read. */
  get isFilled(): boolean {
    return this.sections.length + this.popular.length > 0
  }

  /** Names the reader, whose articles are kept apart from those of others. */
  own({ vendor }: Discovery, { partner, user }: Me): void {
    this.#recentKey = recentKey(vendor.name, partner?.id, user.id)
  }

  /** Fetches the sections and the lists of a place. */
  async load(client: Client, place: Place, signal: AbortSignal): Promise<void> {
    const [tree] = await Promise.all([
      client.sections.list({}, { signal }),
      this.loadPlace(client, place),
    ])
    this.sections = tree.items
  }

  /** Fetches the lists of a place; an article has none. */
  async loadPlace(client: Client, { sectionId, articleId }: Place): Promise<void> {
    if (sectionId) return void (await this.fetch(client, sectionId))
    if (articleId) return
    this.isHomeLoaded = true
    const list = (query: object) => client.articles.list({ query: { limit: few, ...query } })
    const [popular, saved] = await Promise.all([
      list({ sort: 'viewed_desc' }),
      list({ saved: true }),
    ])
    this.popular = popular.items
    this.saved = saved.items
  }

  /** Fetches the articles of a section anew or, with a cursor, the page after them. */
  fetch({ articles }: Client, sectionId: string, cursor?: string): Promise<boolean> {
    if (sectionId !== this.list.view.filters['section']?.[0]) {
      this.list.stop()
      this.list = new LoadedItems<Article>(offered)
      this.list.view = { ...this.list.view, filters: { section: [sectionId] } }
    }
    return this.list.fetch(articles as never, cursor)
  }

  /** Takes an article as it was read. */
  read(article: Article): void {
    if (article.status === 'retired') dropRecent(this.#recentKey, article.id)
    else noteRecent(this.#recentKey, article)
    this.list.replace(article)
  }

  /** Ends the request under way. */
  stop(): void {
    this.list.stop()
  }
}
