import type { Performer } from '../../background/performer.ts'
import type { FileStore } from '../../files/file-store.ts'
import { newId } from '../../ids.ts'
import type { Rendered, RenderInput } from '../../rendering/render-text.ts'
import { readAlike } from '../../rules/articles/alike.ts'
import { slugOf } from '../../rules/shared/html-marks.ts'
import type { ArticleBody, ArticleRecord } from '../../store/articles.ts'
import type { PartnerWords, Store } from '../../store/store.ts'
import { strangeWords } from '../audience-words.ts'
import type { Dates } from '../csv/dates.ts'
import { quoted, type FileLog } from '../problems.ts'
import type { References } from '../references.ts'
import { factsOf, valueOf, type Facts } from '../tree/facts.ts'
import { isGone } from '../tree/retire-gone.ts'
import { tellBroken, treePrefix, type Links } from './links.ts'
import { titleOf } from './names.ts'
import type { Found, Tell, TextFile } from './read-text.ts'
import { beginning } from '../../rules/shared/beginning.ts'

/** Everything that bringing in a tree of articles needs. */
export interface ArticleImport {
  store: Store
  fileStore: FileStore | undefined
  performer: Performer
  folder: string
  /** The vendor’s languages, the main one first. */
  languages: readonly string[]
  dates: Dates
  references: References
  /** The vendor's words by which audiences choose partners. */
  words: PartnerWords
  now: string
  log: FileLog
}

/** An article that was understood, and the one before. */
export interface Made {
  found: Found
  record: ArticleRecord
  bodies: ArticleBody[]
  before: ArticleRecord | undefined
}

/** The facts of an article and the records that they name; undefined, after telling why, where they are wrong. */
export async function understand(
  { dates, references, words }: ArticleImport,
  { texts: [first] }: Found,
  tell: Tell,
) {
  if (!first) return undefined
  const { path: file } = first
  let isWrong = false
  const wrong = (text: string) => {
    isWrong = true
    tell(text, { file })
  }
  const facts = factsOf(first, dates, wrong, (text) => tell(text, { file }))
  await references.load('partners', facts.audiencePartners)
  await references.load('products', facts.products)
  const partnerIds = facts.audiencePartners.flatMap((key) => {
    const id = references.id('partners', key)
    if (id === undefined) wrong(`audience.partners: ${quoted(key)} is no key of a partner.`)
    return id ?? []
  })
  const productIds = facts.products.flatMap((key) => {
    const id = references.id('products', key)
    if (id === undefined) tell(`products: ${quoted(key)} is no key of a product.`, { file })
    return id ?? []
  })
  for (const { field, text } of strangeWords(facts.audience, words))
    tell(`audience.${field}: ${text}`, { file })
  const audience = { ...facts.audience, ...(partnerIds.length > 0 && { partnerIds }) }
  return isWrong ? undefined : { facts, productIds, audience }
}

/** Reads, renders and understands an article; undefined, after telling why, where the article has to be left out. */
export async function make(
  importing: ArticleImport,
  found: Found,
  before: { record: ArticleRecord; bodies: readonly ArticleBody[] } | undefined,
  sections: ReadonlyMap<string, string>,
  links: Links,
  tell: Tell,
): Promise<Made | undefined> {
  const { performer, languages, dates, now, log } = importing
  const understood = await understand(importing, found, tell)
  if (!understood) return void log.report.bad++
  const { facts, productIds, audience } = understood
  const id = before?.record.id ?? newId('article')
  const bodies: ArticleBody[] = []
  const texts: ArticleRecord['texts'] = {}
  let readsAlike = Object.keys(before?.record.texts ?? {}).length === found.texts.length
  for (const text of found.texts) {
    const language = text.language ?? languages[0] ?? 'en'
    try {
      const title = beginning(valueOf(text.front, 'title') ?? '', 300) || undefined
      const input: RenderInput = {
        ...{ format: 'markdown', source: text.text, isMdx: text.isMdx },
        ...(title !== undefined && { title }),
      }
      const result = (await performer.perform('render-text', input)) as Rendered
      const { html, contents, parts, brokenAnchors } = result
      const resolved = await links.resolve(text, result.references)
      const said = valueOf(text.front, 'summary', 'description')
      const summary = beginning(said ?? '', 500) || undefined
      const known = before?.bodies.find((body) => body.language === language)
      const same = known && readAlike(known.source, text.text) ? known.rendered : undefined
      const rendered = { html, contents, parts, references: resolved, brokenAnchors }
      tellBroken(text, rendered, tell)
      bodies.push({
        ...{ articleId: id, language, format: 'markdown', source: text.text },
        ...(summary !== undefined && { summary }),
        rendered,
      })
      links.note(text, title ?? result.title ?? '', rendered)
      const shown = before?.record.texts[language]
      texts[language] = {
        title: title ?? result.title ?? titleOf(found.key.split('/').at(-1) ?? ''),
        summary: summary ?? result.summary,
        minutes: result.minutes,
        updatedAt: updatedAt(text, dates) ?? (same && shown?.updatedAt) ?? now,
      }
      readsAlike &&=
        same !== undefined &&
        links.showAlike(same.references, resolved) &&
        shown?.title === texts[language].title &&
        shown.summary === texts[language].summary
    } catch (error) {
      log.report.bad++
      const why = error instanceof Error ? error.message : String(error)
      return void tell(`The text cannot be rendered: ${why} Shorten or split it.`, {
        file: text.path,
      })
    }
  }
  const language = found.texts[0]?.language ?? languages[0] ?? 'en'
  const record = recordOf({ id, found, facts, before: before?.record, texts, language, now })
  const sectionId = sections.get(found.folder)
  return {
    found,
    bodies,
    before: before?.record,
    record: {
      ...{ ...record, productIds, audience },
      // A new version ends the votes on the one before, so a text that reads as before makes none.
      version: (before?.record.version ?? 0) + (readsAlike ? 0 : 1),
      ...(sectionId !== undefined && { sectionId }),
    },
  }
}

function updatedAt({ front }: TextFile, dates: Dates): string | undefined {
  const value = valueOf(front, 'updatedAt', 'updated', 'lastUpdated', 'last_updated', 'lastmod')
  return value === undefined ? undefined : dates.instant(value)
}

function recordOf({
  id,
  found,
  facts,
  before,
  texts,
  language,
  now,
}: {
  id: string
  found: Found
  facts: Facts
  before: ArticleRecord | undefined
  texts: ArticleRecord['texts']
  language: string
  now: string
}): Omit<ArticleRecord, 'version'> {
  const { tags, validUntil, position, promoted, updatedBy, slug, isDraft } = facts
  const publishedAt = before?.publishedAt ?? (isDraft ? undefined : now)
  // The vendor’s own word that an article is over holds, whatever comes of its file.
  const isOver = before?.status === 'retired' && !isGone(before)
  const status = isOver ? 'retired' : isDraft ? 'draft' : 'published'
  return {
    ...{ id, externalIds: { key: found.key }, createdAt: before?.createdAt ?? now, updatedAt: now },
    revision: (before?.revision ?? 0) + 1,
    ...{ status, language, texts, tags, position, promoted },
    ...(isOver && before.statusReason && { statusReason: before.statusReason }),
    ...{ productIds: [], audience: {}, custom: {}, source: treePrefix + found.key },
    slug: slug ?? slugOf(texts[language]?.title ?? found.key),
    ...(publishedAt !== undefined && { publishedAt }),
    ...(validUntil !== undefined && { validUntil }),
    ...(validUntil !== undefined && validUntil > now && { dueAt: validUntil }),
    ...(updatedBy !== undefined && { updatedBy }),
  }
}
