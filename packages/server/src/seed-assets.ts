import type { AssetInput } from '@prmkit/contract'
import type { FileStore } from './files/file-store.ts'
import type { FoundLook } from './looking/look.ts'
import { factsOf, keepLook } from './routes/assets/jobs.ts'
import { indexAssets } from './routes/assets/keep.ts'
import { changedAsset, newAsset, type NewFiles, type WrittenAsset } from './rules/assets/write.ts'
import type { SectionRecord } from './store/articles.ts'
import type { AssetFile, AssetRecord } from './store/assets.ts'
import type { Store } from './store/store.ts'
import { templateOf, zonesOf } from './templates/zones.ts'

/** A file of a sample, and what is seen of it. */
export interface SampleFile {
  name: string
  mediaType: string
  bytes: Uint8Array<ArrayBuffer>
  look: FoundLook
}

/** A version of a sample, the files that are new in it by language. */
export interface SampleVersion {
  at: string
  changes?: string
  files: Record<string, SampleFile>
}

/** A published asset as a sample describes it. */
export interface SampleAsset extends Omit<AssetInput, 'changes'> {
  id: string
  /** The asset’s versions, the first one first; a link has one version without files. */
  versions: SampleVersion[]
  /** Facts that no input has. */
  more?: Partial<AssetRecord>
}

/** Puts folders and assets into a store with what is seen of their files: for samples and tests. */
export async function seedAssets(
  store: Store,
  fileStore: FileStore,
  folders: readonly SectionRecord[],
  samples: readonly SampleAsset[],
): Promise<void> {
  const records: AssetRecord[] = []
  const files: AssetFile[] = []
  for (const { id, versions, more, ...input } of samples) {
    const offered = [...new Set([input.language ?? 'en', ...Object.keys(input.texts)])]
    let written: WrittenAsset | undefined
    for (const { at, changes, files: fresh } of versions) {
      const writing = { now: at, offered }
      const found = await keepFiles(store, fileStore, fresh)
      written = written
        ? changedAsset(written.record, changes === undefined ? {} : { changes }, found, writing)
        : newAsset(id, input, found, writing)
      for (const { pending: _, ...version } of written.files) {
        const sample = fresh[version.language]
        if (!sample) {
          files.push(version)
          continue
        }
        const look = await keepLook({ store, fileStore }, { ...sample.look, ...zonesIn(sample) })
        files.push({ ...version, look })
        const text = written.record.texts[version.language]!
        written.record.texts[version.language] = { ...text, ...factsOf(look) }
      }
    }
    const publishedAt = versions[0]!.at
    if (written) records.push({ ...written.record, status: 'published', publishedAt, ...more })
  }
  await store.write(async (tables) => {
    await tables.folders.put(folders)
    await tables.assets.put(records)
    await tables.assets.putFiles(files)
    await indexAssets(tables, records)
  })
}

/** The zones of a template among the samples. */
function zonesIn({ mediaType, bytes }: SampleFile) {
  const svg = mediaType === 'image/svg+xml' ? templateOf(bytes) : undefined
  return svg !== undefined && { zones: zonesOf(svg) }
}

async function keepFiles(
  store: Store,
  fileStore: FileStore,
  samples: Record<string, SampleFile>,
): Promise<NewFiles> {
  const found = new Map<string, NonNullable<AssetFile['file']>>()
  for (const [language, { name, mediaType, bytes }] of Object.entries(samples)) {
    const id = `asset_${name.replaceAll(/[^A-Za-z0-9]+/g, '_').slice(0, 50)}`
    const file = { id, name, mediaType, size: bytes.byteLength }
    await fileStore.put(id, new Blob([bytes]).stream())
    await store.write(({ contentFiles }) => contentFiles.put([{ ...file, source: id }]))
    found.set(language, file)
  }
  return found
}
