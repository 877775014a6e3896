import { html, nothing, type TemplateResult } from 'lit'
import type { FullArticle } from '@prmkit/contract'
import { loadLate } from '../base/load-late.ts'
import type { Client } from '../base/portal.ts'
import { preload } from '../base/preload.ts'
import { NavigateEvent } from '../events.ts'
import { catalog, type ArticleMessages } from '../locales/article/catalog.ts'
import { recordLink } from '../primitives/record-link/record-link.ts'
import { richText, type RichText } from '../primitives/rich-text/rich-text.ts'
import { Attachments } from '../record/attachments.ts'
import { RecordElement, type RecordDefinition } from '../record/record-element.ts'
import { recordPage } from '../record/record-page.ts'
import { articleHost } from './article-host.ts'
import { articleNotes } from './article-notes.ts'
import { articleFacts, shortContents } from './article-facts.ts'
import type { ArticleOperations, ArticleScene } from './article-scene.ts'
import { ArticleVote } from './article-vote.ts'
import { styles } from './article-page.styles.ts'

/** The heading that an address names. */
function anchorOf({ hash = '' }: { readonly hash?: string } = {}): string | undefined {
  try {
    return decodeURIComponent(hash.slice(1))
  } catch {
    return undefined
  }
}

/** One article of the knowledge base in full. */
export class ArticlePage extends RecordElement<FullArticle, ArticleOperations, ArticleMessages> {
  static override catalog = catalog
  static override styles = styles

  /** The anchor of the heading to begin at. */
  anchor: string | undefined
  /** The words by which the article was found. */
  search: string | undefined
  /** The language that the reader chose; without it the article speaks theirs, if it can. */
  chosen: string | undefined
  /** The text, once it is ready to be shown. */
  text: RichText | undefined

  override readonly definition: RecordDefinition<FullArticle, ArticleOperations> = {
    resource: 'articles',
    operations: (client) => this.#operations(client),
  }

  /** False where the focus is not taken to an article that is shown. */
  protected mayFocus = true
  // The heading that the address of the page names, for the first article.
  #hash: string | undefined = anchorOf(globalThis.location)
  #shown = ''
  #viewed = ''
  readonly #attachments = new Attachments(this as never)
  readonly #vote = new ArticleVote(this.#scene)

  /** This page as its parts see it. */
  get #scene() {
    return this as unknown as ArticleScene & this
  }

  #operations({ articles }: Client): ArticleOperations {
    const { chosen: language } = this
    if (!language) return articles
    const get = (input: { params: { id: string } }, options?: object) =>
      articles.get({ ...input, query: { language } }, options)
    return { ...articles, get } as ArticleOperations
  }

  /** Reads the article in another language. */
  readonly read = async (language: string): Promise<void> => {
    this.chosen = language
    await this.refresh()
    this.focusHeading()
  }

  /** Opens an article at a heading of it; within this one it only goes there. */
  override open(id: string, anchor?: string): void {
    if (id && id === this.recordId) {
      if (!anchor || !this.goTo(anchor)) this.focusHeading()
    } else if (this.owner) {
      ;(this.owner as { open(id: string, anchor?: string): void }).open(id, anchor)
    } else if (
      this.emit(new NavigateEvent({ resource: 'article', id, ...(anchor && { anchor }) }))
    ) {
      this.anchor = anchor
      this.mayFocus = true
      this.recordId = id
    }
  }

  /** Goes to a heading or another place of the text; false where there is none. */
  goTo(anchor: string): boolean {
    const found = this.text?.place(anchor)
    found?.scrollIntoView({ block: 'start' })
    found?.focus({ preventScroll: true })
    return !!found
  }

  /** Begins at the wanted heading, or at the title. */
  override readonly focusHeading = (): void => {
    const anchor = this.anchor ?? this.#hash
    this.anchor = this.#hash = undefined
    if ((anchor && this.goTo(anchor)) || !this.mayFocus) return
    this.renderRoot.querySelector<HTMLElement>('#heading')?.focus()
  }

  /** Makes the text ready, where it is another one; tells the backend of an article that was opened. */
  protected override async loadBeside(): Promise<void> {
    const { record, operations } = this
    if (!record) return
    const { id, language, version, html: text } = record
    const shown = [id, language, version, this.language].join(' ')
    if (shown !== this.#shown) {
      const made = text ? await richText(text, articleHost(this.#scene)) : undefined
      if (this.record?.id !== id) return
      this.#shown = shown
      this.text = made
      if (made) made.body.lang = language
      this.requestUpdate()
      preload(() => loadLate(this, () => import('./article-print.ts')))
    }
    if (`${id} ${version}` === this.#viewed) return
    this.#viewed = `${id} ${version}`
    const { search } = this
    const body = { language, ...(search && { search }) }
    // An article is of use also where nobody counts its readers.
    await operations?.view({ params: { id }, body }).catch(() => {})
  }

  protected override empty(): void {
    super.empty()
    this.text = this.chosen = undefined
    this.#shown = this.#viewed = ''
    this.#vote.forget()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#vote.forget()
  }

  protected override page(article: FullArticle): TemplateResult {
    const { sectionTitle, title, summary, language, status } = article
    const isRetired = status === 'retired'
    return recordPage({
      over: sectionTitle && html`<bdi>${sectionTitle}</bdi>`,
      name: html`<bdi lang=${language}>${title}</bdi>`,
      under: !isRetired && summary ? html`<bdi lang=${language}>${summary}</bdi>` : undefined,
      messages: isRetired ? undefined : articleFacts(this.#scene, article),
      main: [
        shortContents(this.#scene),
        articleNotes(this.#scene, article, this.now),
        this.text?.body ?? nothing,
        article.attachments.length ? this.#attachments.render(article as never, false) : nothing,
        isRetired ? nothing : this.#vote.render(article),
        this.#related(article),
      ],
    })
  }

  #related({ related }: FullArticle) {
    if (!related.length) return nothing
    return html`<section aria-labelledby="related">
      <h3 id="related">${this.t('related')}</h3>
      <ul class="related">
        ${related.map(
          ({ id, title, language }) =>
            html`<li>
              ${recordLink({
                ...{ id, href: this.recordHref, look: 'text' },
                label: html`<bdi lang=${language}>${title}</bdi>`,
                open: (id) => this.open(id),
              })}
            </li>`,
        )}
      </ul>
    </section>`
  }
}
