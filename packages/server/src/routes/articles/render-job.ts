import type { Rendered, RenderInput } from '../../rendering/render-text.ts'
import type { ArticleBody, ArticleRecord } from '../../store/articles.ts'
import type { JobKind } from '../../background/runner.ts'
import { indexArticles, tellOf } from './keep.ts'
import { articleResource } from './resource.ts'

/** Makes the new texts of an article readable, and lets the search find them. */
export const renderArticle: JobKind = {
  async run({ store, now }, performer, { resourceId }) {
    const record = await store.read.articles.get(resourceId)
    if (!record) return
    const bodies = await store.read.articles.bodies([resourceId])
    const waiting = bodies.filter(({ pending }) => pending)
    const done: { body: ArticleBody; text: Rendered }[] = []
    for (const body of waiting) {
      const title = record.texts[body.language]?.title
      const base = record.addresses?.[0]
      const input: RenderInput = {
        ...{ format: body.format, source: body.source },
        ...(title !== undefined && { title }),
        ...(base !== undefined && { base }),
      }
      done.push({ body, text: (await performer.perform('render-text', input)) as Rendered })
    }
    if (done.length === 0) return
    await store.write(async (tables) => {
      const current = await tables.articles.lock(resourceId)
      if (!current) return
      const there = await tables.articles.bodies([resourceId])
      // A text that was written anew meanwhile has a job of its own.
      const fresh = done.filter(({ body }) =>
        there.some((one) => isSame(one, body) && isSameAround(current, record, body.language)),
      )
      if (fresh.length === 0) return
      await tables.articles.putBodies(fresh.map(({ body, text }) => renderedBody(body, text)))
      const after = withFacts(current, fresh)
      await tables.articles.put([after])
      await indexArticles(tables, [after])
      const writer = { tables, now: now(), requestId: 'job' }
      if (after.status === 'published') await tellOf(writer, after, articleResource.events.updated)
    })
  },
}

/** Tells whether a text is as it was written when its rendering began. */
function isSame(one: ArticleBody, body: ArticleBody): boolean {
  return (['language', 'source', 'format', 'summary'] as const).every(
    (field) => one[field] === body[field],
  )
}

/** Tells whether the facts of the article that its rendering takes in are the same. */
function isSameAround(one: ArticleRecord, other: ArticleRecord, language: string): boolean {
  return (
    one.texts[language]?.title === other.texts[language]?.title &&
    one.addresses?.[0] === other.addresses?.[0]
  )
}

/** A text with the result of its rendering. */
export function renderedBody(body: ArticleBody, text: Rendered): ArticleBody {
  const { html, contents, parts, references } = text
  const { pending: _, ...kept } = body
  return { ...kept, rendered: { html, contents, parts, references } }
}

/** The record with the facts that only rendering tells. */
function withFacts(
  record: ArticleRecord,
  done: readonly { body: ArticleBody; text: Rendered }[],
): ArticleRecord {
  const texts = { ...record.texts }
  for (const { body, text } of done) {
    const before = texts[body.language]
    if (before)
      texts[body.language] = {
        ...before,
        summary: body.summary ?? text.summary,
        minutes: text.minutes,
      }
  }
  return { ...record, texts }
}
