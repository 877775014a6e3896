import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { bring } from '../../src/content/bring.ts'
import { comments } from '../../src/content/deals/comments.ts'
import { deals as dealRows } from '../../src/content/deals/deals.ts'
import { partners } from '../../src/content/partners.ts'
import { timeline } from '../../src/content/deals/timeline.ts'
import type { DealRecord } from '../../src/store/deals.ts'
import type { Store } from '../../src/store/store.ts'
import { aDeal, aPartner, noon, unique } from '../records.ts'
import { save } from './reading.ts'

/** Rows of a vendor’s files. */
export function contentSuite(opened: () => Store) {
  describe('content', () => {
    let store: Store
    before(() => {
      store = opened()
    })

    it('brings each row in once, and only what changed moves', async () => {
      const deals = Array.from({ length: 30 }, () => aDeal({ partnerId: 'content' }))
      const rows = deals.map((record) => ({ key: unique('row'), hash: 'a', record }))
      const run = (these: typeof rows) =>
        store.write((tables) => bring(tables, dealRows, these, noon))
      const start = await store.read.events.end()

      assert.deepEqual(await run(rows), { added: 30, changed: 0, unchanged: 0 })
      assert.equal((await store.read.events.after(start, 100))?.events.length, 30)
      const before = await store.read.events.end()
      const again = rows.map((row) => ({ ...row, record: { ...row.record, id: unique('deal') } }))
      assert.deepEqual(await run(again), { added: 0, changed: 0, unchanged: 30 })
      assert.equal(await store.read.events.end(), before)

      const record = { ...again[7]!.record, name: 'Renamed' }
      const changed = again.map((row, index) => (index === 7 ? { ...row, hash: 'b', record } : row))
      assert.deepEqual(await run(changed), { added: 0, changed: 1, unchanged: 29 })
      const told = await store.read.events.after(before, 5)
      assert.deepEqual(
        told?.events.map(({ resourceId, revision }) => ({ resourceId, revision })),
        [{ resourceId: deals[7]!.id, revision: 2 }],
      )
      assert.deepEqual(await store.read.deals.get(deals[7]!.id), {
        ...deals[7],
        name: 'Renamed',
        revision: 2,
      })
      const { key } = rows[7]!
      const kept = await store.read.content.find('deals', [key, 'none'])
      assert.deepEqual(
        [...kept.values()].map(({ id, hash }) => [id, hash]),
        [[deals[7]!.id, 'b']],
      )
    })

    it('keeps what the portal did to a deal since the file was read', async () => {
      const { stage: _none, ...deal } = aDeal({ nextStep: 'Call' })
      const row = { key: unique('row'), hash: 'a', record: deal }
      const run = (record: DealRecord, hash: string) =>
        store.write((tables) => bring(tables, dealRows, [{ ...row, hash, record }], noon))
      await run(deal, 'a')
      await store.write(({ deals }) =>
        deals.update({
          ...deal,
          status: 'approved',
          stage: 'quote',
          fileIds: ['f'],
          revision: 5,
        }),
      )
      const { nextStep: _gone, ...rest } = deal
      await run({ ...rest, name: 'Renamed' }, 'b')

      assert.deepEqual(await store.read.deals.get(deal.id), {
        ...rest,
        ...{ name: 'Renamed', status: 'approved', stage: 'quote', fileIds: ['f'], revision: 6 },
      })
    })

    it('tells everyone from whom a changed row takes a deal', async () => {
      const [from, to] = [unique('partner'), unique('partner')]
      const deal = aDeal({ partnerId: from, ownerUserId: 'sam' })
      const row = { key: unique('row'), hash: 'a', record: deal }
      await store.write((tables) => bring(tables, dealRows, [row], noon))
      const place = await store.read.events.end()
      const moved = { ...deal, partners: [{ partnerId: to, role: 'owner' as const }] }
      const changed = { ...row, hash: 'b', record: { ...moved, ownerUserId: 'sol' } }
      await store.write((tables) => bring(tables, dealRows, [changed], noon))
      const { events } = (await store.read.events.after(place, 10))!

      assert.equal(events.length, 1)
      assert.deepEqual(events[0]?.partnerIds.toSorted(), [from, to].toSorted())
      assert.deepEqual([events[0]?.ownerUserId, events[0]?.formerOwnerUserId], ['sol', 'sam'])
    })

    it('brings in what belongs to a deal, changes it in its place, and tells of it once', async () => {
      const deal = aDeal()
      await save(store, deal)
      const actor = { name: 'Ada', side: 'partner' as const }
      const base = { recordId: deal.id, actor, at: noon, type: 'deal.approved' }
      const entry = (id: string, code: string) => ({ ...base, id, reason: { code } })
      const comment = (text: string) => {
        const id = `comment_${deal.id}`
        return { ...{ id, recordId: deal.id, author: actor, text }, createdAt: noon }
      }
      const [one, two] = [unique('entry'), unique('entry')]
      const run = (suffix: string, first: string, second: string) =>
        store.write(async (tables) => [
          await bring(
            tables,
            timeline,
            [
              { key: `${deal.id} 1`, hash: first, record: entry(one + suffix, first) },
              { key: `${deal.id} 2`, hash: second, record: entry(two + suffix, second) },
            ],
            noon,
          ),
          await bring(
            tables,
            comments,
            [{ key: deal.id, hash: first, record: comment(first) }],
            noon,
          ),
        ])
      const gone = { key: unique('row'), hash: 'a', record: { ...comment('x'), recordId: 'gone' } }
      await run('', 'a', 'b')
      const place = await store.read.events.end()
      const sums = await run('_again', 'c', 'b')
      const left = await store.write((tables) => bring(tables, comments, [gone], noon))
      const { events } = (await store.read.events.after(place, 10))!
      const entries = (await store.read.timeline.list(deal.id, { limit: 10 })).items

      assert.deepEqual(sums, [
        { added: 0, changed: 1, unchanged: 1 },
        { added: 0, changed: 1, unchanged: 0 },
      ])
      assert.deepEqual(left, { added: 0, changed: 0, unchanged: 1 })
      assert.deepEqual(
        entries.map(({ id, reason }) => [id, reason?.code]),
        [
          [one, 'c'],
          [two, 'b'],
        ],
      )
      const { items: talk } = await store.read.comments.list(deal.id, {}, { limit: 10 })
      assert.deepEqual(
        talk.map(({ text }) => text),
        ['c'],
      )
      assert.deepEqual(
        events.map(({ type, resourceId }) => [type, resourceId]),
        [
          ['deal.updated', deal.id],
          ['deal.commented', deal.id],
        ],
      )
    })

    it('replaces people, partners and products, who keep their ids', async () => {
      const partner = aPartner()
      const row = { key: unique('row'), hash: 'a', record: partner }
      const run = (hash: string, partnerName: string) =>
        store.write((tables) =>
          bring(
            tables,
            partners,
            [{ ...row, hash, record: { ...partner, id: unique('partner'), name: partnerName } }],
            noon,
          ),
        )
      await store.write((tables) => bring(tables, partners, [row], noon))
      await run('b', 'Südlicht')

      assert.equal((await store.read.partners.get(partner.id))?.name, 'Südlicht')
    })
  })
}
