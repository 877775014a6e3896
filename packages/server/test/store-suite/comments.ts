import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import type { Store } from '../../src/store/store.ts'
import { later, noon, unique } from '../records.ts'
import { all } from './reading.ts'

/** Comments and history. */
export function commentsSuite(opened: () => Store) {
  describe('comments and timeline', () => {
    let store: Store
    before(() => {
      store = opened()
    })

    it('keeps comments and timeline in the order they were written, page by page', async () => {
      const dealId = unique('deal')
      const actor = { name: 'Ada', side: 'partner' as const }
      const made = (index: number) => ({
        ...{ id: `${String(index).padStart(3, '0')}${unique('x')}`, partnerId: 'one', dealId },
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
      const comments = await all((paging) => store.read.comments.list(dealId, paging))
      const entries = await all((paging) => store.read.timeline.list(dealId, paging))
      const expected = Array.from({ length: 40 }, (_, index) => String(index))

      assert.deepEqual(
        comments.map(({ text }) => text),
        expected,
      )
      assert.deepEqual(
        entries.map(({ type }) => type),
        expected,
      )
      assert.equal((await store.read.comments.count([dealId, 'none'])).get(dealId), 40)
    })
  })
}
