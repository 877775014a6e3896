import assert from 'node:assert/strict'
import { type Article, FullArticle, type ArticleHit } from '@prmkit/contract'
import { check, needing } from '../check.ts'
import type { Caller } from '../context.ts'
import { answerOf, problemOf, skip } from '../expect.ts'
import { firstOf, idsOf, listed } from './listed.ts'

const all = ({ client }: Caller, query = {}) =>
  client.articles.list({ query: { limit: 100, ...query } })

/** An article for the seller that fits, or a skip that says which one the backend lacks. */
const oneOf = (caller: Caller, kind: string, fits?: (one: Article) => boolean) =>
  firstOf(all(caller), `article for the seller${kind}`, fits)

const textOf = (highlight: ArticleHit['title']) => highlight.map(({ text }) => text).join('')
const search = async ({ client }: Caller, words: string) =>
  client.articles.search({ query: { search: words, limit: 50 } })

/** Tags that bring in code, a frame or a form. */
const active = /^(script|style|iframe|frame|object|embed|form|base|meta)$/i

/** The tags of a text that could run code; the words between them are only words. */
function dangersIn(html: string): string[] {
  const tags = [...html.matchAll(/<([a-z][\w:-]*)((?:"[^"]*"|'[^']*'|[^"'>])*)>/gi)]
  const isActive = (attributes: string) =>
    /[\s"'/]on\w+\s*=/i.test(attributes.replaceAll(/=\s*("[^"]*"|'[^']*')/g, '=""')) ||
    /=\s*["']?[\s\u0000-\u0020]*(javascript|vbscript|data:text)/i.test(decoded(attributes))
  return tags.flatMap(([tag, name = '', attributes = '']) =>
    active.test(name) || isActive(attributes) ? tag : [],
  )
}

/** A text with its numeric references as characters, and without the blanks that addresses ignore. */
const decoded = (text: string) =>
  text
    .replaceAll(/&#(x[\da-f]+|\d+);?/gi, (_, code: string) =>
      String.fromCodePoint(Math.min(Number(code.replace(/^x/i, '0x')), 0x10_ffff)),
    )
    .replaceAll(/[\t\r\n]|&(tab|newline);/gi, '')
    .replaceAll(/&colon;/gi, ':')

const reading = [
  check(
    'articles.list',
    'articles',
    'a list holds published articles that are valid now, and counts them',
    async ({ seller }) => {
      const found = await listed(all(seller))
      const now = new Date().toISOString()
      for (const { id, status, validUntil } of found)
        assert.ok(
          status === 'published' && (validUntil === undefined || validUntil > now),
          `${id} is listed, but ${status} and valid until ${validUntil}.`,
        )
      const page = await seller.client.articles.list({ query: { facets: true } })
      assert.equal(page.total, found.length)
    },
  ),
  check(
    'articles.get',
    'articles',
    'a listed article opens by its id, and its text holds every heading of its contents',
    async ({ seller }) => {
      const one = await oneOf(seller, '')
      const answer = await seller.send('GET', `/articles/${one.id}`)
      const body = await answerOf(answer, 200, FullArticle)

      assert.deepEqual([body.id, body.title, body.version], [one.id, one.title, one.version])
      for (const { anchor } of body.contents)
        assert.ok(body.html.includes(`id="${anchor}"`), `No heading has the id ${anchor}.`)
      assert.deepEqual(dangersIn(body.html), [], 'The text can run code.')
      assert.ok(!('audience' in body) && !('source' in body), 'The audience or source is told.')
    },
  ),
  check(
    'articles.audience',
    'articles',
    'what only the stranger may read does not exist for the seller',
    async ({ seller, stranger }) => {
      const own = new Set(idsOf(await listed(all(seller))))
      const other = (await listed(all(stranger))).find(({ id }) => !own.has(id))
      if (!other) skip('The backend has no article for the stranger that is not for the seller.')
      await problemOf(await seller.send('GET', `/articles/${other.id}`), 'not-found')
      const { items } = await search(seller, other.title)
      assert.ok(!items.some(({ article }) => article.id === other.id), 'A search finds it.')
    },
  ),
]

const finding = [
  check(
    'text-search.title',
    'text-search',
    'the words of a title find its article, marked in the title and never as markup',
    async ({ seller }) => {
      const one = await oneOf(seller, '')
      const { items } = await search(seller, one.title)
      const hit = items.find(({ article }) => article.id === one.id)

      assert.ok(hit, `“${one.title}” does not find ${one.id}.`)
      assert.equal(textOf(hit.title), one.title)
      assert.ok(
        hit.title.some((span) => span.hit),
        'Nothing is marked in the title.',
      )
    },
  ),
  check(
    'text-search.unfinished',
    'text-search',
    'the last word may be unfinished, and case does not matter',
    async ({ seller }) => {
      const long = /^\p{Script=Latin}{6,}$/u
      const wordOf = ({ title }: Article) => title.split(' ').find((word) => long.test(word))
      const one = await oneOf(seller, ' with a long word in its title', (article) =>
        Boolean(wordOf(article)),
      )
      const word = wordOf(one)!.toUpperCase()
      const found = await listedHits(seller, word.slice(0, -1))
      assert.ok(found.includes(one.id), `“${word.slice(0, -1)}” does not find ${one.id}.`)
    },
  ),
  check(
    'text-search.any-text',
    'text-search',
    'any text is a search and is answered',
    async ({ seller }) => {
      for (const words of [
        "'",
        '"',
        '\\',
        '& | !',
        '<->',
        ':*',
        '\u{1f600}',
        '\u202e',
        'x '.repeat(500),
      ])
        assert.ok(Array.isArray((await search(seller, words)).items), words)
    },
  ),
]

async function listedHits(caller: Caller, words: string): Promise<string[]> {
  const found: string[] = []
  const query = { search: words, limit: 50 }
  for await (const { article } of caller.client.articles.search({ query })) found.push(article.id)
  return found
}

const marking = [
  check(
    'article-marks.saved',
    'article-marks',
    'a saved article is listed as such for its reader alone, and moves no revision',
    async ({ seller }) => {
      const one = await oneOf(seller, '', ({ mine }) => !mine.saved)
      const saved = await seller.client.articles.save({ params: { id: one.id } })

      assert.deepEqual([saved.mine.saved, saved.revision], [true, one.revision])
      assert.ok(idsOf(await listed(all(seller, { saved: true }))).includes(one.id))
      const after = await seller.client.articles.unsave({ params: { id: one.id } })
      assert.equal(after.mine.saved, false)
    },
  ),
  check(
    'article-marks.rating',
    'article-marks',
    'a later vote takes the place of an earlier one',
    async ({ seller }) => {
      const one = await oneOf(seller, '')
      const rate = (helpful: boolean) =>
        seller.client.articles.rate({ params: { id: one.id }, body: { helpful } })
      const [first, second] = [await rate(false), await rate(true)]

      assert.deepEqual([first.mine.rating?.helpful, second.mine.rating?.helpful], [false, true])
      assert.equal(second.helpful.yes, first.helpful.yes + 1)
      assert.equal(second.helpful.no, first.helpful.no - 1)
      assert.equal(second.revision, one.revision)
    },
  ),
]

export const articles = needing(
  ['articles'],
  [...reading, ...finding, ...needing(['writing'], marking)],
)
