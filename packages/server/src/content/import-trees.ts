import { join } from 'node:path'
import { childPerformer } from '../background/child-performer.ts'
import type { Performer } from '../background/performer.ts'
import type { FileStore } from '../files/file-store.ts'
import type { Store } from '../store/store.ts'
import { importArticles } from './articles/import-articles.ts'
import { importAssets } from './assets/import-assets.ts'
import { audienceWords } from './audience-words.ts'
import type { Dates } from './csv/dates.ts'
import type { FileLog } from './problems.ts'
import type { References } from './references.ts'
import { importTraining } from './training/import-training.ts'
import { isFolder } from './tree/is-folder.ts'

/** Everything that bringing in trees of files needs. */
export interface TreesImport {
  store: Store
  /** Keeps files; without it, only the texts of articles come in. */
  fileStore: FileStore | undefined
  /** Renders articles and reads packages; without it, child processes do. */
  performer: Performer | undefined
  dir: string
  /** The vendor’s languages, the main one first. */
  languages: readonly string[]
  /** The vendor’s time zone. */
  zone: string
  dates: Dates
  references: References
  now: string
}

type Open = (file: string, work: (log: FileLog) => Promise<void>) => Promise<void>

/** Brings in the folders in which any tree of files may stand: articles, assets and training. */
export async function importTrees(importing: TreesImport, open: Open): Promise<void> {
  const performer = importing.performer ?? childPerformer()
  try {
    await bringTrees({ ...importing, performer }, open)
  } finally {
    if (!importing.performer) await performer.close()
  }
}

async function bringTrees(
  { dir, fileStore, ...shared }: TreesImport & { performer: Performer },
  open: Open,
): Promise<void> {
  const { store } = shared
  const folder = join(dir, 'articles')
  if (await isFolder(folder))
    await open('articles/**/*.md', async (log) => {
      const words = await audienceWords(store)
      await importArticles({ ...shared, fileStore, folder, log, words })
    })
  if (!fileStore) return
  const trees = [
    ['assets', importAssets],
    ['training', importTraining],
  ] as const
  for (const [name, bring] of trees)
    if (await isFolder(join(dir, name)))
      await open(`${name}/**`, (log) =>
        bring({ ...shared, fileStore, folder: join(dir, name), log }),
      )
}
