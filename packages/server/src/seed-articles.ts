import type { ArticleInput } from '@prmkit/contract'
import { renderText } from './rendering/render-text.ts'
import { indexArticles } from './routes/articles/keep.ts'
import { renderedBody } from './routes/articles/render-job.ts'
import { newArticle } from './rules/articles/write.ts'
import type { ArticleBody, ArticleRecord, SectionRecord } from './store/articles.ts'
import type { Store } from './store/store.ts'

/** A published article as a sample describes it. */
export interface SampleArticle extends ArticleInput {
  id: string
  /** The instant at which it was published. */
  publishedAt: string
  /** Facts that no input has. */
  more?: Partial<ArticleRecord>
}

/** Puts sections and articles into a store, rendered at once in this process: for samples and tests. */
export async function seedArticles(
  store: Store,
  sections: readonly SectionRecord[],
  samples: readonly SampleArticle[],
): Promise<void> {
  const made: { record: ArticleRecord; bodies: ArticleBody[] }[] = []
  for (const { id, publishedAt, more, ...input } of samples) {
    const offered = Object.keys(input.texts)
    const { record, bodies } = newArticle(id, input, { now: publishedAt, offered })
    const texts = { ...record.texts }
    const rendered: ArticleBody[] = []
    for (const body of bodies) {
      const before = texts[body.language]!
      const text = await renderText({
        ...{ format: body.format, source: body.source, title: before.title },
      })
      const summary = body.summary ?? text.summary
      texts[body.language] = { ...before, summary, minutes: text.minutes }
      rendered.push(renderedBody(body, text))
    }
    made.push({
      record: { ...record, texts, status: 'published' as const, publishedAt, ...more },
      bodies: rendered,
    })
  }
  await store.write(async (tables) => {
    await tables.sections.put(sections)
    const records = made.map(({ record }) => record)
    await tables.articles.put(records)
    await tables.articles.putBodies(made.flatMap(({ bodies }) => bodies))
    await indexArticles(tables, records)
  })
}
