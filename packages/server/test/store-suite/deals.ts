import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import type { Store } from '../../src/store/store.ts'
import { aDeal, later, noon, unique } from '../records.ts'
import { ids, save, seenBy } from './reading.ts'
import type { DealRecord } from '../../src/store/deals.ts'

/** Registrations one by one: kept, replaced, seen, numbered. */
export function dealsSuite(opened: () => Store) {
  describe('deals', () => {
    let store: Store
    before(() => {
      store = opened()
    })

    it('come back as they were written', async () => {
      const deal = aDeal({
        customer: { companyName: '<img onerror=x> \u202e\u{1f4a9} "\\' },
        custom: { n: 1.5, list: ['a', 'b'], money: { amount: '1.10', currency: 'EUR' } },
      })
      await save(store, deal)

      assert.deepEqual(await store.read.deals.get(deal.id), deal)
      assert.equal(await store.read.deals.get('nobody'), undefined)
    })

    it('are replaced whole', async () => {
      const { ownerUserId: _none, ...deal } = aDeal({ partnerId: 'one', stage: 'quote' })
      await save(store, deal)
      const { stage: _gone, ...rest } = deal
      const changed: DealRecord = { ...rest, name: 'Other', revision: 2, status: 'approved' }
      await store.write(({ deals }) => deals.update(changed))

      assert.deepEqual(await store.read.deals.get(deal.id), changed)
    })

    it('are not replaced where there is none, and nothing of them is left', async () => {
      const partnerId = unique('partner')
      const deal = aDeal({ partnerId })

      await assert.rejects(
        store.write(({ deals }) => deals.update(deal)),
        new RegExp(`no deal ${deal.id}`),
      )
      // Nor half of it, had the transaction gone on.
      await store.write(async ({ deals }) => {
        await deals.update(deal).catch(() => {})
      })
      assert.equal(await store.read.deals.get(deal.id), undefined)
      await save(store, deal)
      assert.equal((await seenBy(store, partnerId)).length, 1)
    })

    it('are gone once removed', async () => {
      const partnerId = unique('partner')
      const deal = aDeal({ partnerId })
      await save(store, deal)
      await store.write(({ deals }) => deals.remove(deal))

      assert.equal(await store.read.deals.get(deal.id), undefined)
      assert.deepEqual(await seenBy(store, partnerId), [])
    })

    it('are seen by every partner they name, and by nobody else', async () => {
      const [owner, distributor, stranger] = [unique('p'), unique('p'), unique('p')]
      const deal = aDeal({
        partners: [
          { partnerId: owner, role: 'owner' },
          { partnerId: distributor, role: 'distributor' },
        ],
      })
      await save(store, deal)
      const portfolio = (partnerIds: string[]) =>
        store.read.deals.list({ scope: { kind: 'portfolio', partnerIds } }, 'created_desc', {
          limit: 5,
        })

      assert.equal((await seenBy(store, owner)).length, 1)
      assert.equal((await seenBy(store, distributor)).length, 1)
      assert.deepEqual(await seenBy(store, stranger), [])
      assert.equal((await portfolio([stranger, distributor])).items.length, 1)
      assert.deepEqual((await portfolio([stranger])).items, [])
      assert.deepEqual((await portfolio([])).items, [])
    })

    it('follow a change of the partners they name', async () => {
      const [owner, first, second] = [unique('p'), unique('p'), unique('p')]
      const links = (partnerId: string): DealRecord['partners'] => [
        { partnerId: owner, role: 'owner' },
        { partnerId, role: 'distributor' },
      ]
      const deal = aDeal({ partners: links(first) })
      await save(store, deal)
      await store.write(({ deals }) => deals.update({ ...deal, partners: links(second) }))

      assert.deepEqual(await seenBy(store, first), [])
      assert.equal((await seenBy(store, second)).length, 1)
      assert.equal((await seenBy(store, owner)).length, 1)
    })

    it('block later ones for the same customer and product, the first submitted first', async () => {
      const customerKeys = [unique('domain:acme')]
      const deal = (fields: Partial<DealRecord>) => aDeal({ customerKeys, ...fields })
      const second = deal({ submittedAt: later(noon, 2) })
      const first = deal({ status: 'approved', submittedAt: noon })
      const everything = deal({ lines: [], submittedAt: later(noon, 3) })
      const elsewhere = deal({ lines: [{ productId: 'router', quantity: 1 }] })
      await save(store, second, first, everything, elsewhere)
      await save(store, deal({ status: 'draft' }), deal({ status: 'closed' }), aDeal())

      const blocking = await store.read.deals.blocking([...customerKeys, 'x'], ['switch', 'y'])
      assert.deepEqual(ids(blocking), ids([first, second, everything]))
      assert.equal((await store.read.deals.blocking(customerKeys, [])).length, 4)
      assert.deepEqual(await store.read.deals.blocking(['x'], ['switch']), [])
      assert.deepEqual(await store.read.deals.blocking([], ['switch']), [])
    })

    it('take customer keys of any length', async () => {
      const customerKeys = [unique('name:') + '\ufdfa'.repeat(4000)]
      await store.write(async ({ deals }) => {
        await deals.lockCustomers(customerKeys)
        await deals.lockCustomers([])
        await deals.insert(aDeal({ customerKeys }))
      })

      assert.equal((await store.read.deals.blocking(customerKeys, [])).length, 1)
    })

    it('are due when a deadline or a protection is over, unless an extension is pending', async () => {
      const now = '2001-01-01T00:00:00.000Z'
      const window = {
        ...{ startsAt: noon, expiresAt: later(now, -1), extensionsUsed: 0, maxExtensions: 1 },
      }
      const pending = { status: 'pending' as const, until: '2026-01-01', requestedAt: noon }
      const late = aDeal({ status: 'action_required', respondBy: later(now, -2) })
      const over = aDeal({ status: 'approved', protection: window })
      await save(store, late, over)
      await save(
        store,
        aDeal({ status: 'action_required', respondBy: now }),
        aDeal({ status: 'approved', protection: { ...window, expiresAt: now } }),
        aDeal({ status: 'approved', protection: { ...window, extension: pending } }),
        aDeal({ status: 'expired', protection: window }),
      )
      const due = (limit: number) => store.write(({ deals }) => deals.due(now, limit))

      assert.deepEqual(ids(await due(10)).toSorted(), ids([late, over]).toSorted())
      assert.equal((await due(1)).length, 1)
    })

    it('know the duplicates that wait for them', async () => {
      const first = aDeal()
      const waiting = aDeal({ status: 'duplicate', conflictDealIds: [first.id, 'x'] })
      await save(store, first, waiting, aDeal({ conflictDealIds: [first.id] }))

      assert.deepEqual(ids(await store.read.deals.waitingFor(first.id)), [waiting.id])
    })

    it('never get one number twice', async () => {
      const numbers = await Promise.all(
        Array.from({ length: 20 }, () => store.write(({ deals }) => deals.nextNumber())),
      )

      assert.equal(new Set(numbers).size, 20)
    })
  })
}
