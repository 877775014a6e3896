import {
  articleLength,
  type ArticleInput,
  type ArticlePatch,
  type FieldError,
} from '@prmkit/contract'
import { addressOf, slugOf } from '../shared/html-marks.ts'
import type { ArticleBody, ArticleRecord } from '../../store/articles.ts'
import { fault, languageErrors, newContent, withFields, type Writing } from '../content/write.ts'
import { readAlike } from './alike.ts'
import { mergePatch } from '../shared/merge-patch.ts'

/** An article as the vendor wrote it: the record, and the texts that are new. */
export interface Written {
  record: ArticleRecord
  /** Texts that are to be rendered. */
  bodies: ArticleBody[]
  /** Languages that are gone. */
  removed: string[]
  errors: FieldError[]
}

type Text = NonNullable<ArticleInput['texts'][string]>

/** Makes a new article, a draft, of what was sent. */
export function newArticle(id: string, input: ArticleInput, writing: Writing): Written {
  const record: ArticleRecord = { ...newContent(id, writing.now), slug: '' }
  return write(record, [], input, writing)
}

/** Changes an article by a merge patch; an audience takes the place of the one before. */
export function changedArticle(
  before: ArticleRecord,
  bodies: readonly ArticleBody[],
  patch: ArticlePatch,
  writing: Writing,
): Written {
  const { texts, ...record } = before
  const described = Object.fromEntries(
    Object.entries(texts).map(([language, { title }]) => {
      const body = bodies.find((one) => one.language === language)
      const { format = 'markdown', source = '', summary } = body ?? {}
      return [language, { title, body: source, format, ...(summary !== undefined && { summary }) }]
    }),
  )
  const { audience, ...rest } = patch
  const merged = mergePatch({ ...record, texts: described }, rest) as unknown as ArticleInput
  const full = { ...merged, audience: audience === null ? {} : (audience ?? before.audience) }
  return write(before, bodies, full, writing)
}

function write(
  before: ArticleRecord,
  bodies: readonly ArticleBody[],
  input: ArticleInput,
  writing: Writing,
): Written {
  const { now, offered } = writing
  const { texts, updatedBy } = input
  const addresses = [...new Set(input.addresses?.map(addressOf))]
  const isMoved = addresses[0] !== before.addresses?.[0]
  const errors = languageErrors(input, offered)
  for (const [name, text] of Object.entries(texts)) errors.push(...textErrors(name, text))
  const known = new Map(bodies.map((body) => [body.language, body]))
  const changed = Object.entries(texts).filter(
    ([name, text]) => isMoved || isChanged(before.texts[name]?.title, known.get(name), text),
  )
  const removed = Object.keys(before.texts).filter((name) => !Object.hasOwn(texts, name))
  const readsAlike = ([name, text]: [string, Text]) =>
    !isChanged(before.texts[name]?.title, known.get(name), text, readAlike)
  const { updatedBy: _, addresses: _a, ...kept } = withFields(before, input, writing)
  const title = texts[kept.language]?.title ?? ''
  const record: ArticleRecord = {
    ...kept,
    // A new version drops the votes on the one before; a mended link alone makes no new version.
    version: before.version + (removed.length === 0 && changed.every(readsAlike) ? 0 : 1),
    slug: input.slug ?? (before.slug || slugOf(title)),
    texts: Object.fromEntries(
      Object.entries(texts).map(([name, text]) => [
        name,
        changed.some(([one]) => one === name)
          ? {
              ...{ title: text.title, summary: text.summary ?? '', minutes: 1 },
              updatedAt:
                (text.updatedAt ?? (readsAlike([name, text]) && before.texts[name]?.updatedAt)) ||
                now,
            }
          : before.texts[name]!,
      ]),
    ),
    ...(updatedBy !== undefined && { updatedBy }),
    ...(addresses.length > 0 && { addresses }),
  }
  return {
    record,
    bodies: changed.map(([name, text]) => ({
      ...{ articleId: record.id, language: name, source: text.body },
      format: text.format ?? 'markdown',
      pending: true,
      ...(known.get(name)?.rendered && { rendered: known.get(name)!.rendered! }),
      ...(text.summary !== undefined && { summary: text.summary }),
    })),
    removed,
    errors,
  }
}

function isChanged(
  title: string | undefined,
  body: ArticleBody | undefined,
  text: Text,
  isSame = (one: string, other: string) => one === other,
): boolean {
  return (
    !body ||
    title !== text.title ||
    !isSame(body.source, text.body) ||
    body.format !== (text.format ?? 'markdown') ||
    body.summary !== text.summary
  )
}

function textErrors(language: string, text: Text): FieldError[] {
  const pointer = `/texts/${language}`
  const lacks = (['title', 'body'] as const).filter((name) => text[name] === undefined)
  const bytes = new TextEncoder().encode(text.body ?? '').length
  return [
    ...lacks.map((name) => fault(`${pointer}/${name}`, 'required', 'A new text needs it.')),
    ...(bytes > articleLength
      ? [
          fault(
            `${pointer}/body`,
            'too-long',
            `The text has ${bytes} bytes; ${articleLength} are possible.`,
          ),
        ]
      : []),
  ]
}
