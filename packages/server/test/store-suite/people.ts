import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import type { Store } from '../../src/store/store.ts'
import { aPartner, aUser, unique } from '../records.ts'
import { all, ids } from './reading.ts'

/** Users and partners. */
export function peopleSuite(opened: () => Store) {
  describe('people', () => {
    let store: Store
    before(() => {
      store = opened()
    })

    it('finds people by id, external id, e-mail and partner', async () => {
      const partnerId = unique('p')
      const people = ['Zoë', 'adam', 'Émile'].map((personName) =>
        aUser({
          name: personName,
          partnerIds: [partnerId, 'other'],
          externalIds: { crm: unique('x') },
        }),
      )
      const manager = aUser({ role: 'vendor_manager', partnerIds: [partnerId] })
      const left = aUser({ active: false, partnerIds: [partnerId] })
      const everyone = [...people, manager, left]
      await store.write((tables) => tables.users.put(everyone))
      const zoe = people[0]!

      assert.deepEqual(await store.read.users.get(zoe.id), zoe)
      assert.deepEqual(await store.read.users.byEmail(zoe.email.toUpperCase()), zoe)
      assert.deepEqual(await store.read.users.byExternalId(zoe.externalIds.crm!), zoe)
      assert.equal(await store.read.users.byExternalId('none'), undefined)
      const reused = aUser({ email: zoe.email, externalIds: zoe.externalIds, active: false })
      await store.write((tables) => tables.users.put([reused]))
      assert.deepEqual(await store.read.users.byEmail(zoe.email), zoe)
      const twin = aUser({ email: zoe.email.toUpperCase(), externalIds: zoe.externalIds })
      await store.write((tables) => tables.users.put([twin]))
      assert.equal(await store.read.users.byEmail(zoe.email), undefined)
      assert.equal(await store.read.users.byExternalId(zoe.externalIds.crm!), undefined)
      assert.equal((await store.read.users.many(ids(everyone))).length, 5)
      const colleagues = await all((paging) => store.read.users.ofPartner(partnerId, '', paging))
      assert.deepEqual(
        colleagues.map((user) => user.name),
        ['adam', 'Émile', 'Zoë'],
      )
      const erased = aUser({ active: false, erased: true, partnerIds: [partnerId] })
      await store.write((tables) => tables.users.put([erased]))
      const former = async () =>
        ids(await all((paging) => store.read.users.ofPartner(partnerId, '', paging, true)))
      assert.deepEqual(await former(), [left.id])
      await store.write((tables) => tables.users.put([{ ...left, active: true }]))
      assert.deepEqual(await former(), [])
      await store.write((tables) => tables.users.put([left]))
      assert.deepEqual(await former(), [left.id])
      const found = await store.read.users.ofPartner(partnerId, 'EMI', { limit: 5 })
      assert.deepEqual(ids(found.items), [people[2]!.id])
      const none = await store.read.users.ofPartner(partnerId, 'emi zo', { limit: 5 })
      assert.deepEqual(none.items, [])
      const named = await store.read.users.named('EMI')
      assert.ok(named.includes(people[2]!.id))
      assert.deepEqual(await store.read.users.named('emi zo'), [])
      // A user who has left still owns registrations; an erased name finds nothing.
      const everybody = await store.read.users.named('')
      assert.ok(everybody.includes(left.id))
      assert.ok(![manager.id, erased.id].some((id) => everybody.includes(id)))
      const many = Array.from({ length: 201 }, () =>
        aUser({ name: 'Qwo', partnerIds: [partnerId] }),
      )
      await store.write((tables) => tables.users.put(many))
      assert.deepEqual((await store.read.users.named('qwo')).toSorted(), ids(many).toSorted())
    })

    it('lists active partners by name within what the caller sees', async () => {
      const mark = unique('Zz')
      const named = (text: string, more = {}) => aPartner({ name: `${mark} ${text}`, ...more })
      const [b, a, c] = [named('Berg'), named('Águila'), named('Cup', { kind: 'distributor' })]
      await store.write((tables) =>
        tables.partners.put([b!, a!, c!, named('d', { active: false })]),
      )
      const names = async (filter: object) =>
        (
          await all((paging) =>
            store.read.partners.list({ scope: { kind: 'all' }, search: mark, ...filter }, paging),
          )
        ).map((partner) => partner.name.split(' ')[1])

      assert.deepEqual(await names({}), ['Águila', 'Berg', 'Cup'])
      assert.deepEqual(await names({ kind: 'distributor' }), ['Cup'])
      assert.deepEqual(await names({ search: `agui ${mark}` }), ['Águila'])
      const own = { kind: 'partner', partnerId: b!.id }
      assert.deepEqual(await names({ scope: own }), ['Berg'])
      assert.deepEqual(await names({ scope: own, alsoIds: [c!.id] }), ['Berg', 'Cup'])
      assert.deepEqual(await names({ scope: { kind: 'portfolio', partnerIds: [a!.id] } }), [
        'Águila',
      ])
      assert.deepEqual(await store.read.partners.get(a!.id), a)
      assert.equal((await store.read.partners.many([a!.id, b!.id, 'none'])).length, 2)
    })

    it('knows the tiers and regions of partners, each once and in order', async () => {
      const [low, high] = [unique('A'), unique('z')]
      const region = unique('Région')
      const tiers = [high, low, high]
      await store.write((tables) =>
        tables.partners.put([aPartner({ region }), ...tiers.map((tier) => aPartner({ tier }))]),
      )
      const words = await store.read.partners.words()

      assert.deepEqual(
        words.tiers.filter((tier) => tiers.includes(tier)),
        [low, high],
      )
      assert.deepEqual(words.tiers, words.tiers.toSorted())
      assert.equal(words.regions.filter((one) => one === region).length, 1)
    })
  })
}
