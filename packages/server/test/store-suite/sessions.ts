import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import type { Store } from '../../src/store/store.ts'
import { later, noon, unique } from '../records.ts'

/** Sessions and the keys that sign them. */
export function sessionsSuite(opened: () => Store) {
  describe('sessions', () => {
    let store: Store
    before(() => {
      store = opened()
    })

    it('ends, keeps and prunes sessions, and lists signing keys, the newest first', async () => {
      const session = (expiresAt: string) => ({
        ...{ id: unique('session'), userId: 'ada', readOnly: false, origins: ['null'], expiresAt },
      })
      const [kept, old] = [session(noon), session(later(noon, -1))]
      const keys = [1, 2].map((n) => ({
        id: unique('key'),
        secret: 'x',
        createdAt: later(noon, n),
      }))
      await store.write(async ({ sessions }) => {
        for (const one of [kept!, old!]) await sessions.insert(one)
        for (const key of keys) await sessions.addSigningKey(key)
        await sessions.end(kept!.id, noon)
        await sessions.end(kept!.id, later(noon, 5))
        await sessions.prune(noon)
      })

      assert.deepEqual(await store.read.sessions.get(kept!.id), { ...kept, endedAt: noon })
      assert.equal(await store.read.sessions.get(old!.id), undefined)
      assert.deepEqual(await store.read.sessions.signingKeys(), keys.toReversed())
    })
  })
}
