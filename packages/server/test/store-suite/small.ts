import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import type { Store } from '../../src/store/store.ts'
import { later, noon, unique } from '../records.ts'

/** The audit trail and what limits requests. */
export function smallSuite(opened: () => Store) {
  describe('small tables', () => {
    let store: Store
    before(() => {
      store = opened()
    })

    it('keeps lines of the audit trail until they are old enough', async () => {
      const line = { action: 'deals.create', resource: 'deal', resourceId: 'x', requestId: 'r' }
      await store.write(async ({ audit }) => {
        for (const at of ['2001-01-01T00:00:00.000Z', '2001-01-02T00:00:00.000Z', noon])
          await audit.append({ ...line, at })
      })
      const prune = (before: string) => store.write(({ audit }) => audit.prune(before))
      const undone = store.write(async ({ audit }) => {
        await audit.prune(noon)
        throw new Error('after all not')
      })

      await assert.rejects(undone, /after all not/)
      assert.equal(await prune('2001-01-01T00:00:00.000Z'), 0)
      assert.equal(await prune('2001-01-02T00:00:00.000Z'), 1)
      assert.equal(await prune('2001-01-02T00:00:00.000Z'), 0)
      assert.equal(await prune(noon), 1)
    })

    it('counts uses within a window', async () => {
      const bucket = unique('bucket')
      const hit = (at: string) => store.read.rateLimits.hit(bucket, 60, at)
      const hits = await Promise.all(Array.from({ length: 5 }, () => hit(noon)))

      assert.deepEqual(hits.map(({ used }) => used).toSorted(), [1, 2, 3, 4, 5])
      assert.ok(hits.every(({ resetAt }) => resetAt > noon && resetAt <= later(noon, 60_000)))
      assert.equal((await hit(later(noon, 60_000))).used, 1)
      await store.read.rateLimits.prune(later(noon, 999_000))
      assert.equal((await hit(later(noon, 60_001))).used, 1)
    })

    it('counts a use in which something is new, whoever of many comes first', async () => {
      const bucket = unique('bucket')
      const hit = (items: string[], at = noon) =>
        store.write(({ rateLimits }) => rateLimits.hitNew(bucket, items, 60, at))
      const same = await Promise.all(Array.from({ length: 5 }, () => hit(['a', 'b'])))
      const uses = [
        await hit(['b']),
        await hit(['b', 'c']),
        await hit([]),
        await hit(['c', 'a']),
        await hit(['a'], later(noon, 60_000)),
      ]

      assert.deepEqual(
        [...same, ...uses].map(({ used }) => used),
        [1, 1, 1, 1, 1, 1, 2, 2, 2, 1],
      )
    })
  })
}
