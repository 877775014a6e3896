// Measures, and prints ratios: what something costs against the least that it could cost.
//   node test/bench.ts [page] [rows] [lists] [boards] [imports] [library:import] [library:search] [articles] [search] [training] [calls] [memory]
import { fileURLToPath } from 'node:url'
import { benchBadges } from '../packages/server/test/bench-badges.ts'
import { benchCalls } from '../packages/client/test/bench-calls.ts'
import { benchArticleImport } from '../packages/server/test/bench-articles.ts'
import { benchBoards } from '../packages/server/test/bench-boards.ts'
import { benchImport } from '../packages/server/test/bench-imports.ts'
import { benchLibraryImport, benchLibrarySearch } from '../packages/server/test/bench-library.ts'
import { benchLists } from '../packages/server/test/bench-lists.ts'
import { benchSearch, openSearchBackend } from '../packages/server/test/bench-search.ts'
import { benchTeam } from '../packages/server/test/bench-team.ts'
import { openWonBackend } from '../packages/server/test/bench-won.ts'
import { benchXapi } from '../packages/server/test/bench-xapi.ts'
import { startPostgres } from '../packages/server/test/native-postgres.ts'
import { benchWon } from './bench-board-page.ts'
import { benchLibraryPage } from './bench-library-page.ts'
import { benchMemory } from './bench-memory.ts'
import { benchPages } from './bench-page.ts'
import { benchKeys } from './bench-search-page.ts'

const wanted = process.argv.slice(2)
const wants = (part: string) =>
  wanted.length === 0 || wanted.some((one) => part === one || part.startsWith(`${one}:`))
const many = 100_000
const few = 1000
const packages = fileURLToPath(new URL('../node_modules', import.meta.url))

const server = [
  ...[
    'lists',
    'boards',
    'imports',
    'library:import',
    'library:search',
    'articles',
    'search',
    'training',
    'memory',
  ],
].some(wants)
  ? await startPostgres()
  : undefined
try {
  if (wants('calls')) await calls()
  if (wants('page')) await page()
  if (wants('rows')) await longLists()
  if (server && wants('lists')) await lists()
  if (server && wants('boards')) await boards()
  if (server && wants('imports')) await imports()
  if (server && wants('library:import')) await libraryImport()
  if (server && wants('library:search')) await librarySearch()
  if (server && wants('articles')) await articles()
  if (server && wants('search')) await search()
  if (server && wants('training')) await training()
  if (server && wants('memory')) await memory()
} finally {
  await server?.stop()
}

async function calls() {
  heading('A page of 25 deals: the client against bare fetch and JSON.parse, over HTTP')
  const { client, validating, bare } = await benchCalls()
  say('client', client, 'ms', bare, 1.3)
  say('client that validates answers', validating, 'ms', bare)
}

/** Medians of several rounds that take turns, each for a visitor who comes for the first time. */
async function page() {
  heading('The first key at 150 ms, 1.6 Mbit/s and a processor four times slower')
  const pages = await benchPages()
  const peer = pages.find(({ what }) => what.startsWith('Shoelace'))
  for (const { what, milliseconds, script, trips } of pages) {
    const aim = what.startsWith('prm-') ? 1.6 : undefined
    say(what, milliseconds, 'ms', peer?.milliseconds ?? Number.NaN, aim)
    console.log(`    ${script.toFixed(0)} ms of it script, ${trips} round trips in a row`)
  }
}

/** Long lists and previews in Chromium, without a server to wait for. */
async function longLists() {
  const times = await benchLibraryPage()
  heading('10,000 rows on screen against the same rows by plain DOM')
  say('the shared list', times.list, 'ms', times.plain, 0.5)
  console.log(
    `  a frame while it scrolls: ${times.frame.toFixed(0)} ms in 95 of 100 (aim 34), ${times.empty.toFixed(0)} ms on an empty page; 25 rows more: ${times.more.toFixed(0)} ms`,
  )
  heading('The first page of a preview on screen after the click')
  const ours = times.preview - times.answers
  console.log(
    `  ${times.preview.toFixed(0)} ms: the answers ${times.answers.toFixed(0)}, the widget ${ours.toFixed(0)} (aim 100)`,
  )
}

/** From a Request to the text of its Response, in one process; PostgreSQL is another. */
async function lists() {
  heading('25 deals through the whole server against its own statements on the bare driver')
  const results = await benchLists(server!, [few, many])
  for (const { count, reader, times } of results)
    say(`${count.toLocaleString('en')} deals, as ${reader}`, times.server, 'ms', times.driver, 1.3)

  heading(`${many.toLocaleString('en')} deals against ${few.toLocaleString('en')}`)
  for (const { reader, times } of results.filter(({ count }) => count === many)) {
    const least = results.find((one) => one.reader === reader && one.count === few)?.times.server
    say(`as ${reader}`, times.server, 'ms', least ?? Number.NaN, 1.2)
  }
}

/** Boards of three sizes, and one on which all have one score: a rank and a page should take as long on each. */
async function boards() {
  const backend = await openWonBackend(server!)
  heading('From “won” on the desk to the new value on a partner’s screen')
  const { quiet, busy, most } = await benchWon(backend)
  await backend.close()
  console.log(
    `  ${quiet.toFixed(0)} ms; ${busy.toFixed(0)} where deals are won one after another; ${most.toFixed(0)} at most (aim 2000)`,
  )

  const results = await benchBoards(server!, [
    ...[few, many, 1_000_000].map((count) => ({ count, tied: false })),
    { count: 200_000, tied: true },
  ])
  const [least] = results
  for (const one of results) {
    const entries = `${one.count.toLocaleString('en')} entries${one.tied ? ' with one score' : ''}`
    heading(`A board of ${entries} against ${few.toLocaleString('en')}`)
    say('my rank with its neighbours', one.mine, 'ms', least?.mine ?? Number.NaN, 1.5)
    say('a page of 25 around me', one.around, 'ms', least?.around ?? Number.NaN, 1.5)
    say('one event to the updated rank', one.event, 'ms', least?.event ?? Number.NaN)
    say('the same from eight at once, each', one.eight, 'ms', least?.event ?? Number.NaN)
    say('adding all scores up anew', one.rebuild, 's', least?.rebuild ?? Number.NaN)
  }
}

/** From CSV to the last commit; COPY gets finished rows, for the same tables and indexes. */
async function imports() {
  heading(`Importing ${many.toLocaleString('en')} rows of CSV against COPY`)
  for (const [kind, aim] of [
    ['deals', 5],
    ['partners', 3],
  ] as const) {
    const { import: time, copy, again } = await benchImport(server!, kind, many)
    say(kind, time, 's', copy, aim)
    say(`${kind}, again without a change`, again, 's', copy)
  }
}

/** From a folder of files to pages that are seen and found; the renderers work in processes of their own. */
async function libraryImport() {
  const sample = fileURLToPath(new URL('../examples/vendor-site/content/assets', import.meta.url))
  heading(`Importing ${few.toLocaleString('en')} files against copying and rendering them alone`)
  const { import: time, bare, again } = await benchLibraryImport(server!, sample, few)
  say('PDF, images and office files', time, 's', bare, 1.3)
  say('again without a change', again, 's', bare)
}

/** Two words with facets, through the whole server. */
async function librarySearch() {
  heading('A search with facets among 50,000 assets against 5,000')
  const least = await benchLibrarySearch(server!, 5000)
  say('two words', await benchLibrarySearch(server!, 50_000), 'ms', least, 3)
}

/** Markdown of installed packages; 500 have to be there in 30 seconds on two processors. */
async function articles() {
  for (const count of [500, 5000]) {
    heading(`Importing ${count.toLocaleString('en')} articles against rendering them alone`)
    const { import: time, bare } = await benchArticleImport(server!, packages, count)
    say('Markdown', time, 's', bare)
  }
}

/** Searches of which the article is known, and searches for the words that most articles have. */
async function search() {
  const backends = []
  for (const count of [5000, 50_000])
    backends.push(await openSearchBackend(server!, packages, count))
  const results = await benchSearch(backends)
  heading('Searches through the whole server against their own statements on the bare driver')
  for (const { count, rare, frequent } of results) {
    const among = `among ${count.toLocaleString('en')}`
    say(`two rare words ${among}`, rare.server, 'ms', rare.driver, 1.5)
    say(`a frequent word ${among}`, frequent.server, 'ms', frequent.driver, 1.5)
  }
  const [least, most] = results
  heading('50,000 articles against 5,000')
  say('two rare words', most!.rare.server, 'ms', least!.rare.server, 3)
  say('a frequent word', most!.frequent.server, 'ms', least!.frequent.server, 3)
  for (const { count, recall, misspelt } of results) {
    const [found, other] = [recall, misspelt].map((share) => `${(share * 100).toFixed(0)} %`)
    console.log(
      `  the known article among the first three of ${count.toLocaleString('en')}: ${found} (aim 95 %), misspelt ${other} (aim 90 %)`,
    )
  }
  heading('From the key to results on screen, 5,000 articles')
  const { shown, answer, pause, ours } = await benchKeys(backends[0]!)
  console.log(
    `  ${shown.toFixed(0)} ms: the answer ${answer.toFixed(0)}, the pause ${pause}, the widget ${ours.toFixed(0)} (aim 50)`,
  )
  for (const { close } of backends) await close()
}

/** Reports of courses, a large team, and badges. */
async function training() {
  heading('Statements over eight connections against bare inserts of the same rows, each')
  const { single, batch } = await benchXapi(server!)
  say('one by one', single.server, 'ms', single.driver, 4)
  say('in batches of 50', batch.server, 'ms', batch.driver, 4)

  heading('The team view of 500 people × 50 courses against its own statements on the bare driver')
  const team = await benchTeam(server!, 500, 50)
  say('50 that are due first', team.server, 'ms', team.driver, 1.5)

  heading('An award as an Open Badge 3.0')
  const { sign, verify } = await benchBadges(server!)
  console.log(`  signed in ${sign.toFixed(1)} ms (aim 50 ms), verified in ${verify.toFixed(1)} ms`)
}

/** Resident megabytes of the server's process; PostgreSQL is another. */
async function memory() {
  heading('Memory of the server with the sample content')
  for (const [store, databaseUrl, aim] of [
    ['PGlite', undefined, 700],
    ['PostgreSQL', await server!.database(), 150],
  ] as const) {
    const { ready, used, peak } = await benchMemory(databaseUrl)
    const [at, after, most] = [ready, used, peak].map((size) => `${size.toFixed(0)} MB`)
    console.log(
      `  ${store.padEnd(34)}${after} in use (aim ${aim} MB), ${at} at start, ${most} at most`,
    )
  }
}

function heading(text: string) {
  console.log(`\n${text}`)
}

function say(what: string, time: number, unit: string, least: number, aim?: number) {
  const ratio = `${(time / least).toFixed(2)} ×`.padStart(8)
  const goal = aim === undefined ? '' : `  (aim ${aim} ×)`
  const shown = [time, least].map((one) => `${one.toFixed(2)} ${unit}`)
  console.log(`  ${what.padEnd(34)}${ratio}${goal.padEnd(13)}${shown[0]} : ${shown[1]}`)
}
