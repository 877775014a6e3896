import { nothing, type TemplateResult } from 'lit'
import { ArticlePage } from '../../articles/article-page.ts'
import type { Loaded } from '../../base/portal-element.ts'
import type { Client } from '../../base/portal.ts'
import { frame } from '../../primitives/frame/frame.ts'

/**
 * @summary One article of the vendor's knowledge base, anywhere on a page.
 *
 * @slot loading - Shown while the article is fetched.
 * @slot empty - Shown where the portal has no knowledge base.
 * @slot error - Shown where the article could not be fetched, or may not be seen.
 * @slot offline - Shown above the article while there is no connection.
 * @slot degraded - Shown above the article while something is missing.
 * @event {NavigateEvent} prm-navigate - The partner follows a link to another article (`article`), which then takes the place of this one; cancelable.
 * @event {LoadErrorEvent} prm-load-error - The article could not be fetched.
 * @csspart frame - The frame of the article.
 */
export class PrmArticle extends ArticlePage {
  static override properties = {
    ...ArticlePage.properties,
    articleId: { attribute: 'article-id', noAccessor: true },
    articleHref: { attribute: 'article-href', noAccessor: true },
  }

  // The page around it has the focus until somebody follows a link in it.
  protected override mayFocus = false

  /** The article to show. */
  get articleId(): string | undefined {
    return this.recordId
  }

  set articleId(id: string | undefined) {
    this.recordId = id || undefined
  }

  /** The address of an article on this site, with `{id}`; makes links that can be copied. */
  get articleHref(): string | undefined {
    return this.recordHref
  }

  set articleHref(href: string | undefined) {
    this.recordHref = href
  }

  protected override async load(client: Client, signal: AbortSignal): Promise<Loaded> {
    const discovery = await client.discovery.get({}, { signal })
    return this.isOffered('articles', discovery) ? super.load(client, signal) : 'empty'
  }

  override render(): TemplateResult {
    return frame(this as never, () => (this.record ? this.page(this.record) : nothing))
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'prm-article': PrmArticle
  }
}
