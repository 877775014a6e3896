import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import type { ParentRecord } from '../../src/store/records.ts'
import type { Store } from '../../src/store/store.ts'
import { aDeal, aFile, noon, unique } from '../records.ts'
import { save } from './reading.ts'

const author = { name: 'Ada', side: 'partner' as const }

/** A record of a resource that has no table of its own. */
function aParent(fields: Partial<ParentRecord> = {}): ParentRecord {
  const partners = [{ partnerId: unique('partner'), role: 'owner' as const }]
  return { id: unique('note'), resource: 'notes', createdAt: noon, partners, ...fields }
}

const aComment = (recordId: string) => {
  return { id: unique('comment'), recordId, text: 'x', author, createdAt: noon }
}
const anEntry = (recordId: string) => {
  return { id: unique('entry'), recordId, at: noon, actor: author, type: 'x' }
}

/** The parent table: what hangs on a record of any resource. */
export function recordsSuite(opened: () => Store) {
  describe('records', () => {
    let store: Store
    before(() => {
      store = opened()
    })

    /** Writes a comment, an entry and a file below a record. */
    async function hangOn(recordId: string): Promise<string> {
      const file = aFile()
      await store.write(async ({ comments, timeline, files }) => {
        await comments.insert(aComment(recordId))
        await timeline.append(anEntry(recordId))
        await files.insert(file)
        await files.use(recordId, [file.id])
      })
      return file.id
    }

    /** The numbers of comments and entries, and the user of the file. */
    async function hanging(recordId: string, fileId: string) {
      const { comments, timeline, files } = store.read
      return [
        (await comments.list(recordId, {}, { limit: 5 })).items.length,
        (await timeline.list(recordId, { limit: 5 })).items.length,
        (await files.get(fileId))?.usedBy,
      ]
    }

    it('take along what hangs on them, whatever their resource', async () => {
      const [deal, note] = [aDeal(), aParent()]
      await save(store, deal)
      await store.write(({ records }) => records.insert(note))
      const [ofDeal, ofNote] = [await hangOn(deal.id), await hangOn(note.id)]

      assert.deepEqual(await hanging(deal.id, ofDeal), [1, 1, { resource: 'deals', id: deal.id }])
      assert.deepEqual(await hanging(note.id, ofNote), [1, 1, { resource: 'notes', id: note.id }])
      await store.write(async ({ deals, records }) => {
        await deals.remove(deal)
        await records.remove(note.id)
      })
      assert.deepEqual(await hanging(deal.id, ofDeal), [0, 0, undefined])
      assert.deepEqual(await hanging(note.id, ofNote), [0, 0, undefined])
    })

    it('tell their resource, and go with their own row', async () => {
      const deal = aDeal()
      await save(store, deal)
      const found = await store.write(({ records }) => records.lock(deal.id))

      assert.deepEqual([found?.id, found?.resource], [deal.id, 'deals'])
      await store.write(({ records }) => records.remove(deal.id))
      assert.equal(await store.read.records.get(deal.id), undefined)
      assert.equal(await store.read.deals.get(deal.id), undefined)
    })

    it('must be there before anything hangs on them', async () => {
      const refused = [
        () => store.write(({ comments }) => comments.insert(aComment('none'))),
        () => store.write(({ timeline }) => timeline.append(anEntry('none'))),
        () => store.write(({ records }) => records.update(aParent({ id: 'none' }))),
      ]

      for (const write of refused) await assert.rejects(write, /no record none/)
    })

    it('keep what hangs on them when they change their owner', async () => {
      const deal = aDeal()
      await save(store, deal)
      const fileId = await hangOn(deal.id)
      const partners = [{ partnerId: unique('partner'), role: 'owner' as const }]
      await store.write(({ deals }) => deals.update({ ...deal, partners }))

      const usedBy = { resource: 'deals', id: deal.id }
      assert.deepEqual(await hanging(deal.id, fileId), [1, 1, usedBy])
      await hangOn(deal.id)
      await store.write(({ deals }) => deals.remove(deal))
      assert.deepEqual(await hanging(deal.id, fileId), [0, 0, undefined])
    })

    it('leave no comment behind that was written while they were removed', async () => {
      const deals = Array.from({ length: 10 }, () => aDeal({ status: 'draft' }))
      await save(store, ...deals)
      await Promise.all(
        deals.flatMap((deal) => [
          store.write(({ comments }) => comments.insert(aComment(deal.id))).catch(() => {}),
          store.write((tables) => tables.deals.remove(deal)),
        ]),
      )

      const counts = await store.read.comments.count(
        deals.map(({ id }) => id),
        {},
      )
      assert.deepEqual(
        [...counts.values()].filter((count) => count > 0),
        [],
      )
    })
  })
}
