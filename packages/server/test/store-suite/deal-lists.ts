import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import type { Store } from '../../src/store/store.ts'
import { aDeal, later, noon, unique } from '../records.ts'
import { all, ids, save, seenBy } from './reading.ts'
import type { DealRecord, DealSort } from '../../src/store/deals.ts'

/** Registrations in lists: filters, order, pages, counts. */
export function dealListsSuite(opened: () => Store) {
  describe('deals in lists', () => {
    let store: Store
    before(() => {
      store = opened()
    })

    it('are narrowed by every filter at once', async () => {
      const partnerId = unique('p')
      const protection = { startsAt: noon, extensionsUsed: 0, maxExtensions: 1 }
      const wanted = aDeal({
        ...{ partnerId, status: 'approved', stage: 'quote', ownerUserId: 'ada' },
        protection: { ...protection, expiresAt: later(noon, 1000) },
      })
      const others: Partial<DealRecord>[] = [
        { status: 'draft' },
        { stage: 'won' },
        { ownerUserId: 'eve' },
        { protection: { ...protection, expiresAt: later(noon, 9000) } },
        { name: 'Other', customer: { companyName: 'Other' } },
      ]
      await save(
        store,
        wanted,
        ...others.map((more) => ({ ...wanted, id: unique('deal'), ...more })),
      )
      const filter = {
        ...{ status: ['approved', 'expired'], stage: ['quote'], ownerUserId: 'ada' },
        ...{ expiresBefore: later(noon, 5000), search: 'switches' },
        partnerId: [partnerId, 'else'],
      }

      assert.deepEqual(ids(await seenBy(store, partnerId, filter)), [wanted.id])
      assert.deepEqual(
        ids(
          await all((paging) =>
            store.read.deals.list({ scope: { kind: 'all' }, ...filter }, 'name_asc', paging),
          ),
        ),
        [wanted.id],
      )
      assert.deepEqual(ids(await seenBy(store, 'else', { ...filter })), [])
    })

    it('show a seller their own only', async () => {
      const partnerId = unique('p')
      const [own, other] = ['ada', 'eve'].map((ownerUserId) => aDeal({ partnerId, ownerUserId }))
      await save(store, own!, other!)
      const scope = { kind: 'partner' as const, partnerId, userId: 'ada' }
      const page = await store.read.deals.list({ scope }, 'created_desc', { limit: 9 })

      assert.deepEqual(ids(page.items), [own!.id])
    })

    it('are found by all of the words, in any order and at any distance', async () => {
      const partnerId = unique('p')
      const names = ['Pumpwerk Nord, neue Steuerung', 'Pumpwerk Süd, neue Steuerung', '100 % Nord']
      await save(store, ...names.map((name) => aDeal({ partnerId, name })))
      const found = async (search: string) =>
        (await seenBy(store, partnerId, { search }, 'name_asc')).map(({ name }) => name)

      assert.deepEqual(await found('steuerung nord'), [names[0]])
      assert.deepEqual(await found('  NEUE   pump '), [names[0], names[1]])
      assert.deepEqual(await found('nord süd'), [])
      assert.deepEqual(await found('% nord'), [names[2]])
      assert.deepEqual(await found('nord _'), [])
      const { total } = await store.read.deals.count({
        ...{ scope: { kind: 'partner', partnerId }, search: 'steuerung neue süd' },
      })
      assert.equal(total, 1)
    })

    it('are found by part of a name, whatever case and accents', async () => {
      const partnerId = unique('p')
      const deal = aDeal({
        ...{ partnerId, number: 'D-100%_7', name: 'Ångström Rollout' },
        customer: { companyName: 'Straße \\ Söhne' },
      })
      await save(store, deal)

      for (const search of ['angstrom', 'ROLL', 'strasse', 'd-100%_7', '\\ so', '  rollout '])
        assert.equal((await seenBy(store, partnerId, { search })).length, 1, search)
      for (const search of ['d-1000', 'd-100%x', 'nothing', 'roll\0', '\ud800'])
        assert.equal(
          (await seenBy(store, partnerId, { search })).length,
          search === 'roll\0' ? 1 : 0,
          search,
        )
    })

    it('come in the order asked for, those without a value last', async () => {
      const partnerId = unique('p')
      const protection = (ms: number) => ({
        protection: {
          ...{ startsAt: noon, extensionsUsed: 0, maxExtensions: 1 },
          expiresAt: later(noon, ms),
        },
      })
      const a = aDeal({ partnerId, id: unique('a'), name: 'Émile', ...protection(5) })
      const b = aDeal({
        ...{ partnerId, id: unique('b'), name: 'zoe', createdAt: later(noon, 1) },
        ...{ expectedCloseDate: '2026-05-01', ...protection(3) },
      })
      const c = aDeal({
        ...{ partnerId, id: unique('c'), name: 'Adam', updatedAt: later(noon, 9) },
        expectedCloseDate: '2026-04-01',
      })
      await save(store, a, b, c)
      const order = async (sort: DealSort) =>
        (await seenBy(store, partnerId, {}, sort)).map(({ id }) => id[0]).join('')

      assert.equal(await order('created_desc'), 'bca')
      assert.equal(await order('created_asc'), 'acb')
      assert.equal(await order('updated_desc'), 'cba')
      assert.equal(await order('name_asc'), 'cab')
      assert.equal(await order('expires_asc'), 'bac')
      assert.equal(await order('close_asc'), 'cba')
    })

    it('are neither lost nor repeated over many pages of equal and near instants', async () => {
      const partnerId = unique('p')
      const deals = Array.from({ length: 300 }, (_, index) =>
        aDeal({ partnerId, name: 'Same', createdAt: later(noon, index % 7) }),
      )
      await save(store, ...deals)
      const expected = ids(deals).toSorted()

      for (const sort of ['created_desc', 'created_asc', 'name_asc', 'expires_asc'] as const) {
        const found = ids(await seenBy(store, partnerId, {}, sort))
        assert.deepEqual(found.toSorted(), expected, sort)
      }
    })

    it('refuse a cursor from elsewhere', async () => {
      const partnerId = unique('p')
      await save(store, aDeal({ partnerId }), aDeal({ partnerId }))
      const scope = { kind: 'partner' as const, partnerId }
      const { nextCursor } = await store.read.deals.list({ scope }, 'created_desc', { limit: 1 })
      const marks = [
        nextCursor!,
        'abc',
        '',
        'W10',
        Buffer.from('["name_asc"]').toString('base64url'),
      ]

      for (const cursor of marks)
        await assert.rejects(
          store.read.deals.list({ scope }, 'name_asc', { limit: 1, cursor }),
          { code: 'validation-failed' },
          cursor,
        )
    })

    it('are counted by status and stage, each ignoring its own selection', async () => {
      const partnerId = unique('p')
      const deal = (status: DealRecord['status'], stage?: string) =>
        aDeal({ partnerId, status, ...(stage !== undefined && { stage }) })
      await save(store, deal('draft'), deal('approved', 'quote'), deal('approved', 'won'))
      const scope = { kind: 'partner' as const, partnerId }
      const { total, facets } = await store.read.deals.count({
        ...{ scope, status: ['approved'], stage: ['quote'] },
      })

      assert.equal(total, 1)
      assert.deepEqual(facets.status, [{ value: 'approved', count: 1 }])
      assert.deepEqual(facets.stage, [
        { value: 'quote', count: 1 },
        { value: 'won', count: 1 },
      ])
    })
  })
}
