import assert from 'node:assert/strict'
import { test } from 'node:test'
import { memoryFiles } from '../src/index.ts'
import { testApp } from './app.ts'
import { seedLibrary } from './library-records.ts'

test('files of assets that are gone are removed with what was made of them, others stay', async () => {
  const fileStore = memoryFiles()
  const app = await testApp({ fileStore })
  await seedLibrary(app.store, fileStore)
  const files = await app.store.read.assets.files(['overview', 'prices'])
  const [overview, prices] = ['overview', 'prices'].map(
    (asset) => files.find(({ assetId }) => assetId === asset)!.file!.id,
  ) as [string, string]
  const other = {
    id: 'package_a',
    source: 'package_a',
    name: 'a.zip',
    mediaType: 'application/zip',
  }
  await app.store.write(({ contentFiles }) => contentFiles.put([{ ...other, size: 1 }]))
  const image = 'content_shown'
  const shown = { id: image, source: 'articles/a.png', name: 'a.png', mediaType: 'image/png' }
  await app.store.write(({ contentFiles }) => contentFiles.put([{ ...shown, size: 1 }]))
  for (const id of [other.id, image, 'content_before', 'asset_lost', 'look_lost', 'bundle_lost'])
    await fileStore.put(id, new Blob([id]).stream())
  await app.store.write(({ contentFiles }) =>
    contentFiles.put([{ ...other, id: 'look_lost', source: 'look_lost', size: 1 }]),
  )
  await app.store.write(({ assets }) => assets.remove('prices'))
  const kept = async (...ids: string[]) =>
    (await Promise.all(ids.map(async (id) => ((await fileStore.get(id)) ? [id] : [])))).flat()
  const gone = [prices, 'content_before', 'asset_lost', 'look_lost', 'bundle_lost']
  const named = [overview, other.id, image]

  app.time.now = Date.now() + 3_600_000
  await app.app.tick()
  assert.deepEqual(await kept(...gone, ...named), [...gone, ...named])
  app.time.now = Date.now() + 25 * 3_600_000
  await app.app.tick()

  assert.deepEqual(await kept(...gone, ...named), named)
  assert.deepEqual(await app.store.read.contentFiles.many(['look_lost', prices]), [])
})
