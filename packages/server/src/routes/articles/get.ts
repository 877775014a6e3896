import type { Attachment, ContentLink, FullArticle, Routes } from '@prmkit/contract'
import { imageLink } from '../../files/links.ts'
import type { Call } from '../../http/call.ts'
import { shownLanguage } from '../../rules/content/languages.ts'
import { withTargets, type Resolved } from '../../rules/articles/references.ts'
import { showArticle, type Showing } from '../../rules/articles/view.ts'
import type { ArticleBody, ArticleRecord, ContentFile } from '../../store/articles.ts'
import { sectionTree } from '../content/library.ts'
import { isVendor, readerOf } from '../content/reader.ts'
import { showingFor, visibleArticle } from './context.ts'
import { articleLibrary } from './library.ts'

const mostRelated = 5

/** One article with its text. */
export async function getArticle(call: Call<Routes['articles']['get']>) {
  const { tables, caller, params, query } = call
  const record = await visibleArticle(call, params.id)
  const found = await showingFor(call, [record])
  const asked = query.language
  const isThere = asked !== undefined && Object.hasOwn(record.texts, asked)
  const showing = isThere ? { ...found, wanted: [asked, ...found.wanted] } : found
  const language = shownLanguage(record, showing.wanted)
  const bodies = await tables.articles.bodies([record.id])
  const body = bodies.find((one) => one.language === language)
  const readable = record.status !== 'retired' || isVendor(caller)
  const { html, attachments } =
    body && readable ? await withLinks(call, body) : { html: '', attachments: [] }
  const full: FullArticle = {
    ...showArticle(record, showing),
    // A summary that nobody wrote is the beginning of the text, which follows.
    ...(html !== '' && body?.summary === undefined && { summary: '' }),
    html,
    contents: (readable && body?.rendered?.contents) || [],
    related: readable ? await relatedTo(call, record, showing) : [],
    attachments: attachments.map((file) => attachmentOf(file, record.updatedAt)),
    ...(isVendor(caller) && body && { source: { format: body.format, body: body.source } }),
  }
  return { body: full, revision: record.revision }
}

/** The text with the targets of its links, as far as the caller may reach them. */
async function withLinks(call: Call<Routes['articles']['get']>, body: ArticleBody) {
  const { tables, caller, now } = call
  const { html = '', references = [] } = body.rendered ?? {}
  if (references.length === 0) return { html, attachments: [] }
  const targets = [...new Set(references.flatMap(({ target }) => [target, withoutQuery(target)]))]
  const files = new Map(
    (await tables.contentFiles.bySource(targets)).map((file) => [file.source, file]),
  )
  const linked = await tables.articles.bySource(targets)
  const readable = await tables.articles.list(
    {
      ...{ reader: readerOf(caller), now, statuses: ['published'] },
      withoutSectionIds: (await sectionTree(articleLibrary, tables)).hidden(),
      ids: linked.map(({ id }) => id),
    },
    'position_asc',
    { limit: 500 },
  )
  const articles = new Map(
    readable.items.flatMap(({ id, source = '', addresses = [] }) =>
      [source, ...addresses].map((one) => [one, id] as const),
    ),
  )
  const images = new Map<string, string>()
  for (const file of files.values())
    if (isImage(file)) images.set(file.id, await imageLink(call, file.id))
  const used = new Set<ContentFile>()
  const resolve = (place: number): Resolved => {
    const reference = references[place]
    if (!reference) return undefined
    const { kind, target, anchor } = reference
    const id = articles.get(target) ?? articles.get(withoutQuery(target))
    if (kind === 'link' && id !== undefined)
      return { kind: 'article', id, ...(anchor !== undefined && { anchor }) }
    const file = files.get(target)
    if (!file) return undefined
    const { width, height } = file
    const url = images.get(file.id)
    if (url !== undefined)
      return {
        ...{ kind: 'image', url },
        ...(width !== undefined && height !== undefined && { width, height }),
      }
    used.add(file)
    return { kind: 'file', id: file.id }
  }
  return { html: withTargets(html, resolve), attachments: [...used] }
}

/** An address without its query, which names no other page in most addresses that people share. */
const withoutQuery = (target: string) => target.replace(/^(https:[^?]*)\?.*$/, '$1')

const isImage = ({ mediaType }: ContentFile) => mediaType.startsWith('image/')

function attachmentOf({ id, name, mediaType, size }: ContentFile, addedAt: string): Attachment {
  return { fileId: id, name, mediaType, size, status: 'ready', addedAt }
}

/** Articles with the same tags or products, else those beside it, the most helpful first. */
async function relatedTo(
  { tables, caller, now }: Call<Routes['articles']['get']>,
  record: ArticleRecord,
  { wanted, sections }: Showing,
): Promise<ContentLink[]> {
  const filter = {
    ...{ reader: readerOf(caller), now, statuses: ['published'] as const },
    withoutSectionIds: sections.hidden(),
  }
  const { tags, productIds, sectionId } = record
  const found = new Map<string, ArticleRecord>()
  const add = async (more: object) => {
    if (found.size >= mostRelated) return
    const page = await tables.articles.list({ ...filter, ...more }, 'helpful_desc', {
      limit: mostRelated + 1,
    })
    for (const one of page.items) if (one.id !== record.id) found.set(one.id, one)
  }
  if (tags.length > 0) await add({ tags })
  if (productIds.length > 0) await add({ productIds })
  if (sectionId !== undefined) await add({ sectionIds: [sectionId] })
  return [...found.values()].slice(0, mostRelated).map((one) => {
    const language = shownLanguage(one, wanted)
    return { id: one.id, title: one.texts[language]?.title ?? '', language }
  })
}
