import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import type { Store } from '../../src/store/store.ts'
import { aDeal, aFile, later, unique } from '../records.ts'
import { ids, save } from './reading.ts'

/** Files and who uses them. */
export function filesSuite(opened: () => Store) {
  describe('files', () => {
    let store: Store
    before(() => {
      store = opened()
    })

    it('keeps files, and tells which of them no record uses', async () => {
      const old = '1999-01-01T00:00:00.000Z'
      const deal = aDeal()
      await save(store, deal)
      const [unused, used] = [aFile({ createdAt: old }), aFile({ createdAt: old })]
      const young = aFile({ createdAt: later(old, 1000) })
      await store.write(async ({ files }) => {
        for (const file of [unused, used, young]) await files.insert(file)
        await files.use(deal.id, [used.id])
      })
      const orphans = () => store.read.files.orphans(later(old, 1000), 10)

      assert.deepEqual(await orphans(), [unused])
      assert.deepEqual(ids(await store.read.files.many([used.id, 'none'])), [used.id])
      assert.deepEqual(await store.read.files.many([]), [])
      const usedBy = { resource: 'deals', id: deal.id }
      assert.deepEqual(await store.read.files.get(used.id), { ...used, usedBy })
      await store.write(({ files }) => files.use(deal.id, [unused.id]))
      assert.deepEqual(await orphans(), [used])
      await store.write(({ files }) => files.remove(used.id))
      assert.equal(await store.read.files.get(used.id), undefined)
    })

    it('keeps the use of a file through a change of the file, and refuses to remove it', async () => {
      const [deal, other, file] = [aDeal(), aDeal(), aFile({ status: 'uploading' })]
      await save(store, deal, other)
      await store.write(async ({ files }) => {
        await files.insert(file)
        await files.use(deal.id, [file.id])
        await files.update({ ...file, status: 'ready' })
        await files.use(other.id, [file.id])
      })
      const usedBy = { resource: 'deals', id: deal.id }

      assert.deepEqual(await store.read.files.get(file.id), { ...file, status: 'ready', usedBy })
      await assert.rejects(
        store.write(({ files }) => files.remove(file.id)),
        new RegExp(`used by deals ${deal.id}`),
      )
      await assert.rejects(
        store.write(({ files }) => files.use('none', [file.id])),
        /no record none/,
      )
    })

    it('gives a file to one of many who take it at once', async () => {
      const file = aFile()
      const deals = [aDeal(), aDeal(), aDeal(), aDeal()]
      await save(store, ...deals)
      await store.write(({ files }) => files.insert(file))
      const take = ({ id }: { id: string }) =>
        store.write(async ({ files }) => {
          const [found] = await files.lock([file.id, 'none'])
          if (found?.usedBy !== undefined) return 0
          await files.use(id, [file.id])
          return 1
        })
      const taken = await Promise.all(deals.map(take))

      assert.deepEqual(taken.toSorted(), [0, 0, 0, 1])
      await assert.rejects(
        store.write(({ files }) => files.update(aFile({ id: 'none' }))),
        /no file none/,
      )
    })

    it('remembers the folder of the bytes that it was told first', async () => {
      const first = await store.write(({ files }) => files.storage('folder one'))

      assert.equal(first, 'folder one')
      assert.equal(await store.write(({ files }) => files.storage('folder two')), 'folder one')
    })

    it('tells how many files and bytes a user keeps unused, and a partner in all', async () => {
      const [userId, partnerId, deal] = [unique('user'), unique('partner'), aDeal()]
      const [one, two] = [aFile({ userId, partnerId, size: 5 }), aFile({ userId, partnerId })]
      const vendors = aFile({ userId, size: 70 })
      await store.write(async ({ deals, files }) => {
        await deals.insert(deal)
        for (const file of [one, two, vendors]) await files.insert(file)
        await files.use(deal.id, [one.id])
      })

      assert.deepEqual(await store.read.files.usage(userId, partnerId), {
        user: { files: 2, bytes: 73 },
        partner: { files: 2, bytes: 8 },
      })
      assert.deepEqual(await store.read.files.usage(unique('user'), undefined), {
        user: { files: 0, bytes: 0 },
        partner: { files: 0, bytes: 0 },
      })
    })

    it('counts files that are announced at once one after another', async () => {
      const partnerId = unique('partner')
      const announce = (userId: string) =>
        store.write(async ({ files }) => {
          const { partner } = await files.usage(userId, partnerId)
          await files.insert(aFile({ userId, partnerId }))
          return partner.files
        })
      const users = [unique('user'), unique('user')]
      const seen = await Promise.all([...users, ...users, ...users].map(announce))

      assert.deepEqual(seen.toSorted(), [0, 1, 2, 3, 4, 5])
    })
  })
}
