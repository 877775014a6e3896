import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { childPerformer } from '../src/background/child-performer.ts'
import type { Performer } from '../src/background/performer.ts'
import { importContent } from '../src/content/import.ts'
import { describe } from '../src/content/problems.ts'
import type { Store } from '../src/store/store.ts'

type Options = Partial<Parameters<typeof importContent>[2]>

/** A folder of a vendor's content that tests write, bring in and remove. */
export function contentTree() {
  const dir = mkdtempSync(join(tmpdir(), 'prmkit-tree-'))
  return {
    dir,
    /** Writes a file, with the folders above it. */
    write(path: string, content: string | Uint8Array): void {
      const file = join(dir, path)
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, content)
    },
    /** Removes a file. */
    remove: (path: string): void => rmSync(join(dir, path)),
    /** Brings the tree in; answers the counts of one kind of content and the problems told of it. */
    async bring(kind: string, store: Store, options: Options) {
      const log = { info() {}, warn() {}, error() {} }
      const { files, problems } = await importContent(store, dir, { log, ...options })
      const { file: _, ...counts } = files.find(({ file }) => file.startsWith(kind))!
      return { counts, problems: problems.map(describe).filter((line) => line.startsWith(kind)) }
    },
    /** Removes the folder. */
    end: (): void => rmSync(dir, { recursive: true }),
  }
}

/** Child processes whose work fails as the body of its function says, for 5 s and in 64 MB at most. */
export function failingPerformer(dir: string, imports: string, work: string): Performer {
  const file = join(dir, 'child.mjs')
  writeFileSync(
    file,
    `${imports}
    const hang = () => { for (;;); }
    const eat = () => { const all = []; for (;;) all.push(Array(1e6).fill(all.length)) }
    process.on('message', async ({ input }) => { ${work} })
    process.on('disconnect', () => process.exit())
    process.send('ready')`,
  )
  return childPerformer({ time: 5000, memory: 64, program: pathToFileURL(file) })
}
