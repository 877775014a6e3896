import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import type { Store } from '../../src/store/store.ts'
import { aFile, later } from '../records.ts'
import { ids } from './reading.ts'

/** Files and who uses them. */
export function filesSuite(opened: () => Store) {
  describe('files', () => {
    let store: Store
    before(() => {
      store = opened()
    })

    it('keeps files, and tells which of them no record uses', async () => {
      const old = '1999-01-01T00:00:00.000Z'
      const [unused, used, young] = [
        aFile({ createdAt: old }),
        aFile({ createdAt: old, usedBy: 'deal' }),
        aFile({ createdAt: later(old, 1000) }),
      ]
      await store.write(async ({ files }) => {
        for (const file of [unused!, used!, young!]) await files.insert(file)
      })
      const orphans = () => store.read.files.orphans(later(old, 1000), 10)

      assert.deepEqual(await orphans(), [unused])
      assert.deepEqual(ids(await store.read.files.many([used!.id, 'none'])), [used!.id])
      assert.deepEqual(await store.read.files.many([]), [])
      await store.write(({ files }) => files.update({ ...unused!, usedBy: 'deal' }))
      assert.deepEqual(await orphans(), [])
      await store.write(({ files }) => files.remove(unused!.id))
      assert.equal(await store.read.files.get(unused!.id), undefined)
    })

    it('gives a file to one of many who take it at once', async () => {
      const file = aFile()
      await store.write(({ files }) => files.insert(file))
      const take = (usedBy: string) =>
        store.write(async ({ files }) => {
          const [found] = await files.lock([file.id, 'none'])
          if (found?.usedBy !== undefined) return 0
          await files.update({ ...file, usedBy })
          return 1
        })
      const taken = await Promise.all(['a', 'b', 'c', 'd'].map(take))

      assert.deepEqual(taken.toSorted(), [0, 0, 0, 1])
      await assert.rejects(
        store.write(({ files }) => files.update(aFile({ id: 'none' }))),
        /no file none/,
      )
    })
  })
}
