import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import type { Store } from '../../src/store/store.ts'
import { aDeal, anEvent, unique } from '../records.ts'
import { save } from './reading.ts'

/** The promises of a write, whatever it writes. */
export function transactionsSuite(opened: () => Store) {
  describe('a transaction', () => {
    let store: Store
    before(() => {
      store = opened()
    })

    it('leaves nothing behind when its work fails', async () => {
      const deal = aDeal()
      const failure = new Error('no')
      const failed = store.write(async ({ deals, events }) => {
        await deals.insert(deal)
        await events.append(anEvent({ resourceId: deal.id }))
        throw failure
      })

      await assert.rejects(failed, failure)
      assert.equal(await store.read.deals.get(deal.id), undefined)
    })

    it('sees what it wrote before others do', async () => {
      const deal = aDeal()
      const seen = await store.write(async ({ deals }) => {
        await deals.insert(deal)
        return deals.lock(deal.id)
      })

      assert.deepEqual(seen, deal)
    })

    it('loses no change when many change one record', async () => {
      const deal = aDeal()
      await save(store, deal)
      const bump = () =>
        store.write(async ({ deals }) => {
          const current = await deals.lock(deal.id)
          await deals.update({ ...current!, revision: current!.revision + 1 })
        })
      await Promise.all(Array.from({ length: 12 }, bump))

      assert.equal((await store.read.deals.get(deal.id))?.revision, 13)
    })

    it('lets one of two that submit the same customer be first', async () => {
      const customerKeys = [unique('domain:race')]
      const submit = () =>
        store.write(async ({ deals }) => {
          await deals.lockCustomers(customerKeys)
          const before = await deals.blocking(customerKeys, [])
          await deals.insert(aDeal({ customerKeys }))
          return before.length
        })

      assert.deepEqual((await Promise.all([submit(), submit(), submit()])).toSorted(), [0, 1, 2])
    })
  })
}
