import { Zip, ZipPassThrough } from 'fflate'
import type { JobKind } from '../../background/runner.ts'
import type { BundleRecord } from '../../store/assets.ts'

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
