import type { ArticleSearch } from '../../articles/article-search.ts'
import type { AskScene } from '../../articles/ask.ts'
import type { Translate } from '../../base/localize.ts'
import type { ArticleSearchMessages } from '../../locales/article-search/catalog.ts'

/** The search box as its popup sees it. */
export interface SearchBoxScene extends AskScene {
  readonly t: Translate<ArticleSearchMessages>
  readonly searching: ArticleSearch
  readonly renderRoot: ParentNode
  readonly resultsAddress: string | undefined
  readonly updateComplete: Promise<boolean>
  requestUpdate(): void
  openArticle(id: string, anchor?: string): void
  openResults(): void
}
