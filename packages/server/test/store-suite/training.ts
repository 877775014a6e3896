import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import type { Reader } from '../../src/rules/shared/audience.ts'
import type { Store } from '../../src/store/store.ts'
import type { BookingRecord } from '../../src/store/training-records.ts'
import { later, noon, unique } from '../records.ts'
import { aClass, aCourse, aLaunch, anEnrolment, aUnit } from '../training-records.ts'
import { all, ids } from './reading.ts'

const everything: Reader = { kind: 'all' }
const gold: Reader = {
  ...{ kind: 'partners', role: 'partner_seller' },
  partners: [{ id: 'p', kind: 'reseller', tier: 'Gold' }],
}
const published = ['published'] as const

/** Courses, enrolments and classes. */
export function trainingSuite(opened: () => Store) {
  describe('training', () => {
    let store: Store
    before(() => {
      store = opened()
    })

    it('keeps a statement alone only while its launch and enrolment are as they were read, and its id is new', async () => {
      const course = aCourse()
      const enrolment = anEnrolment({ courseId: course.id })
      const launch = aLaunch({ enrolmentId: enrolment.id })
      await store.write(async (tables) => {
        await tables.courses.put([course])
        await tables.enrolments.put([enrolment])
        await tables.launches.put([launch])
      })
      const { registration } = launch
      const says = () => ({
        ...{ id: unique('said'), registration, storedAt: noon, timestamp: noon, statement: '{}' },
      })
      const [first, late] = [says(), says()]
      const seen = (await store.read.launches.look(launch.id))!
      assert.deepEqual(seen, { launch, enrolment, course })
      assert.equal(await store.read.statements.insertWhile(seen, first), true)
      assert.equal(await store.read.statements.insertWhile(seen, first), false)
      await store.write(({ enrolments }) => enrolments.put([{ ...enrolment, revision: 2 }]))
      assert.equal(await store.read.statements.insertWhile(seen, late), false)
      await store.write(async ({ enrolments, launches }) => {
        await enrolments.put([enrolment])
        await launches.put([{ ...launch, endedAt: noon }])
      })

      assert.equal(await store.read.statements.insertWhile(seen, late), false)
      assert.deepEqual(await store.read.statements.ofRegistration(registration, 10), [first])
    })

    it('answers each of many statements that come at once by its own outcome', async () => {
      const [here, ended] = [anEnrolment(), anEnrolment()]
      const launches = [here, ended].map(({ id }) => aLaunch({ enrolmentId: id }))
      await store.write(async (tables) => {
        await tables.enrolments.put([here, ended])
        await tables.launches.put(launches)
      })
      const [seen, past] = await Promise.all(
        launches.map(async ({ id }) => (await store.read.launches.look(id))!),
      )
      await store.write((tables) => tables.launches.put([{ ...launches[1]!, endedAt: noon }]))
      const says = (id: string) => ({
        ...{ id, registration: launches[0]!.registration, storedAt: noon, timestamp: noon },
        statement: '{}',
      })
      const twice = unique('said')
      const kept = await Promise.all([
        ...Array.from({ length: 30 }, () =>
          store.read.statements.insertWhile(seen!, says(unique('said'))),
        ),
        store.read.statements.insertWhile(past!, says(unique('said'))),
        store.read.statements.insertWhile(seen!, says(twice)),
        store.read.statements.insertWhile(seen!, says(twice)),
      ])

      assert.deepEqual(kept, [...Array.from({ length: 30 }, () => true), false, true, false])
      const { registration } = launches[0]!
      assert.equal((await store.read.statements.ofRegistration(registration, 100)).length, 31)
    })

    it('keeps one address for calendars of each person, found by the hash of its key', async () => {
      const [userId, keyHash] = [unique('user'), unique('hash')]
      const first = { userId, keyHash, createdAt: noon }
      const second = { ...first, keyHash: unique('hash') }
      await store.write(({ trainingFeeds }) => trainingFeeds.put(first))
      assert.deepEqual(await store.read.trainingFeeds.byHash(keyHash), first)
      await store.write(({ trainingFeeds }) => trainingFeeds.put(second))

      assert.deepEqual(await store.read.trainingFeeds.of(userId), second)
      assert.equal(await store.read.trainingFeeds.byHash(keyHash), undefined)
      await store.write(({ trainingFeeds }) => trainingFeeds.remove(userId))
      assert.equal(await store.read.trainingFeeds.of(userId), undefined)
    })

    it('keeps a course as it is, replaces it by its id, and locks it', async () => {
      const one = aCourse({ externalIds: { key: 'a' }, units: [aUnit()] })
      await store.write(({ courses }) => courses.put([one]))
      assert.deepEqual(await store.read.courses.get(one.id), one)
      const changed = { ...one, revision: 2, minutes: 99 }
      await store.write(({ courses }) => courses.put([changed]))

      assert.deepEqual(await store.read.courses.many([one.id, 'none']), [changed])
      assert.deepEqual(await store.write(({ courses }) => courses.lock(one.id)), changed)
    })

    it('finds courses for a reader, by kind, product, language and state, in the vendor’s order', async () => {
      const product = unique('product')
      const courses = [
        aCourse({ productIds: [product], position: 3 }),
        aCourse({ productIds: [product], position: 1, kind: 'class' }),
        aCourse({ productIds: [product], position: 2, audience: { tiers: ['Silver'] } }),
        aCourse({ productIds: [product], position: 0, status: 'draft' }),
        aCourse({
          ...{ productIds: [product], position: 4, audience: { roles: ['partner_seller'] } },
          texts: { de: { title: 'Pumpen', description: '' } },
        }),
      ]
      await store.write((tables) => tables.courses.put(courses))
      const [first, second, silver, draft, german] = ids(courses)
      const find = async (more: object = {}) => {
        const filter = { reader: gold, statuses: published, productIds: [product], ...more }
        return ids(await all((paging) => store.read.courses.list(filter, paging)))
      }

      assert.deepEqual(await find(), [second, first, german])
      assert.deepEqual(await find({ reader: everything }), [second, silver, first, german])
      assert.deepEqual(await find({ kinds: ['class'] }), [second])
      assert.deepEqual(await find({ languages: ['de', 'fr'] }), [german])
      assert.deepEqual(await find({ ids: [first] }), [first])
      assert.deepEqual(await find({ reader: everything, statuses: ['draft'] }), [draft])
      const filter = { reader: gold, statuses: published, productIds: [product] }
      assert.equal(await store.read.courses.count(filter), 3)
    })

    it('lists what is due first, open before done, and tells what is overdue', async () => {
      const partnerId = unique('partner')
      const enrolments = [
        anEnrolment({ partnerId }),
        anEnrolment({ partnerId, dueAt: later(noon, 20) }),
        anEnrolment({ partnerId, dueAt: later(noon, 10), status: 'in_progress' }),
        anEnrolment({ partnerId, dueAt: later(noon, 5), status: 'completed' }),
      ]
      await store.write((tables) => tables.enrolments.put(enrolments))
      const [undated, second, first, done] = ids(enrolments)
      const find = async (more: object = {}) =>
        ids(
          await all((paging) =>
            store.read.enrolments.list({ partnerIds: [partnerId], ...more }, paging),
          ),
        )
      const now = later(noon, 15)

      const listed = await find()
      assert.deepEqual(listed.slice(0, 2), [first, second])
      assert.deepEqual(listed.slice(2).toSorted(), [undated, done].toSorted())
      assert.deepEqual(await find({ overdue: { now, isOverdue: true } }), [first])
      assert.equal((await find({ overdue: { now, isOverdue: false } })).length, 3)
      assert.deepEqual(await find({ statuses: ['completed'] }), [done])
      assert.deepEqual(await store.read.enrolments.statuses({ partnerIds: [partnerId] }), [
        { value: 'assigned', count: 2 },
        { value: 'completed', count: 1 },
        { value: 'in_progress', count: 1 },
      ])
    })

    it('finds the latest enrolment of each person in each course', async () => {
      const [userId, other, courseId] = [unique('user'), unique('user'), unique('course')]
      const enrolments = [
        anEnrolment({ userId, courseId, createdAt: later(noon, 2) }),
        anEnrolment({ userId, courseId, createdAt: later(noon, 1) }),
        anEnrolment({ userId: other, courseId }),
        anEnrolment({ userId, courseId: unique('course') }),
      ]
      await store.write((tables) => tables.enrolments.put(enrolments))
      const found = await store.read.enrolments.latest([userId, other], [courseId])

      const expected = [enrolments[0]!.id, enrolments[2]!.id]
      assert.deepEqual(ids(found).toSorted(), expected.toSorted())
    })

    it('keeps one booking of a person in a class, the first ones first', async () => {
      const one = aClass()
      const booking = (userId: string, at: number): BookingRecord => ({
        ...{ classId: one.id, userId, partnerId: 'p', status: 'waiting', at: later(noon, at) },
      })
      await store.write(async ({ classes }) => {
        await classes.put([one])
        await classes.book([booking('b', 2), booking('a', 3), booking('c', 1)])
        await classes.book([{ ...booking('a', 3), status: 'booked' }])
        await classes.cancel(one.id, 'b')
      })
      const found = await store.read.classes.bookings([one.id])

      assert.deepEqual(
        found.map(({ userId, status }) => [userId, status]),
        [
          ['c', 'waiting'],
          ['a', 'booked'],
        ],
      )
      const find = async (more: object) => {
        const filter = { courseIds: [one.courseId], ...more }
        return ids(await all((paging) => store.read.classes.list(filter, paging)))
      }
      assert.deepEqual(await find({ after: noon }), [one.id])
      assert.deepEqual(await find({ until: noon }), [])
      assert.deepEqual(await find({ bookedBy: 'a' }), [one.id])
      assert.deepEqual(await find({ bookedBy: 'b' }), [])
    })
  })
}
