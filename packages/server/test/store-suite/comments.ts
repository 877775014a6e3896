import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import type { Store } from '../../src/store/store.ts'
import { aDeal, later, noon, unique } from '../records.ts'
import { all, save } from './reading.ts'

/** Comments and history. */
export function commentsSuite(opened: () => Store) {
  describe('comments and timeline', () => {
    let store: Store
    before(() => {
      store = opened()
    })

    it('keeps comments and timeline in the order they were written, page by page', async () => {
      const deal = aDeal()
      await save(store, deal)
      const recordId = deal.id
      const actor = { name: 'Ada', side: 'partner' as const }
      const made = (index: number) => ({
        ...{ id: `${String(index).padStart(3, '0')}${unique('x')}`, recordId },
        at: later(noon, Math.floor(index / 10)),
      })
      await store.write(async ({ comments, timeline }) => {
        for (let index = 0; index < 40; index++) {
          const { at: createdAt, ...rest } = made(index)
          await comments.insert({ ...rest, text: String(index), author: actor, createdAt })
          const entry = { ...made(index), id: unique('entry'), actor }
          await timeline.append({ ...entry, type: String(index) })
        }
      })
      const comments = await all((paging) => store.read.comments.list(recordId, {}, paging))
      const entries = await all((paging) => store.read.timeline.list(recordId, paging))
      const expected = Array.from({ length: 40 }, (_, index) => String(index))

      assert.deepEqual(
        comments.map(({ text }) => text),
        expected,
      )
      assert.deepEqual(
        entries.map(({ type }) => type),
        expected,
      )
      assert.equal((await store.read.comments.count([recordId, 'none'], {})).get(recordId), 40)
    })

    it('shows the comments that one partner keeps to that partner alone', async () => {
      const deal = aDeal()
      await save(store, deal)
      const author = { name: 'Ada', side: 'partner' as const }
      const comment = { recordId: deal.id, author, createdAt: noon }
      await store.write(async ({ comments }) => {
        const kept = { id: unique('comment'), text: 'kept', onlyPartnerId: 'north' }
        await comments.insert({ ...comment, ...kept })
        await comments.insert({ ...comment, id: unique('comment'), text: 'told' })
      })
      const readBy = async (reader: { partnerId?: string }) => {
        const { items } = await store.read.comments.list(deal.id, reader, { limit: 10 })
        const counts = await store.read.comments.count([deal.id], reader)
        return [...items.map(({ text }) => text).toSorted(), counts.get(deal.id)]
      }

      assert.deepEqual(await readBy({ partnerId: 'north' }), ['kept', 'told', 2])
      assert.deepEqual(await readBy({ partnerId: 'south' }), ['told', 1])
      assert.deepEqual(await readBy({}), ['told', 1])
    })
  })
}
