import { WorkError, type Performer } from '../../background/performer.ts'
import { mostAttempts, type JobKind, type Working } from '../../background/runner.ts'
import { FetchError } from '../../files/file-source.ts'
import { sha256 } from '../../auth/hash.ts'
import type { ContentFile } from '../../store/articles.ts'
import type { AssetFile, AssetRecord, Look, StoredImage } from '../../store/assets.ts'
import type { Tables } from '../../store/store.ts'
import type { FoundLook, LookInput, MadeImage } from '../../looking/look.ts'
import { lookAtVideo } from '../../looking/video.ts'
import { fetchFile } from './fetch-file.ts'
import { lookPrefix } from '../files/resource.ts'
import { indexAssets, tellOf } from './keep.ts'
import { assetResource } from './resource.ts'

/** A file with more bytes than this is not read into the memory of a child process. */
const largestLook = 200_000_000

/** Makes the pages, texts and small images of the new files of an asset. */
export const lookAtAsset: JobKind = {
  async run(working, performer, { resourceId, attempts }) {
    const { store, now } = working
    const files = await store.read.assets.files([resourceId])
    const done: { version: AssetFile; look: Look }[] = []
    const problems: string[] = []
    for (const waiting of files.filter(({ pending }) => pending)) {
      const version = await withFile(working, waiting)
      if (version.problem !== undefined) problems.push(`${version.from}: ${version.problem}`)
      if (version.problem === undefined || attempts >= mostAttempts)
        done.push({ version, look: await lookAt(working, performer, version) })
    }
    await store.write(async (tables) => {
      const asset = done.length > 0 ? await tables.assets.lock(resourceId) : undefined
      if (!asset) return
      await tables.assets.putFiles(
        done.map(({ version: { pending: _, ...version }, look }) => ({ ...version, look })),
      )
      const texts = { ...asset.texts }
      for (const { version, look } of done) {
        const text = texts[version.language]
        const size = version.file && { size: version.file.size }
        if (text?.version === version.version)
          texts[version.language] = { ...text, ...size, ...factsOf(look) }
      }
      const after = { ...asset, texts }
      await tables.assets.put([after])
      await indexAssets(tables, [after])
      await tellOf({ tables, now: now(), requestId: 'job' }, after, assetResource.events.updated)
      if (problems.length > 0) await forgetRow(tables, asset)
    })
    // The job fails, so that the vendor finds it among those that have failed.
    if (problems.length > 0) throw new FetchError(problems.join(' '))
  },
}

/** A version with its file, which is taken from its address now where it is not there yet. */
async function withFile(working: Working, version: AssetFile): Promise<AssetFile> {
  if (version.file || version.from === undefined) return version
  try {
    return await fetchFile(working, version)
  } catch (error) {
    return { ...version, problem: error instanceof Error ? error.message : String(error) }
  }
}

/** Forgets the row of another system, so that the same row is taken when it is sent again. */
async function forgetRow(tables: Tables, { id, externalIds }: AssetRecord): Promise<void> {
  const { key } = externalIds
  if (key !== undefined) await tables.content.put(assetResource.name, [{ key, id, hash: '' }])
}

/** The facts of a look that lists show. */
export function factsOf({ pages, pageCount, kind, duration, thumbnail }: Look) {
  const count = pageCount ?? pages.length
  return {
    // A text without images is one piece, however many pages its file would have in print.
    ...(kind === 'pages' || (kind === 'text' && count > 1) ? { pageCount: count } : {}),
    ...(duration !== undefined && { duration }),
    ...(thumbnail && { thumbnail }),
  }
}

async function lookAt(
  working: Working,
  performer: Performer,
  { file, poster, problem }: AssetFile,
): Promise<Look> {
  if (problem !== undefined) return { kind: 'none', pages: [], reason: 'broken' }
  if (!file) return { kind: 'link', pages: [] }
  if (file.mediaType.startsWith('video/')) return lookAtMovie(working, performer, file, poster)
  if (file.size > largestLook) return { kind: 'none', pages: [], reason: 'too_large' }
  try {
    const found = await lookInto(working, performer, file)
    return found ? await keepLook(working, found) : { kind: 'none', pages: [], reason: 'broken' }
  } catch (error) {
    if (!(error instanceof WorkError)) throw error
    working.log.warn({ fileId: file.id, problem: error.message }, 'a file has no preview')
    return { kind: 'none', pages: [], reason: 'too_slow' }
  }
}

/** Looks into a file in a process of its own; nothing where its bytes are gone. */
async function lookInto(
  { fileStore, office }: Working,
  performer: Performer,
  { id, mediaType }: { id: string; mediaType: string },
): Promise<FoundLook | undefined> {
  const kept = await fileStore.get(id)
  if (!kept) return undefined
  const bytes = new Uint8Array(await new Response(kept.bytes).arrayBuffer())
  const input: LookInput = { mediaType, bytes, ...(office !== undefined && { office }) }
  return (await performer.perform('look-at-file', input)) as FoundLook
}

async function lookAtMovie(
  working: Working,
  performer: Performer,
  { id, mediaType, size }: NonNullable<AssetFile['file']>,
  poster: AssetFile['poster'],
): Promise<Look> {
  const { fileStore } = working
  const { reason, ...facts } = await lookAtVideo(mediaType, size, async (first, length) => {
    const last = Math.min(size, first + length) - 1
    const kept = last < first ? undefined : await fileStore.get(id, { first, last })
    return new Uint8Array(kept ? await new Response(kept.bytes).arrayBuffer() : [])
  })
  if (reason) return { kind: 'none', pages: [], reason }
  const seen = poster && (await lookInto(working, performer, poster).catch(() => undefined))
  const { thumbnail } = seen ? await keepLook(working, { ...seen, pages: [] }) : {}
  return { kind: 'video', pages: [], ...facts, ...(thumbnail && { thumbnail }) }
}

/** A text of a file without what PostgreSQL takes in no text: NUL, and halves of characters. */
const storable = (text: string) => text.replaceAll('\0', '').replaceAll(/\p{Cs}/gu, '\uFFFD')

/** Keeps the images of a look; equal ones are kept once. */
export async function keepLook(
  { store, fileStore }: Pick<Working, 'store' | 'fileStore'>,
  { pages, thumbnail, ...look }: FoundLook,
): Promise<Look> {
  const rows: ContentFile[] = []
  const keep = async ({ bytes, mediaType, width, height }: MadeImage): Promise<StoredImage> => {
    const id = `${lookPrefix}${(await sha256(bytes)).slice(0, 40)}`
    const file = { id, source: id, name: 'page.webp', mediaType, size: bytes.byteLength }
    await fileStore.put(id, new Blob([bytes]).stream())
    rows.push({ ...file, width, height })
    return { id, width, height }
  }
  // Each image waits for the disk, and the renderers would wait for them all.
  const kept = await Promise.all(
    pages.map(async ({ text, image }) => ({
      ...(text !== undefined && { text: storable(text) }),
      ...(image && { image: await keep(image) }),
    })),
  )
  const small = thumbnail && (await keep(thumbnail))
  const unique = [...new Map(rows.map((row) => [row.id, row])).values()]
  if (unique.length > 0) await store.write(({ contentFiles }) => contentFiles.put(unique))
  return { ...look, pages: kept, ...(small && { thumbnail: small }) }
}
