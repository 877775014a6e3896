import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import type { Audience } from '@prmkit/contract'
import { isInAudience, type PartnerFacts, type Reader } from '../../src/rules/shared/audience.ts'
import type { AnnouncementRecord } from '../../src/store/announcements.ts'
import type { Store } from '../../src/store/store.ts'
import { anAnnouncement, later, noon, unique } from '../records.ts'
import { all, ids } from './reading.ts'

const everything: Reader = { kind: 'all' }

/** News, who finds it, and who has read it. */
export function announcementsSuite(opened: () => Store) {
  describe('announcements', () => {
    let store: Store
    before(() => {
      store = opened()
    })

    const put = (...records: AnnouncementRecord[]) =>
      store.write(({ announcements }) => announcements.put(records))
    /** The records of a test that a reader finds. */
    const found = async (
      among: readonly AnnouncementRecord[],
      filter: { reader?: Reader; now?: string; userId?: string; unread?: boolean } = {},
      sort: 'from_desc' | 'from_asc' = 'from_desc',
    ) => {
      const whole = { reader: everything, now: later(noon, 1), userId: 'nobody', ...filter }
      const items = await all((paging) => store.read.announcements.list(whole, sort, paging))
      return ids(items).filter((id) => among.some((one) => one.id === id))
    }

    it('keeps an announcement as it is, and replaces it by its id', async () => {
      const one = anAnnouncement({
        ...{ validUntil: later(noon, 9), acknowledge: true, dueAt: later(noon, 9) },
        audience: { tiers: ['Gold'], roles: ['partner_admin'] },
      })
      await put(one)
      assert.deepEqual(await store.read.announcements.get(one.id), one)
      const { dueAt: _, ...changed } = { ...one, revision: 2 }
      await put(changed)

      assert.deepEqual(await store.read.announcements.many([one.id, 'none']), [changed])
      assert.deepEqual(await store.write((tables) => tables.announcements.lock(one.id)), changed)
      assert.equal(await store.read.announcements.get('none'), undefined)
    })

    it('lists the newest first or last, page by page, equal starts by their ids', async () => {
      const records = Array.from({ length: 20 }, (_, index) =>
        anAnnouncement({ validFrom: later(noon, -Math.floor(index / 3)) }),
      )
      await put(...records)
      const newest = await found(records)
      const starts = newest.map((id) => records.find((one) => one.id === id)!.validFrom)

      assert.equal(new Set(newest).size, 20)
      assert.deepEqual(starts, starts.toSorted().toReversed())
      assert.deepEqual(await found(records, {}, 'from_asc'), newest.toReversed())
    })

    it('finds nothing before its beginning and nothing from its end on', async () => {
      const one = anAnnouncement({ validFrom: later(noon, 10), validUntil: later(noon, 20) })
      await put(one)
      const at = async (milliseconds: number) =>
        (await found([one], { now: later(noon, milliseconds) })).length

      assert.deepEqual([await at(9), await at(10), await at(19), await at(20)], [0, 1, 1, 0])
    })

    it('finds for each reader what the rule of audiences says', async () => {
      const facts: PartnerFacts[] = [
        { id: 'a', kind: 'reseller', tier: 'Gold', region: 'EMEA' },
        { id: 'b', kind: 'agency', tier: 'Silver' },
        { id: 'c', kind: 'distributor' },
      ]
      const readers: Reader[] = [
        everything,
        { kind: 'partners', partners: [] },
        { kind: 'partners', partners: facts },
        ...facts.map((one) => ({ kind: 'partners' as const, partners: [one] })),
        ...(['partner_admin', 'partner_seller'] as const).flatMap((role) =>
          facts.map((one) => ({ kind: 'partners' as const, partners: [one], role })),
        ),
      ]
      const fields = {
        tiers: [undefined, [], ['Gold'], ['Silver', 'Gold'], ['']],
        regions: [undefined, ['EMEA'], ['APAC']],
        partnerKinds: [undefined, ['agency', 'distributor']],
        partnerIds: [undefined, ['a'], ['b', 'c']],
        roles: [undefined, ['partner_admin']],
      }
      const audiences = Object.entries(fields).reduce<object[]>(
        (some, [field, values]) =>
          some.flatMap((one) =>
            values.map((value) => (value === undefined ? one : { ...one, [field]: value })),
          ),
        [{}],
      ) as Audience[]
      const records = audiences.map((audience) => anAnnouncement({ audience }))
      await put(...records)

      assert.equal(records.length, 180)
      for (const reader of readers) {
        const expected = records.filter(({ audience }) => isInAudience(audience, reader))
        assert.deepEqual(
          (await found(records, { reader })).toSorted(),
          ids(expected).toSorted(),
          JSON.stringify(reader),
        )
      }
    })

    it('keeps the first mark of each kind, apart for each person', async () => {
      const [one, other] = [anAnnouncement(), anAnnouncement()]
      await put(one, other)
      const [userId, friend] = [unique('user'), unique('user')]
      const mark = (marks: object, id = one.id) =>
        store.write(({ announcements }) => announcements.mark(userId, id, marks))
      await mark({ readAt: noon })
      await mark({ readAt: later(noon, 5) })
      const both = { readAt: noon, acknowledgedAt: later(noon, 7) }

      assert.deepEqual(await mark({ readAt: later(noon, 7), acknowledgedAt: later(noon, 7) }), both)
      const marks = (user: string) => store.read.announcements.marks(user, [one.id, other.id])
      assert.deepEqual(await marks(userId), new Map([[one.id, both]]))
      assert.deepEqual(await marks(friend), new Map())
      assert.deepEqual(await found([one, other], { userId, unread: true }), [other.id])
      assert.deepEqual(await found([one, other], { userId, unread: false }), [one.id])
      assert.equal((await found([one, other], { userId: friend, unread: true })).length, 2)
    })

    it('counts what a reader finds, and how much of it is read', async () => {
      const partnerId = unique('partner')
      const reader: Reader = { kind: 'partners', partners: [{ id: partnerId, kind: 'agency' }] }
      const mine = Array.from({ length: 3 }, () =>
        anAnnouncement({ audience: { partnerIds: [partnerId] } }),
      )
      await put(...mine, anAnnouncement({ audience: { partnerIds: ['another'] } }))
      const filter = { reader, now: later(noon, 1), userId: unique('user') }
      const before = await store.read.announcements.count(filter)
      await store.write(({ announcements }) =>
        announcements.mark(filter.userId, mine[0]!.id, { readAt: noon }),
      )
      const count = (unread: boolean) => store.read.announcements.count({ ...filter, unread })

      assert.equal(before.read, 0)
      assert.deepEqual(await store.read.announcements.count(filter), {
        ...{ total: before.total, read: 1, unread: before.total - 1 },
      })
      assert.deepEqual(
        [(await count(true)).total, (await count(false)).total],
        [before.total - 1, 1],
      )
    })

    it('tells which are due at an instant', async () => {
      const [one, other] = [anAnnouncement({ dueAt: later(noon, 3) }), anAnnouncement()]
      await put(one, other)
      const due = async (milliseconds: number) =>
        ids(
          await store.write(({ announcements }) =>
            announcements.due(later(noon, milliseconds), 50),
          ),
        ).filter((id) => [one.id, other.id].includes(id))

      assert.deepEqual([await due(2), await due(3)], [[], [one.id]])
    })
  })
}
