import {
  appendFile,
  copyFile,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, extname, join } from 'node:path'
import { childPerformer } from '../src/background/child-performer.ts'
import type { Performer } from '../src/background/performer.ts'
import { importContent } from '../src/content/import.ts'
import { vendorMediaTypeOf } from '../src/files/file-types.ts'
import { createApp, memoryFiles, seed } from '../src/index.ts'
import { diskFiles, openStore } from '../src/node.ts'
import { keepAssets } from '../src/routes/assets/keep.ts'
import { newAsset } from '../src/rules/assets/write.ts'
import type { NativePostgres } from './native-postgres.ts'

const silent = { info() {}, warn() {}, error() {} }
const apiKey = 'sk_bench_of_the_library'
const lanes = 2
const rounds = 4

/** Seconds. */
interface LibraryImportTimes {
  /** From a folder of files to a library in which every page is seen and found. */
  import: number
  /** Copying the same files, and the bare renderers over each of them, as many at once. */
  bare: number
  /** Importing the same folder again, which changes nothing. */
  again: number
}

/**
 * Imports so many files of a sample, each different from all others, into PostgreSQL: a quarter after
 * the other into one library, each followed by the same files without it, so that a machine that
 * becomes slower does so for both.
 */
export async function benchLibraryImport(
  server: NativePostgres,
  sample: string,
  count: number,
): Promise<LibraryImportTimes> {
  const dir = await mkdtemp(join(tmpdir(), 'prmkit-bench-library-'))
  const store = await openStore({ databaseUrl: await server.database() })
  const performer = childPerformer({ time: 60_000, processes: lanes })
  const jobs = jobLog()
  try {
    await writeFile(join(dir, 'vendor.yaml'), 'name: Tidemark\ncurrencies: [EUR]\n')
    const copies = join(dir, 'copies')
    for (const folder of [join(dir, 'assets'), copies]) await mkdir(folder)
    const fileStore = await diskFiles(join(dir, 'data'))
    const app = createApp({ store, fileStore, performer, apiKeys: [apiKey], log: jobs.log })
    const bring = () => importContent(store, dir, { log: silent, fileStore, performer })
    const [imports, bare]: [number[], number[]] = [[], []]
    const quarter = Math.ceil(count / rounds)
    for (let start = 0; start < count; start += quarter) {
      const files = await spread(sample, join(dir, 'assets'), start, quarter)
      const time = await seconds(async () => {
        await bring()
        const done = jobs.ended(files.length)
        await app.tick()
        await done
      })
      imports.push(time)
      bare.push(await seconds(() => renderAlone(files, copies, performer)))
    }
    const again = await seconds(bring)
    app.close()
    return { import: sum(imports), bare: sum(bare), again }
  } finally {
    await performer.close()
    await store.close()
    await rm(dir, { recursive: true })
  }
}

/** A log that tells when so many more jobs have ended: asking for it would take time from them. */
function jobLog() {
  let left = 0
  let tell: () => void = () => {}
  const info = (_: object, message: string) => {
    if (message === 'a job is done' && --left === 0) tell()
  }
  const fail = (fields: object, message: string) => {
    throw new Error(`${message}: ${JSON.stringify(fields)}`)
  }
  const ended = (count: number) => {
    left = count
    return new Promise<void>((resolve) => (tell = resolve))
  }
  return { log: { info, warn: fail, error: fail }, ended }
}

/** Copies files and looks at each, without a library. */
async function renderAlone(
  files: readonly string[],
  copies: string,
  performer: Performer,
): Promise<void> {
  for (const file of files) await copyFile(file, join(copies, basename(file)))
  const left = [...files]
  const look = async () => {
    for (let file = left.pop(); file !== undefined; file = left.pop()) {
      const input = { mediaType: vendorMediaTypeOf(file), bytes: await readFile(file) }
      await performer.perform('look-at-file', input)
    }
  }
  await Promise.all(Array.from({ length: lanes }, look))
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0)

/** Copies so many files of a folder, each with bytes of its own at its end. */
async function spread(
  sample: string,
  folder: string,
  start: number,
  count: number,
): Promise<string[]> {
  const found = await readdir(sample, { recursive: true })
  const sources = found.filter((name) => /\.(pdf|png|pptx|docx|xlsx)$/.test(name)).toSorted()
  const made: string[] = []
  for (let index = start; index < start + count; index++) {
    const source = sources[index % sources.length]!
    const ending = extname(source)
    const target = join(folder, `file ${index}${ending}`)
    await copyFile(join(sample, source), target)
    // Bytes after the end of a PDF or an image are no part of it; a zip file says its own end.
    if (/pdf|png/.test(ending)) await appendFile(target, `\n${index}\n`)
    made.push(target)
  }
  return made
}

/** Milliseconds of a search with facets as a median, among so many assets in PostgreSQL. */
export async function benchLibrarySearch(server: NativePostgres, count: number): Promise<number> {
  const store = await openStore({ databaseUrl: await server.database() })
  try {
    await seed(store)
    await fill(store, count)
    const limits = { requestsPerMinute: 100_000_000 }
    const app = createApp({ store, fileStore: memoryFiles(), apiKeys: [apiKey], limits })
    const session = await app.fetch(
      new Request('http://server.example/v1/sessions', {
        method: 'POST',
        headers: {
          ...{ authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
          'idempotency-key': crypto.randomUUID(),
        },
        body: JSON.stringify({ user: { id: 'ada' } }),
      }),
    )
    const { token } = (await session.json()) as { token: string }
    const times: number[] = []
    for (let index = 0; index < 60; index++) {
      const search = `${word(index)} ${word(index + 5)}`
      const query = new URLSearchParams({ search, facets: 'true', type: 'document', limit: '25' })
      const start = performance.now()
      const answer = await app.fetch(
        new Request(`http://server.example/v1/assets?${query}`, {
          headers: { authorization: `Bearer ${token}` },
        }),
      )
      const { items } = (await answer.json()) as { items?: unknown[] }
      if (!items || items.length === 0) throw new Error(`“${search}” finds nothing.`)
      times.push(performance.now() - start)
    }
    app.close()
    return times.toSorted((one, other) => one - other)[30]!
  } finally {
    await store.close()
  }
}

const vocabulary = Array.from(
  { length: 400 },
  (_, index) => `word${String.fromCharCode(97 + (index % 26))}${index}`,
)
const word = (index: number) => vocabulary[index % vocabulary.length]!

/** Assets with a page of thirty words each, in twenty products, five stages and fifty tags. */
async function fill(store: Awaited<ReturnType<typeof openStore>>, count: number): Promise<void> {
  const now = new Date().toISOString()
  for (let start = 0; start < count; start += 500)
    await store.write(async (tables) => {
      const written = Array.from({ length: Math.min(500, count - start) }, (_, offset) => {
        const index = start + offset
        const text = Array.from({ length: 30 }, (_, at) => word(index * 7 + at * at * 3)).join(' ')
        const { record, ...made } = newAsset(
          `asset_${index}`,
          {
            texts: { en: { title: `${word(index)} sheet ${index}`, description: text } },
            ...{ tags: [`tag ${index % 50}`], stages: [`stage ${index % 5}`] },
          },
          new Map([
            ['en', { id: `file_${index}`, name: 'a.pdf', mediaType: 'application/pdf', size: 1 }],
          ]),
          { now, offered: ['en'] },
        )
        const files = made.files.map(({ pending: _, ...file }) => file)
        return {
          ...made,
          files,
          record: { ...record, status: 'published' as const, publishedAt: now },
        }
      })
      await keepAssets({ tables, now, requestId: 'bench' }, written)
    })
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return (performance.now() - start) / 1000
}
