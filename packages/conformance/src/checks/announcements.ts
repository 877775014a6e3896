import assert from 'node:assert/strict'
import { Announcement } from '@prmkit/contract'
import { check, needing } from '../check.ts'
import type { Caller } from '../context.ts'
import { answerOf, problemOf, skip } from '../expect.ts'
import { firstOf, idsOf, listed } from './listed.ts'

const pathOf = ({ id }: Announcement, below = '') => `/announcements/${id}${below}`

const all = ({ client }: Caller, query = {}) =>
  client.announcements.list({ query: { limit: 100, ...query } })

/** An announcement of the list that fits, or a skip that says which one the backend lacks. */
const oneOf = (caller: Caller, kind: string, fits?: (one: Announcement) => boolean) =>
  firstOf(all(caller), `announcement for the seller${kind}`, fits)

const send = async (caller: Caller, one: Announcement, below: string) =>
  answerOf(await caller.send('POST', pathOf(one, below)), 200, Announcement)

const reading = [
  check(
    'announcements.list',
    'announcements',
    'a list holds the announcements that are valid now, the newest first',
    async ({ seller }) => {
      const found = await listed(all(seller))
      const now = new Date().toISOString()
      for (const { id, validFrom, validUntil } of found)
        assert.ok(
          validFrom <= now && (validUntil === undefined || validUntil > now),
          `${id} is listed, but valid from ${validFrom} until ${validUntil}.`,
        )

      const starts = found.map(({ validFrom }) => validFrom)
      assert.deepEqual(starts, starts.toSorted().toReversed())
      const oldest = await listed(all(seller, { sort: 'from_asc' }))
      assert.deepEqual(
        oldest.map(({ validFrom }) => validFrom),
        starts.toSorted(),
      )
    },
  ),
  check(
    'announcements.get',
    'announcements',
    'a listed announcement opens by its id and does not tell its audience',
    async ({ seller }) => {
      const one = await oneOf(seller, '')
      const answer = await seller.send('GET', pathOf(one))
      const tag = answer.headers.get('ETag') ?? ''
      const body = await answerOf(answer, 200, Announcement)

      assert.equal(tag.replace('W/', ''), `"${one.revision}"`)
      assert.deepEqual([body.id, body.title, body.text], [one.id, one.title, one.text])
      assert.ok(!('audience' in body), 'The audience is told.')
    },
  ),
  check(
    'announcements.unknown',
    'announcements',
    'an announcement that does not exist is not found',
    async ({ seller }) => {
      await problemOf(await seller.send('GET', '/announcements/no-such-one'), 'not-found')
    },
  ),
  check(
    'announcements.unread',
    'announcements',
    'read and unread announcements are told apart and counted',
    async ({ seller }) => {
      const [unread, read] = [
        await listed(all(seller, { unread: true })),
        await listed(all(seller, { unread: false })),
      ]
      const page = await seller.client.announcements.list({ query: { facets: true } })
      const counts = Object.fromEntries(
        (page.facets?.['unread'] ?? []).map(({ value, count }) => [value, count]),
      )

      assert.ok(unread.every(({ mine }) => mine.readAt === undefined))
      assert.ok(read.every(({ mine }) => mine.readAt !== undefined))
      assert.equal(page.total, unread.length + read.length)
      assert.deepEqual([counts['true'] ?? 0, counts['false'] ?? 0], [unread.length, read.length])
    },
  ),
  check(
    'announcements.audience',
    'announcements',
    'an announcement for others does not exist',
    async ({ seller, stranger }) => {
      const [own, theirs] = [await listed(all(seller)), await listed(all(stranger))]
      const hidden = own.filter(({ id }) => !idsOf(theirs).includes(id))
      if (hidden.length === 0) skip('Every announcement is for the seller and the stranger alike.')

      for (const one of hidden.slice(0, 10))
        await problemOf(await stranger.send('GET', pathOf(one)), 'not-found')
    },
  ),
]

const marking = [
  check(
    'announcements.read',
    'announcement-marks',
    'reading keeps its first time and changes nothing else',
    async ({ seller }) => {
      const before = await oneOf(seller, '')
      const first = await send(seller, before, '/read')
      const again = await send(seller, before, '/read')

      assert.ok(first.mine.readAt)
      assert.equal(first.mine.readAt, before.mine.readAt ?? first.mine.readAt)
      assert.deepEqual(again.mine, first.mine)
      assert.deepEqual([again.revision, again.updatedAt], [before.revision, before.updatedAt])
    },
  ),
  check(
    'announcements.mine',
    'announcement-marks',
    'marks are the caller’s own',
    async ({ seller, stranger }) => {
      const theirs = await listed(all(stranger))
      const one = await oneOf(seller, ' that the stranger reads, too', ({ id }) =>
        idsOf(theirs).includes(id),
      )
      const before = theirs.find(({ id }) => id === one.id)
      await send(seller, one, '/read')
      const after = await stranger.client.announcements.get({ params: { id: one.id } })

      assert.deepEqual(after.mine, before?.mine)
    },
  ),
  check(
    'announcements.key',
    'idempotency',
    'a mark without a key is refused',
    async ({ seller }) => {
      const headers = { 'Idempotency-Key': '' }
      const answer = await seller.send('POST', pathOf(await oneOf(seller, ''), '/read'), {
        headers,
      })

      await problemOf(answer, 'idempotency-key-missing')
    },
  ),
  check(
    'announcements.acknowledge',
    'announcement-marks',
    'an acknowledgement keeps its first time, marks as read and is asked for no longer',
    async ({ seller }) => {
      const asks = ({ acknowledge }: Announcement) => acknowledge
      const before = await oneOf(seller, ' that asks to be acknowledged', asks)
      const first = await send(seller, before, '/acknowledgement')
      const again = await send(seller, before, '/acknowledgement')

      assert.ok(first.mine.acknowledgedAt && first.mine.readAt)
      assert.ok(before.mine.acknowledgedAt || before.allowedActions.includes('acknowledge'))
      assert.deepEqual(again.mine, first.mine)
      assert.ok(!again.allowedActions.includes('acknowledge'))
      assert.deepEqual([again.revision, again.updatedAt], [before.revision, before.updatedAt])
    },
  ),
  check(
    'announcements.not-asked',
    'announcement-marks',
    'an announcement that asks nobody cannot be acknowledged',
    async ({ seller }) => {
      const one = await oneOf(seller, ' that asks nobody', ({ acknowledge }) => !acknowledge)

      await problemOf(await seller.send('POST', pathOf(one, '/acknowledgement')), 'state-conflict')
    },
  ),
]

export const announcements = needing(
  ['announcements'],
  [...reading, ...needing(['writing'], marking)],
)
