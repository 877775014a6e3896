import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { childPerformer } from '../src/background/child-performer.ts'
import { importContent } from '../src/content/import.ts'
import { createApp, memoryFiles } from '../src/index.ts'
import { openStore } from '../src/node.ts'
import { installedTexts, withOtherWords, wordStock } from './bench-texts.ts'
import type { NativePostgres } from './native-postgres.ts'

const silent = { info() {}, warn() {}, error() {} }
const lanes = 2

/** Seconds. */
interface ArticleImportTimes {
  /** From a folder of Markdown to articles that are shown and found. */
  import: number
  /** Reading the same texts, and the bare renderer over each of them, as many at once. */
  bare: number
}

/** Imports so many Markdown files of installed packages into PostgreSQL. */
export async function benchArticleImport(
  server: NativePostgres,
  packages: string,
  count: number,
): Promise<ArticleImportTimes> {
  const dir = await mkdtemp(join(tmpdir(), 'prmkit-bench-articles-'))
  const store = await openStore({ databaseUrl: await server.database() })
  const performer = childPerformer({ time: 60_000, processes: lanes })
  try {
    await writeFile(join(dir, 'vendor.yaml'), 'name: Tidemark\ncurrencies: [EUR]\n')
    const files = await markdown(packages, join(dir, 'articles'), count)
    const fileStore = memoryFiles()
    const app = createApp({ store, fileStore, performer, apiKeys: ['sk_bench_of_articles'] })
    const time = await seconds(async () => {
      await importContent(store, dir, { log: silent, fileStore, performer })
      for (let left = 1; left > 0;) {
        await app.tick()
        const { waiting, running } = await store.read.work.count()
        left = waiting + running
        if (left > 0) await new Promise((resolve) => setImmediate(resolve))
      }
    })
    const made = await store.read.articles.sources('articles/')
    if (made.length < count * 0.95)
      throw new Error(`Only ${made.length} articles came of ${count}.`)
    const bare = await seconds(async () => {
      const left = [...files]
      const render = async () => {
        for (let file = left.pop(); file !== undefined; file = left.pop()) {
          const input = { format: 'markdown', source: await readFile(file, 'utf8') }
          await performer.perform('render-text', input).catch(() => undefined)
        }
      }
      await Promise.all(Array.from({ length: lanes }, render))
    })
    app.close()
    return { import: time, bare }
  } finally {
    await performer.close()
    await store.close()
    await rm(dir, { recursive: true })
  }
}

/** Writes Markdown files of a usual size into sections, and copies with other words where those are too few. */
async function markdown(packages: string, folder: string, count: number): Promise<string[]> {
  const texts = await installedTexts(packages, 200_000)
  const stock = wordStock(texts.map(({ text }) => text))
  const made: string[] = []
  for (let index = 0; index < count; index++) {
    const { name, text } = texts[index % texts.length]!
    const home = join(folder, `section ${index % 25}`)
    await mkdir(home, { recursive: true })
    const target = join(home, `${index} ${name}`)
    await writeFile(target, withOtherWords(text, Math.floor(index / texts.length), stock))
    made.push(target)
  }
  return made
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return (performance.now() - start) / 1000
}
