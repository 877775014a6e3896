import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import test from 'node:test'
import { unzipSync } from 'fflate'
import { createApp } from '../src/index.ts'
import { diskFiles, openStore } from '../src/node.ts'
import { pdf } from './sample-files.ts'

// The age of a file is told by the disk, so the clock of the records goes with it.
const now = new Date().toISOString()
const names = ['a.pdf', 'b.pdf', 'c.pdf', 'd.pdf', 'e.pdf']

test('a process that is killed in an import, and one in a zip file, leave nothing half', async (t) => {
  const root = await mkdtemp(join(tmpdir(), 'prmkit-killed-library-'))
  t.after(() => rm(root, { recursive: true }))
  await mkdir(join(root, 'assets'))
  await writeFile(join(root, 'vendor.yaml'), 'name: Tidemark\ncurrencies: [EUR]\n')
  for (const name of names) await writeFile(join(root, 'assets', name), pdf([name]))
  const dataDir = join(root, 'data')
  const folder = join(dataDir, 'files')
  const parts = async () => (await readdir(folder)).filter((name) => name.endsWith('.part'))
  const original = async (name: string) =>
    new Uint8Array(await readFile(join(root, 'assets', name)))
  const killHalfWay = async (mode: 'import' | 'zip') => {
    const script = join(import.meta.dirname, 'library-child.ts')
    const child = spawn(process.execPath, [script, dataDir, root, now, mode], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const exit = once(child, 'exit')
    const [said] = await Promise.race([once(createInterface(child.stdout), 'line'), exit])
    assert.equal(said, 'half-way')
    child.kill('SIGKILL')
    await exit
  }

  await killHalfWay('import')
  assert.equal((await parts()).length, 1)
  await killHalfWay('zip')
  assert.equal((await parts()).length, 2)

  const store = await openStore({ dataDir })
  t.after(() => store.close())
  const fileStore = await diskFiles(folder)
  const time = { now: Date.parse(now) }
  const clock = () => time.now
  const log = { info() {}, warn() {}, error() {} }
  const app = createApp({ store, fileStore, apiKeys: ['sk_for_these_tests_only'], clock, log })
  const read = async (id: string) => {
    const kept = await fileStore.get(id)
    return kept && new Uint8Array(await new Response(kept.bytes).arrayBuffer())
  }
  const assets = await store.read.assets.sources('assets/')
  assert.equal(assets.length, names.length)
  for (const { file } of await store.read.assets.files(assets.map(({ id }) => id)))
    assert.deepEqual(await read(file!.id), await original(file!.name))
  assert.equal((await store.read.bundles.get('bundle_all'))?.status, 'preparing')
  assert.equal(await read('bundle_all'), undefined)

  // The job of a process that has died is free for others after a minute.
  time.now += 120_000
  await app.tick()

  assert.equal((await store.read.bundles.get('bundle_all'))?.status, 'ready')
  const zip = unzipSync((await read('bundle_all'))!)
  assert.deepEqual(Object.keys(zip).toSorted(), names)
  assert.deepEqual(zip['c.pdf'], await original('c.pdf'))

  time.now = Date.now() + 2 * 86_400_000
  await app.tick()

  assert.deepEqual(await parts(), [])
  assert.equal(await read('bundle_all'), undefined)
  assert.deepEqual(await store.read.contentFiles.many(['bundle_all']), [])
  assert.ok(await store.read.bundles.get('bundle_all'), 'Nobody could be told that it expired.')
  for (const { file } of await store.read.assets.files(assets.map(({ id }) => id)))
    assert.ok(await read(file!.id), file!.name)
})
