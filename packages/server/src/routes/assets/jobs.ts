import { Zip, ZipPassThrough } from 'fflate'
import { WorkError, type Performer } from '../../background/performer.ts'
import type { JobKind, Working } from '../../background/runner.ts'
import { sha256 } from '../../auth/hash.ts'
import type { AssetFile, BundleRecord, Look, StoredImage } from '../../store/assets.ts'
import type { FoundLook, LookInput, MadeImage } from '../../looking/look.ts'
import { lookAtVideo } from '../../looking/video.ts'
import { lookPrefix } from '../files/resource.ts'
import { indexAssets, tellOf } from './keep.ts'
import { assetResource } from './resource.ts'

/** A file with more bytes than this is not read into the memory of a child process. */
const largestLook = 200_000_000

/** Makes the pages, texts and small images of the new files of an asset. */
export const lookAtAsset: JobKind = {
  async run(working, performer, { resourceId }) {
    const { store, now } = working
    const files = await store.read.assets.files([resourceId])
    const done: { version: AssetFile; look: Look }[] = []
    for (const version of files.filter(({ pending }) => pending))
      done.push({ version, look: await lookAt(working, performer, version) })
    if (done.length === 0) return
    await store.write(async (tables) => {
      const asset = await tables.assets.lock(resourceId)
      if (!asset) return
      await tables.assets.putFiles(
        done.map(({ version: { pending: _, ...version }, look }) => ({ ...version, look })),
      )
      const texts = { ...asset.texts }
      for (const { version, look } of done) {
        const text = texts[version.language]
        if (text?.version === version.version)
          texts[version.language] = { ...text, ...factsOf(look) }
      }
      const after = { ...asset, texts }
      await tables.assets.put([after])
      await indexAssets(tables, [after])
      await tellOf({ tables, now: now(), requestId: 'job' }, after, assetResource.events.updated)
    })
  },
}

/** The facts of a look that lists show. */
export function factsOf({ pages, pageCount, kind, duration, thumbnail }: Look) {
  const count = pageCount ?? pages.length
  return {
    ...(kind === 'pages' || kind === 'text' ? { pageCount: count } : {}),
    ...(duration !== undefined && { duration }),
    ...(thumbnail && { thumbnail }),
  }
}

async function lookAt(
  working: Working,
  performer: Performer,
  { file, poster }: AssetFile,
): Promise<Look> {
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
  { fileStore }: Working,
  performer: Performer,
  { id, mediaType }: { id: string; mediaType: string },
): Promise<FoundLook | undefined> {
  const kept = await fileStore.get(id)
  if (!kept) return undefined
  const bytes = new Uint8Array(await new Response(kept.bytes).arrayBuffer())
  const input: LookInput = { mediaType, bytes }
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

/** Keeps the images of a look; equal ones are kept once. */
export async function keepLook(
  { store, fileStore }: Pick<Working, 'store' | 'fileStore'>,
  { pages, thumbnail, ...look }: FoundLook,
): Promise<Look> {
  const keep = async ({ bytes, mediaType, width, height }: MadeImage): Promise<StoredImage> => {
    const id = `${lookPrefix}${(await sha256(bytes)).slice(0, 40)}`
    const file = { id, source: id, name: 'page.webp', mediaType, size: bytes.byteLength }
    await fileStore.put(id, new Blob([bytes]).stream())
    await store.write(({ contentFiles }) => contentFiles.put([{ ...file, width, height }]))
    return { id, width, height }
  }
  const kept: Look['pages'] = []
  for (const { text, image } of pages)
    kept.push({ ...(text !== undefined && { text }), ...(image && { image: await keep(image) }) })
  return { ...look, pages: kept, ...(thumbnail && { thumbnail: await keep(thumbnail) }) }
}

/** Makes a zip file of several assets; a crash in the middle leaves nothing of it. */
export const makeBundle: JobKind = {
  async run({ store, fileStore, now }, _performer, { resourceId, attempts }) {
    const bundle = await store.read.bundles.get(resourceId)
    if (bundle?.status !== 'preparing' || bundle.expiresAt <= now()) return
    const keep = (changed: Partial<BundleRecord>) =>
      store.write(({ bundles }) => bundles.put([{ ...bundle, ...changed }]))
    let size = 0
    const progress = { done: 0 }
    const counted = new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        size += chunk.byteLength
        controller.enqueue(chunk)
      },
    })
    const zip = zipOf(
      bundle.files,
      (id) => fileStore.get(id),
      async (done) => {
        progress.done = done
        await keep({ done })
      },
    )
    try {
      await fileStore.put(bundle.id, zip.pipeThrough(counted))
    } catch (error) {
      if (attempts > 1)
        await keep({
          ...{ status: 'failed', done: progress.done },
          problem: 'The zip file could not be made. Take the files one by one.',
        })
      throw error
    }
    const { id } = bundle
    await store.write(async ({ bundles, contentFiles }) => {
      const file = { id, source: id, name: `${id}.zip`, mediaType: 'application/zip', size }
      await contentFiles.put([file])
      await bundles.put([{ ...bundle, status: 'ready', done: bundle.files.length, size }])
    })
  },
}

type Get = (id: string) => Promise<{ bytes: ReadableStream<Uint8Array> } | undefined>

/** A zip file as a stream, one file after the other; files that are packed already are only stored. */
function zipOf(
  files: BundleRecord['files'],
  get: Get,
  onFile: (done: number) => Promise<void>,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  let next = 0
  let reader: ReadableStreamDefaultReader<Uint8Array> | undefined
  let entry: ZipPassThrough | undefined
  const waiting: Uint8Array<ArrayBuffer>[] = []
  let failure: Error | undefined
  const zip = new Zip((error, chunk) => {
    if (error) failure = error
    else waiting.push(new Uint8Array(chunk))
  })

  /** Goes one step on: opens a file, packs a piece of it, or ends the zip. */
  async function step(): Promise<boolean> {
    if (!reader || !entry) {
      const file = files[next]
      if (!file) {
        zip.end()
        return true
      }
      const kept = await get(file.fileId)
      if (!kept) throw new Error(`The file ${file.fileId} is gone.`)
      reader = kept.bytes.getReader()
      entry = new ZipPassThrough(file.name)
      zip.add(entry)
      return false
    }
    const { done, value } = await reader.read()
    entry.push(value ?? new Uint8Array(), done)
    if (done) {
      reader = entry = undefined
      await onFile(++next)
    }
    return false
  }

  return new ReadableStream({
    async pull(controller) {
      let ended = false
      while (waiting.length === 0 && !ended) ended = await step()
      if (failure) throw failure
      for (const chunk of waiting.splice(0)) controller.enqueue(chunk)
      if (ended) controller.close()
    },
    cancel: (reason) => reader?.cancel(reason),
  })
}
