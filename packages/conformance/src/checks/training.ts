import assert from 'node:assert/strict'
import type { Enrolment } from '@prmkit/contract'
import { check, needing } from '../check.ts'
import type { Caller } from '../context.ts'
import { problemOf, skip } from '../expect.ts'
import { firstOf, idsOf, listed } from './listed.ts'

const all = ({ client }: Caller) => client.courses.list({ query: { limit: 100 } })

/** A course that the seller can enrol in or has not begun, or a skip that says it is missing. */
const freeCourse = (caller: Caller) =>
  firstOf(
    all(caller),
    'course that the seller can still enrol in',
    ({ allowedActions, mine, kind, prerequisites }) =>
      (allowedActions.includes('enrol') || mine?.status === 'assigned') &&
      kind !== 'class' &&
      prerequisites.length === 0,
  )

async function enrolled({ client }: Caller, courseId: string): Promise<Enrolment> {
  const { items } = await client.enrolments.create({ body: { courseId } })
  const [one] = items
  assert.ok(one, 'Nothing was answered.')
  return one
}

const reading = [
  check(
    'courses.list',
    'courses',
    'a list holds published courses, each of which opens by its id',
    async ({ seller }) => {
      const found = await listed(all(seller))
      for (const { id, status } of found) assert.equal(status, 'published', `${id} is ${status}.`)
      const [first] = found
      if (!first) skip('The backend has no course for the seller.')
      const one = await seller.client.courses.get({ params: { id: first.id } })
      assert.deepEqual([one.id, one.title, 'audience' in one], [first.id, first.title, false])
    },
  ),
  check(
    'courses.audience',
    'courses',
    'a course that only the stranger may take does not exist for the seller',
    async ({ seller, stranger }) => {
      const own = new Set(idsOf(await listed(all(seller))))
      const other = (await listed(all(stranger))).find(({ id }) => !own.has(id))
      if (!other) skip('The backend has no course for the stranger that is not for the seller.')
      await problemOf(await seller.send('GET', `/courses/${other.id}`), 'not-found')
      const body = { courseId: other.id }
      await problemOf(await seller.send('POST', '/enrolments', { body }), 'validation-failed')
    },
  ),
]

const taking = [
  check(
    'enrolments.once',
    'enrolments',
    'who enrols twice has one enrolment, which is not done and not overdue',
    async ({ seller }) => {
      const course = await freeCourse(seller)
      const [first, second] = [await enrolled(seller, course.id), await enrolled(seller, course.id)]

      assert.equal(second.id, first.id)
      assert.deepEqual(
        [first.status, first.progress, first.satisfied, first.overdue, first.course.id],
        ['assigned', 0, false, false, course.id],
      )
      const mine = (await seller.client.courses.get({ params: { id: course.id } })).mine
      assert.equal(mine?.enrolmentId, first.id)
    },
  ),
  check(
    'enrolments.visibility',
    'enrolments',
    'an enrolment does not exist for another partner',
    async ({ seller, stranger }) => {
      const course = await freeCourse(seller)
      const one = await enrolled(seller, course.id)

      await problemOf(await stranger.send('GET', `/enrolments/${one.id}`), 'not-found')
      const team = await stranger.client.enrolments.list({ query: { scope: 'team', limit: 100 } })
      assert.ok(!idsOf(team.items).includes(one.id), 'The stranger’s team has it.')
    },
  ),
  check(
    'enrolments.withdraw',
    'enrolments',
    'who withdraws can enrol again',
    async ({ seller }) => {
      const course = await freeCourse(seller)
      const one = await enrolled(seller, course.id)
      if (!one.allowedActions.includes('withdraw')) skip('The seller may not withdraw.')
      const after = await seller.client.enrolments.act({
        ...{ params: { id: one.id }, ifMatch: one.revision },
        body: { action: 'withdraw' },
      })

      assert.equal(after.status, 'withdrawn')
      assert.equal((await enrolled(seller, course.id)).status, 'assigned')
    },
  ),
  check(
    'enrolments.colleagues',
    'enrolments',
    'who is no administrator assigns nothing to colleagues',
    async ({ restricted, seller }) => {
      const course = await freeCourse(restricted)
      const body = { courseId: course.id, userIds: [seller.me.user.id] }

      await problemOf(await restricted.send('POST', '/enrolments', { body }), 'forbidden')
    },
    ['restricted'],
  ),
]

const booking = [
  check(
    'classes.book',
    'classes',
    'a booking takes a seat or a place in the waiting list once, and is given back',
    async ({ seller }) => {
      const { items } = await seller.client.classes.list({ query: { limit: 100 } })
      const free = items.find(({ allowedActions }) => allowedActions.includes('book'))
      if (!free) skip('The backend has no class that the seller can book.')
      const params = { id: free.id }
      const first = await seller.client.classes.book({ params })
      const second = await seller.client.classes.book({ params })

      assert.equal(first.mine?.status, free.seatsLeft > 0 ? 'booked' : 'waiting')
      assert.deepEqual([second.seatsLeft, second.waiting], [first.seatsLeft, first.waiting])
      const after = await seller.client.classes.cancel({ params })
      assert.deepEqual([after.mine, after.seatsLeft], [undefined, free.seatsLeft])
    },
  ),
]

const calendars = [
  check(
    'trainingFeed.create',
    'classes',
    'an address for calendars answers without a token, and ends when another one is made',
    async ({ seller, target }) => {
      const { url: first = '' } = await seller.client.trainingFeed.create()
      const { url: second = '' } = await seller.client.trainingFeed.create()
      const open = (url: string) => (target.fetch ?? fetch)(new Request(url))
      const [gone, feed] = [await open(first), await open(second)]
      assert.equal(gone.status, 404, 'The address before still answers.')
      assert.match(feed.headers.get('content-type') ?? '', /^text\/calendar/)
      assert.match(feed.headers.get('cache-control') ?? '', /no-store/)
      assert.match(feed.headers.get('x-robots-tag') ?? '', /noindex/)
      assert.match(await feed.text(), /^BEGIN:VCALENDAR\r\n/)
      const { url, createdAt } = await seller.client.trainingFeed.get()
      assert.deepEqual([url, typeof createdAt], [undefined, 'string'], 'The key is told again.')
      await seller.client.trainingFeed.remove()
      assert.equal((await open(second)).status, 404, 'The address that was ended still answers.')
    },
  ),
]

const certifying = [
  check(
    'certifications.list',
    'certifications',
    'a certification names its courses, and everybody’s awards are told as their own',
    async ({ seller }) => {
      const { items } = await seller.client.certifications.list()
      const [first] = items
      if (!first) skip('The backend has no certification for the seller.')
      assert.ok(first.courses.length > 0, `${first.id} asks for no course.`)
      const awards = await seller.client.awards.list({ query: { scope: 'me', limit: 100 } })
      for (const { holder, id } of awards.items)
        assert.equal(holder.userId, seller.me.user.id, `${id} is somebody else’s.`)
    },
  ),
  check(
    'awards.download',
    'certifications',
    'an award is taken as a signed Open Badge, and only its holder chooses what others see of it',
    async ({ seller, manager, target }) => {
      const { items } = await seller.client.awards.list({ query: { scope: 'me', limit: 100 } })
      const held = items.find(({ status }) => status !== 'revoked')
      if (!held) skip('The seller holds no award.')
      const params = { id: held.id }
      const { url } = await seller.client.awards.download({ params, body: { as: 'json' } })
      const badge = await (await (target.fetch ?? fetch)(new Request(url))).json()
      assert.ok(badge.type.includes('OpenBadgeCredential'), `It is of type ${badge.type}.`)
      assert.equal(badge.validFrom, held.issuedAt)
      assert.equal(typeof [badge.proof].flat()[0]?.proofValue, 'string', 'It is not signed.')
      const sharing = `/awards/${held.id}/sharing`
      await problemOf(
        await manager.send('POST', sharing, { body: { shows: 'award' } }),
        'forbidden',
      )
    },
    ['writing', 'manager'],
  ),
  check(
    'certifications.requirements',
    'certifications',
    'of the certified people that a company needs, as many are missing as it does not have',
    async ({ seller }) => {
      const { items } = await seller.client.requirements.list()
      for (const { certification, needed, have, missing, holders } of items) {
        assert.equal(
          missing,
          Math.max(0, needed - have),
          `${certification.title} is counted wrong.`,
        )
        assert.ok(holders.length <= have, `${certification.title} has more holders than it says.`)
      }
    },
  ),
]

export const training = [
  ...needing(['training'], certifying),
  ...needing(['training'], [...reading, ...needing(['writing'], taking)]),
  ...needing(['training', 'classes', 'writing'], booking),
  ...needing(['training', 'writing'], calendars),
]
