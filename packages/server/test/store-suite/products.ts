import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import type { Store } from '../../src/store/store.ts'
import { renewCustomerKeys } from '../../src/routes/deals/renew-customer-keys.ts'
import { customerKeys } from '../../src/rules/customers/customers.ts'
import { aDeal, unique } from '../records.ts'
import { all, ids } from './reading.ts'

/** The products that can be registered, and the vendor’s own customers. */
export function productsSuite(opened: () => Store) {
  describe('products', () => {
    let store: Store
    before(() => {
      store = opened()
    })

    it('lists what can be registered by name', async () => {
      const mark = unique('Pp')
      const product = (text: string, more = {}) => ({
        ...{ id: unique('product'), externalIds: {}, sku: `${mark}-${text}`, name: text },
        ...{ listPrices: [], active: true, ...more },
      })
      const [b, a] = [product('beta'), product('Älpha')]
      await store.write((tables) => tables.products.put([b, a, product('gone', { active: false })]))
      const items = await all((paging) => store.read.products.list(mark, paging))

      assert.deepEqual(items, [a, b])
      assert.deepEqual(await store.read.products.many([b.id]), [b])
    })

    it('finds a product by words of its name, number and family together', async () => {
      const [sku, family] = [unique('S'), unique('Ventile')]
      const valve = { ...{ id: unique('product'), externalIds: {}, sku, name: 'FluxMeter DN 50' } }
      await store.write((tables) =>
        tables.products.put([{ ...valve, family, listPrices: [], active: true }]),
      )
      const found = async (search: string) =>
        ids((await store.read.products.list(search, { limit: 5 })).items)

      assert.deepEqual(await found(`50 flux ${sku}`), [valve.id])
      assert.deepEqual(await found(`${family} dn`), [valve.id])
      assert.deepEqual(await found(`${family} kugel`), [])
    })

    it('finds the vendor’s own customers', async () => {
      const key = unique('domain:')
      const account = {
        ...{ id: unique('account'), companyName: 'Acme', kind: 'named' as const },
        customerKeys: [key],
      }
      await store.write((tables) => tables.accounts.put([account]))

      assert.deepEqual(await store.read.accounts.matching([key, 'x']), [account])
      assert.deepEqual(await store.read.accounts.matching(['x']), [])
    })

    it('gives the keys of all customers anew where another rule made them, and once', async () => {
      const deal = aDeal()
      const held = { ...aDeal({ status: 'action_required' }) }
      held.heldFor = { customer: { companyName: 'Held GmbH' }, productIds: [] }
      const account = { id: unique('account'), companyName: 'Übrig AG', country: 'DE' }
      await store.write(async ({ deals, accounts, programme }) => {
        await deals.insert(deal, held)
        await accounts.put([{ ...account, kind: 'house', customerKeys: ['name:old|'] }])
        await programme.putKeyRule(1)
      })
      const said: object[] = []
      const log = { info: (fields: object) => said.push(fields) }
      for (let start = 0; start < 2; start++) await renewCustomerKeys(store, { log, rule: 2 })
      const keysOf = async ({ id }: { id: string }) =>
        (await store.read.deals.get(id))!.customerKeys
      const [found] = await store.read.accounts.matching(customerKeys(account))

      assert.deepEqual(await keysOf(deal), customerKeys(deal.customer))
      assert.deepEqual(await keysOf(held), customerKeys({ companyName: 'Held' }))
      assert.equal(found?.id, account.id)
      assert.equal((await store.read.deals.get(deal.id))!.revision, deal.revision)
      assert.equal(await store.read.programme.keyRule(), 2)
      assert.equal(said.length, 1)
      const blocking = await store.read.deals.blocking(customerKeys(deal.customer), [])
      assert.ok(blocking.some(({ id }) => id === deal.id))
    })
  })
}
