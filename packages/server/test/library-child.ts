// Imports files into a library on disk and stops for ever in the middle of a file; or imports them
// whole, and stops in the middle of a zip file of all of them.
//   node library-child.ts <data folder> <content folder> <now> import|zip
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { importContent } from '../src/content/import.ts'
import { createApp, type FileStore } from '../src/index.ts'
import { diskFiles, openStore } from '../src/node.ts'
import { bundleKind } from '../src/routes/assets/bundles.ts'

const [, , dataDir, folder, now, mode] = process.argv as [
  ...[string, string, string, string, string],
  'import' | 'zip',
]
const log = { info() {}, warn() {}, error() {} }
const clock = () => Date.parse(now)
const store = await openStore({ dataDir })
const disk = await diskFiles(join(dataDir, 'files'))

const parts = async () =>
  (await readdir(join(dataDir, 'files'))).filter((name) => name.endsWith('.part')).length
const before = await parts()

/** Says it once a part of the file is on the disk. */
async function sayHalfWay(): Promise<void> {
  while ((await parts()) === before) await new Promise((resolve) => setImmediate(resolve))
  process.stdout.write('half-way\n')
}

/** Bytes that stop after the first ones, and say so. */
function halfOf(bytes: ReadableStream<Uint8Array>): ReadableStream<Uint8Array> {
  let begun = false
  const half = new TransformStream<Uint8Array, Uint8Array>({
    async transform(chunk, controller) {
      if (begun) return
      begun = true
      controller.enqueue(chunk.subarray(0, chunk.length / 2))
      void sayHalfWay()
      await new Promise(() => setInterval(() => {}, 1000))
    },
  })
  return bytes.pipeThrough(half)
}

let files = 0
const fileStore: FileStore = {
  ...disk,
  put: (id, bytes, publish) =>
    disk.put(id, mode === 'import' && ++files === 3 ? halfOf(bytes) : bytes, publish),
  async get(id, range) {
    const kept = await disk.get(id, range)
    return kept && files++ === 1 ? { ...kept, bytes: halfOf(kept.bytes) } : kept
  },
}

if (mode === 'zip') files = -Infinity
await importContent(store, folder, { log, fileStore, clock })
const assets = await store.read.assets.sources('assets/')
const versions = await store.read.assets.files(assets.map(({ id }) => id))
await store.write(async ({ bundles, work }) => {
  await bundles.put([
    {
      ...{ id: 'bundle_all', createdAt: now, status: 'preparing', userId: 'ada', done: 0 },
      expiresAt: new Date(clock() + 86_400_000).toISOString(),
      files: versions.flatMap(({ file }) =>
        file ? [{ fileId: file.id, name: file.name, size: file.size }] : [],
      ),
    },
  ])
  const job = { id: 'job_zip', kind: bundleKind, resource: 'bundles', resourceId: 'bundle_all' }
  await work.add([job], now)
})
files = 0
await createApp({ store, fileStore, apiKeys: ['sk_for_these_tests_only'], clock }).tick()
