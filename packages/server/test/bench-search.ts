import pg from 'pg'
import { createApp, memoryFiles, seed } from '../src/index.ts'
import { openStore } from '../src/node.ts'
import { renderText, type Rendered } from '../src/rendering/render-text.ts'
import { articleDocuments } from '../src/rules/articles/documents.ts'
import { newArticle } from '../src/rules/articles/write.ts'
import { SectionTree } from '../src/rules/content/sections.ts'
import type { Store } from '../src/store/store.ts'
import { compare, record, replayed, tokenFor, type Work } from './bench-statements.ts'
import { countWords, installedTexts, withOtherWords, wordsOf, wordStock } from './bench-texts.ts'
import type { NativePostgres } from './native-postgres.ts'

const apiKey = 'sk_bench_of_the_search'
const largest = 12_000
const queries = 50

/** The sum of the medians of all searches in milliseconds. */
export interface SearchTimes {
  /** From a Request to the whole text of its Response, in this process, over PostgreSQL. */
  server: number
  /** The same statements, in the same order and as parallel, on the bare driver. */
  driver: number
}

/** The results among so many articles. */
export interface SearchResult {
  count: number
  /** Searches for two rare words, of which the article is known. */
  rare: SearchTimes
  /** Searches for one of the most frequent words, unfinished. */
  frequent: SearchTimes
  /** The share of searches that have the known article among the first three. */
  recall: number
  /** The same with two letters of a word changed over. */
  misspelt: number
}

/** A text of which the article is known by its first copy, and its words as they are read. */
interface Base {
  rendered: Rendered
  title: string
  words: ReadonlySet<string>
  /** The first five letters of each. */
  beginnings: ReadonlySet<string>
}

interface Query {
  words: string
  misspelt: string
  /** The text that it is known to find; a copy of it is as right. */
  base: number
}

/** A server with so many articles, and the searches that are asked of it. */
export interface SearchBackend {
  count: number
  known: readonly Query[]
  frequent: readonly string[]
  fetch(request: Request): Promise<Response>
  token: string
  pool: pg.Pool
  close(): Promise<void>
}

/** Searches among so many articles as the widgets do, with facets. */
export async function benchSearch(backends: readonly SearchBackend[]): Promise<SearchResult[]> {
  const asked = []
  for (const backend of backends)
    asked.push({
      backend,
      rare: await worksOf(
        backend,
        backend.known.map(({ words }) => words),
      ),
      frequent: await worksOf(backend, backend.frequent),
    })
  const all = asked.flatMap(({ rare, frequent }) => [...rare, ...frequent])
  const medians = await compare(
    all.flatMap(({ search, replay }) => [search, replay]),
    { rounds: 9, perRound: 1 },
  )
  const sum = (works: readonly Work[]) =>
    works.reduce((total, work) => total + (medians.get(work) ?? Number.NaN), 0)
  const timesOf = (works: Awaited<ReturnType<typeof worksOf>>): SearchTimes => ({
    server: sum(works.map(({ search }) => search)),
    driver: sum(works.map(({ replay }) => replay)),
  })
  const results = []
  for (const { backend, rare, frequent } of asked)
    results.push({
      ...{ count: backend.count, rare: timesOf(rare), frequent: timesOf(frequent) },
      recall: await recallOf(backend, ({ words }) => words),
      misspelt: await recallOf(backend, ({ misspelt }) => misspelt),
    })
  return results
}

async function worksOf(backend: SearchBackend, searches: readonly string[]) {
  const works: { search: Work; replay: Work }[] = []
  for (const words of searches) {
    const search = () => find(backend, words)
    await search()
    works.push({ search, replay: replayed(backend.pool, await record(search)) })
  }
  return works
}

async function recallOf(backend: SearchBackend, textOf: (query: Query) => string): Promise<number> {
  let right = 0
  for (const query of backend.known) {
    const found = await find(backend, textOf(query))
    if (found.slice(0, 3).some((id) => Number(id.split('_')[1]) === query.base)) right++
  }
  return right / backend.known.length
}

async function find({ fetch, token }: SearchBackend, words: string): Promise<string[]> {
  const query = new URLSearchParams({ search: words, limit: '6', facets: 'true' })
  const response = await fetch(
    new Request(`http://server.example/v1/articles/search?${query}`, {
      headers: { authorization: `Bearer ${token}` },
    }),
  )
  const { items } = (await response.json()) as { items?: { article: { id: string } }[] }
  if (!items) throw new Error(`The search for “${words}” was answered with ${response.status}.`)
  return items.map(({ article }) => article.id)
}

/** Fills PostgreSQL with so many articles: Markdown of installed packages, and copies with other words. */
export async function openSearchBackend(
  server: NativePostgres,
  packages: string,
  count: number,
): Promise<SearchBackend> {
  const databaseUrl = await server.database()
  const store = await openStore({ databaseUrl })
  await seed(store)
  const bases: Base[] = []
  for (const { name, text } of await installedTexts(packages, largest)) {
    const rendered = await renderText({ format: 'markdown', source: text })
    const title = rendered.title ?? name
    const all = rendered.parts.map((part) => `${part.heading} ${part.text}`).join(' ')
    const words = wordsOf(`${title} ${all}`)
    const beginnings = new Set([...words].map((word) => word.slice(0, 5)))
    bases.push({ rendered, title, words, beginnings })
  }
  const asked = queriesOf(bases)
  await fill(store, bases, asked.known, count)
  const pool = new pg.Pool({ connectionString: databaseUrl })
  pool.on('error', () => {})
  await pool.query('vacuum analyze')
  const limits = { requestsPerMinute: 100_000_000 }
  const app = createApp({ store, fileStore: memoryFiles(), apiKeys: [apiKey], limits })
  return {
    ...{ count, pool, ...asked, token: await tokenFor(app, apiKey, 'ada') },
    fetch: (request) => app.fetch(request),
    async close() {
      app.close()
      await pool.end()
      await store.close()
    },
  }
}

/** No copy gets a word of a search that it had not, so that the articles stay known. */
async function fill(
  store: Store,
  bases: readonly Base[],
  known: readonly Query[],
  count: number,
): Promise<void> {
  const now = '2026-11-23T10:00:00.000Z'
  const asked = new Set(
    known.flatMap(({ words }) => words.split(' ').map((word) => word.slice(0, 5))),
  )
  const stock = wordStock(bases.map(({ words }) => [...words].join(' '))).filter(
    (word) => !asked.has(word.slice(0, 5)),
  )
  const tree = new SectionTree([])
  for (let start = 0; start < count; start += 200) {
    const made = Array.from({ length: Math.min(200, count - start) }, (_, offset) => {
      const [base, copy] = [
        (start + offset) % bases.length,
        Math.floor((start + offset) / bases.length),
      ]
      const { rendered, title } = bases[base]!
      const other = (text: string) => withOtherWords(text, copy, stock)
      const input = {
        texts: { en: { title: other(title).slice(0, 300), body: '' } },
        tags: [`tag ${base % 50}`],
      }
      const { record, bodies } = newArticle(`article_${base}_${copy}`, input, {
        ...{ now, offered: ['en'] },
      })
      const parts = rendered.parts.map((part) => ({
        ...part,
        ...{ heading: other(part.heading), text: other(part.text) },
      }))
      const published = { ...record, status: 'published' as const, publishedAt: now }
      const { html, contents, references } = rendered
      const body = { ...bodies[0]!, rendered: { html, contents, parts, references } }
      return { record: published, documents: articleDocuments(published, [body], tree) }
    })
    await store.write(async ({ articles, texts }) => {
      await articles.put(made.map(({ record }) => record))
      await texts.put(made.flatMap(({ documents }) => documents))
    })
  }
}

/** For each of so many texts two of its words that stand in no other text together, in no form. */
function queriesOf(bases: readonly Base[]): Pick<SearchBackend, 'known' | 'frequent'> {
  const counts = countWords(bases.map(({ words }) => [...words].join(' ')))
  const byCount = [...counts].toSorted(([, one], [, other]) => other - one)
  const known: Query[] = []
  const step = Math.floor(bases.length / queries / 2)
  for (let base = 0; base < bases.length && known.length < queries; base += step) {
    const own = [...bases[base]!.words]
      .filter(
        (word) => /^[a-z]{6,14}$/.test(word) && counts.get(word)! >= 2 && counts.get(word)! <= 12,
      )
      .toSorted((one, other) => counts.get(other)! - counts.get(one)!)
    const pair = pairOf(own, bases, base)
    if (!pair) continue
    const [first, second] = pair
    known.push({ base, words: pair.join(' '), misspelt: `${swapped(first, counts)} ${second}` })
  }
  if (known.length < queries) throw new Error(`Only ${known.length} texts have words of their own.`)
  return { known, frequent: byCount.slice(0, 20).map(([word]) => word.slice(0, -1)) }
}

function pairOf(own: readonly string[], bases: readonly Base[], base: number) {
  for (const [index, first] of own.entries())
    for (const second of own.slice(index + 1, index + 5)) {
      const isHere = ({ beginnings }: Base, at: number) =>
        at !== base && beginnings.has(first.slice(0, 5)) && beginnings.has(second.slice(0, 5))
      if (!bases.some(isHere)) return [first, second] as const
    }
  return undefined
}

/** The word with its third and fourth letter, or the next ones, in each other's place: no known word. */
function swapped(word: string, known: ReadonlyMap<string, number>): string {
  for (let at = 2; at < word.length - 1; at++) {
    const other = word.slice(0, at) + word[at + 1]! + word[at]! + word.slice(at + 2)
    if (!known.has(other)) return other
  }
  throw new Error(`Every misspelt “${word}” is a word.`)
}
