import { indexArticles, tellOf } from '../../routes/articles/keep.ts'
import { articleLibrary } from '../../routes/articles/library.ts'
import { articleResource } from '../../routes/articles/resource.ts'
import type { ArticleBody, ArticleRecord } from '../../store/articles.ts'
import { bringSections } from '../tree/import-sections.ts'
import { Links, tellBroken, textIn, treePrefix } from './links.ts'
import { make, understand, type ArticleImport, type Made } from './make-article.ts'
import { textName, type TextName } from './names.ts'
import { readText, type Found, type Tell, type TextFile } from './read-text.ts'
import { describe } from '../problems.ts'
import { isGone, retireGone } from '../tree/retire-gone.ts'
import { walk } from '../tree/walk.ts'

/** The number of the way texts are rendered; a change of it renders all texts anew. */
const rendering = 3
const batch = 40

/**
 * Brings in a tree of Markdown files: folders become sections, files articles, and files of one name
 * in several languages one article. Unchanged files are left alone; the article of a file that is gone is retired.
 */
export async function importArticles(importing: ArticleImport): Promise<void> {
  const { log, languages, folder, store } = importing
  const told = new Set<string>()
  const tell: Tell = (text, { file, line }) => {
    const place = { file: treePrefix + file, ...(line !== undefined && { line }) }
    // A text may have one broken link many times.
    const whole = describe({ ...place, text })
    if (!told.has(whole)) log.problem(text, place)
    told.add(whole)
  }
  const tree = await walk(folder, (text, file) => tell(text, { file }))
  const found = new Map<string, TextFile[]>()
  const unread = new Map<string, TextName>()
  for (const path of tree.files) {
    const name = textName(path, languages)
    if (!name) continue
    const text = await readText(tree, path, name, tell)
    if (text) found.set(name.key, [...(found.get(name.key) ?? []), text])
    else unread.set(name.key, name)
    if (!text) log.report.bad++
  }
  const keys = new Set([...found.keys(), ...unread.keys()])
  const folders = [...found.values()].flat()
  const sections = await bringSections(articleLibrary, importing, [...folders, ...unread.values()])
  // An article with an unread file is left alone: it could lose a language, or its audience.
  for (const key of unread.keys()) found.delete(key)
  const links = new Links(tree, languages, keys, importing)
  const articles = [...found].map(([key, texts]) => articleOf(key, texts, languages, tell))
  const known = await store.read.content.find(articleResource.name, [...keys])
  const records = await store.read.articles.many([...known.values()].map(({ id }) => id))
  const byId = new Map(records.map((record) => [record.id, record]))
  const fresh: Found[] = []
  const same: { article: Found; id: string }[] = []
  for (const article of articles) {
    const row = known.get(article.key)
    const before = row && byId.get(row.id)
    if (!before || row?.hash !== article.hash || isGone(before)) fresh.push(article)
    else same.push({ article, id: before.id })
  }
  for (let start = 0; start < same.length; start += batch) {
    const part = same.slice(start, start + batch)
    const bodies = await links.before(part.map(({ id }) => id))
    const moved = await links.moved(bodies, part)
    fresh.push(...moved)
    for (const { article, id } of part)
      if (!moved.has(article)) {
        log.report.unchanged++
        await tellAgain(
          importing,
          { article, record: byId.get(id), bodies: byBody(bodies, id) },
          links,
          tell,
        )
      }
  }
  for (let start = 0; start < fresh.length; start += batch) {
    const part = fresh.slice(start, start + batch).map((one) => {
      const row = known.get(one.key)
      return { one, record: row && byId.get(row.id) }
    })
    const bodies = await links.before(part.flatMap(({ record }) => record?.id ?? []))
    const made = await Promise.all(
      part.map(({ one, record }) => {
        const before = record && { record, bodies: byBody(bodies, record.id) }
        return make(importing, one, before, sections, links, tell)
      }),
    )
    await keep(
      importing,
      made.filter((article) => article !== undefined),
      links,
    )
    log.flush()
  }
  links.tellLost(tell)
  await retireGone(articleLibrary, importing, treePrefix, keys)
}

const byBody = (bodies: readonly ArticleBody[], id: string) =>
  bodies.filter(({ articleId }) => articleId === id)

/** Tells the faults of an unchanged article again, as they were told when it came. */
async function tellAgain(
  importing: ArticleImport,
  {
    article,
    record,
    bodies,
  }: { article: Found; record: ArticleRecord | undefined; bodies: readonly ArticleBody[] },
  links: Links,
  tell: Tell,
): Promise<void> {
  await understand(importing, article, tell)
  for (const { language, rendered } of bodies) {
    const text = textIn(article, language, importing.languages)
    if (!text || !rendered) continue
    links.note(text, record?.texts[language]?.title ?? '', rendered)
    tellBroken(text, rendered, tell)
  }
}

function articleOf(
  key: string,
  texts: TextFile[],
  languages: readonly string[],
  tell: Tell,
): Found {
  const main = languages[0] ?? 'en'
  const sorted = texts.toSorted(
    (one, other) =>
      languages.indexOf(one.language ?? main) - languages.indexOf(other.language ?? main),
  )
  const once = sorted.filter((text, index) => {
    const language = text.language ?? main
    const isFirst = sorted.findIndex((one) => (one.language ?? main) === language) === index
    if (!isFirst)
      tell(`${key} is in ${language} twice; this file is left out.`, { file: text.path })
    return isFirst
  })
  const hashes = once.map((text) => `${text.language ?? main}=${text.hash}`)
  return {
    ...{ key, texts: once, folder: once[0]!.folder },
    hash: [rendering, ...hashes].join(' '),
  }
}

async function keep({ store, now, log }: ArticleImport, made: readonly Made[], links: Links) {
  if (made.length === 0) return
  await store.write(async (tables) => {
    const records = made.map(({ record }) => record)
    await tables.contentFiles.put(links.files())
    await tables.articles.put(records)
    for (const { record, before } of made) {
      const gone = Object.keys(before?.texts ?? {}).filter((one) => !record.texts[one])
      if (gone.length > 0) await tables.articles.removeBodies(record.id, gone)
    }
    await tables.articles.putBodies(made.flatMap(({ bodies }) => bodies))
    await indexArticles(tables, records)
    await tables.content.put(
      articleResource.name,
      made.map(({ found, record }) => ({ key: found.key, id: record.id, hash: found.hash })),
    )
    const { published, updated } = articleResource.events
    for (const { record, before } of made)
      if (before) await tellOf({ tables, now, requestId: 'import' }, record, updated, before)
      else if (record.status === 'published')
        await tellOf({ tables, now, requestId: 'import' }, record, published)
  })
  for (const { before } of made)
    if (before) log.report.changed++
    else log.report.added++
}
