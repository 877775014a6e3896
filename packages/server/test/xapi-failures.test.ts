import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Person } from './app.ts'
import { enrolmentOf, launch, openCourse, verbs, type Opened } from './cmi5-course.ts'
import { later } from './records.ts'
import { aPackage, aUnit } from './training-records.ts'

const second = 1000
const hour = 3600 * second

type Said = { verb: { id: string }; timestamp: string; result?: object; object: { id: string } }

/** The statements of the launch’s registration, the first ones first. */
async function statementsOf(
  { send }: Pick<Awaited<ReturnType<typeof launch>>, 'send'>,
  query = '',
): Promise<Said[]> {
  return JSON.parse((await send('GET', `/statements?ascending=true${query}`)).text).statements
}

/** Does something to the enrolment as it is now. */
async function act(opened: Opened, person: Person, action: object) {
  const { id, revision } = await enrolmentOf(opened)
  const answer = await person.send('POST', `/enrolments/${id}/actions`, {
    ...{ body: action, headers: { 'if-match': `"${revision}"` } },
  })
  assert.equal(answer.status, 200, JSON.stringify(answer.body))
}

test('a course whose clock is ahead is heard, and its learner is done by the clock of the server (xAPI, part 2, 2.4.7)', async () => {
  const opened = await openCourse()
  for (const unitId of ['one', 'two']) {
    const { post, said } = await launch(opened, unitId)
    const ahead = <One extends { timestamp: string }>(one: One, more: number) => ({
      ...one,
      timestamp: later(one.timestamp, 400 * 24 * hour + more),
    })
    assert.equal((await post(ahead(said.initialized(), 0))).status, 200)
    assert.equal((await post(ahead(said.passed(), second))).status, 200)
    assert.equal((await post(ahead(said.completed(), second))).status, 200)
    assert.equal((await post(ahead(said.terminated(), 2 * second))).status, 200)
  }
  const { status, completedAt } = await enrolmentOf(opened)
  assert.deepEqual([status, completedAt], ['completed', new Date(opened.time.now).toISOString()])
  const { body } = await opened.sam.send('GET', '/awards')
  assert.equal(body.items[0].issuedAt, completedAt)
})

test('order follows instants, also around the end of a year in two time zones (cmi5, 9.3; xAPI, part 3, 2.1.3)', async () => {
  const opened = await openCourse()
  opened.time.now = Date.parse('2026-12-31T23:30:00.000Z')
  opened.sam = await opened.signIn('sam')
  const opening = await launch(opened)
  const { post, said } = opening
  const at = (timestamp: string) => ({ timestamp })
  const first = { ...said.initialized(), ...at('2027-01-01T00:30:00+01:00') }
  const next = { ...said.completed(), ...at('2026-12-31T18:31:00-05:00') }
  const before = { ...said.progressed(5), ...at('2027-01-01T08:29:00+09:00') }
  opened.time.now += 2 * 60 * second

  assert.equal((await post(next, first)).status, 200)
  assert.equal((await post(before)).status, 403)
  const done = await statementsOf(
    opening,
    `&since=${encodeURIComponent('2027-01-01T00:31:00+01:00')}`,
  )
  assert.deepEqual(
    done.map(({ verb }) => verb.id),
    [`${verbs}initialized`, `${verbs}completed`],
  )
  const wrong = await opening.send('GET', '/statements?until=newyear')
  assert.deepEqual([wrong.status, wrong.text.includes('2.1.3')], [400, true])
})

test('a forged token, and the token of another launch, speak for nobody (cmi5, 8.2 and 9.6.1)', async () => {
  const opened = await openCourse()
  const { post, said, send, token } = await launch(opened)
  const [id] = atob(token!).split(':')
  const forged = { authorization: `Basic ${btoa(`${id}:${'x'.repeat(32)}`)}` }
  assert.equal((await send('POST', '/statements', said.initialized(), forged)).status, 401)

  const ada = await opened.signIn('ada')
  const { body } = await ada.send('POST', '/enrolments', { body: { courseId: 'safety' } })
  const other = await launch({ ...opened, sam: ada, enrolmentId: body.items[0].id })
  const stolen = { authorization: `Basic ${other.token}` }
  const asOther = await send(
    'POST',
    '/statements',
    { ...said.initialized(), actor: other.actor },
    stolen,
  )
  assert.deepEqual([asOther.status, asOther.text.includes('9.6.1')], [403, true])
  assert.equal((await post(said.initialized())).status, 200)
})

test('a statement of 5 MB is too large, and what comes before and after it is kept (xAPI, part 3, 3.2)', async () => {
  const opened = await openCourse()
  const opening = await launch(opened)
  const { post, said } = opening
  await post(said.initialized(), said.progressed(30))
  const large = { ...said.progressed(31), result: { response: 'x'.repeat(5_000_000) } }

  assert.equal((await post(large)).status, 413)
  assert.equal((await post(said.progressed(32))).status, 200)
  assert.equal((await enrolmentOf(opened)).units[0].progress, 32)
  assert.equal((await statementsOf(opening)).length, 4)
})

test('a tab that dies leaves everything that it said, and the next launch goes on from there (cmi5, 9.3.6)', async () => {
  const opened = await openCourse()
  const died = await launch(opened)
  const { activityId, actor, registration } = died
  const state = `/activities/state?${new URLSearchParams({ activityId, agent: JSON.stringify(actor), registration, stateId: 'bookmark' })}`
  await died.post(died.said.initialized(), died.said.passed())
  await died.send('PUT', state, { page: 7 })
  opened.time.now += 3 * 24 * hour
  opened.sam = await opened.signIn('sam')

  const next = await launch(opened)
  assert.equal(next.registration, registration)
  assert.deepEqual(JSON.parse((await next.send('GET', state)).text), { page: 7 })
  assert.equal((await next.post(next.said.initialized(), next.said.completed())).status, 200)
  const [one] = (await enrolmentOf(opened)).units
  assert.deepEqual([one.satisfied, one.success], [true, 'passed'])
})

test('of two tabs of one course the later one reports, and the other is told why not (cmi5, 9.3.6)', async () => {
  const opened = await openCourse()
  const [first, other] = [await launch(opened), await launch(opened, 'two')]

  const refused = await first.post(first.said.initialized())
  assert.deepEqual([refused.status, refused.text.includes('launched again')], [403, true])
  assert.equal((await other.post(other.said.initialized())).status, 200)
})

test('a package that is replaced while somebody is in it takes their reports to its end (cmi5, 9.6.1)', async () => {
  const opened = await openCourse()
  const { store } = opened
  const [before, after] = [
    aPackage({ units: [aUnit()] }),
    aPackage({ units: [aUnit({ id: 'new' })] }),
  ]
  const use = ({ id, units, blocks }: typeof before) =>
    store.write(async ({ packages, courses }) => {
      const course = (await courses.get('safety'))!
      await packages.put({ ...before, id, units, blocks }, [])
      await courses.put([{ ...course, packageId: id, units, blocks }])
    })
  await use(before)
  const { post, said } = await launch(opened)
  await post(said.initialized())
  await use(after)

  assert.equal((await post(said.completed(), said.passed(), said.terminated())).status, 200)
  const { status, units } = await enrolmentOf(opened)
  assert.deepEqual([status, units.map(({ id }: { id: string }) => id)], ['completed', ['one']])
})

test('a tab from before a reset or a withdrawal reports no more (cmi5, 9.3.6)', async () => {
  const opened = await openCourse()
  const first = await launch(opened)
  await first.post(first.said.initialized(), first.said.progressed(60))
  await act(opened, await opened.signIn('mona'), { action: 'reset', reason: { code: 'renewed' } })

  assert.equal((await first.post(first.said.progressed(70))).status, 403)
  const fresh = await enrolmentOf(opened)
  assert.deepEqual([fresh.status, fresh.progress], ['assigned', 0])

  const again = await launch(opened)
  assert.notEqual(again.registration, first.registration)
  await again.post(again.said.initialized())
  await act(opened, opened.sam, { action: 'withdraw' })
  assert.equal((await again.post(again.said.progressed(70))).status, 403)
  assert.equal((await enrolmentOf(opened)).status, 'withdrawn')
})

test('what is waived is said of each part that was open, with the reason, and satisfies the course (cmi5, 9.3.7 and 9.3.9)', async () => {
  const opened = await openCourse()
  const begun = await launch(opened)
  await begun.post(begun.said.initialized(), begun.said.completed(), begun.said.passed())
  await act(opened, await opened.signIn('mona'), {
    action: 'waive',
    reason: { code: 'other', text: 'Equivalent AU' },
  })

  const said = (await statementsOf(begun)).slice(-2)
  assert.deepEqual(
    said.map(({ verb, result, object }) => [
      verb.id.split('/').at(-1),
      result,
      object.id.split('/').at(-1),
    ]),
    [
      [
        'waived',
        {
          ...{ success: true, completion: true },
          extensions: { 'https://w3id.org/xapi/cmi5/result/extensions/reason': 'Equivalent AU' },
        },
        'two',
      ],
      ['satisfied', undefined, 'safety'],
    ],
  )
  const { status, units } = await enrolmentOf(opened)
  assert.deepEqual([status, units[1].status, units[1].satisfied], ['waived', 'waived', true])
})

test('a launch that another process has ended takes nothing more, however it was seen before (cmi5, 9.3.6)', async () => {
  const opened = await openCourse()
  const { post, said, token } = await launch(opened)
  await post(said.initialized())
  assert.equal((await post(said.progressed(0))).status, 200)
  const [id] = atob(token!).split(':')
  const { launch: seen } = (await opened.store.read.launches.look(id!))!
  const ended = { ...seen, endedAt: seen.launchedAt, endedBy: 'abandoned' as const }
  await opened.store.write(({ launches }) => launches.put([ended]))

  const late = await post(said.progressed(0))
  assert.deepEqual([late.status, late.text.includes('9.3.6')], [403, true])
})

test('of two processes each keeps what the other has heard', async () => {
  const opened = await openCourse()
  const { post, said } = await launch(opened)
  await post(said.initialized(), said.progressed(40))
  const before = (await opened.store.read.enrolments.get(opened.enrolmentId))!
  await opened.store.write(({ enrolments }) =>
    enrolments.put([
      {
        ...{ ...before, revision: before.revision + 1 },
        units: before.units.map((unit) => (unit.id === 'one' ? { ...unit, progress: 60 } : unit)),
      },
    ]),
  )

  await post(said.progressed(50))
  assert.equal((await enrolmentOf(opened)).units[0].progress, 60)
  await post(said.progressed(70))
  assert.equal((await enrolmentOf(opened)).units[0].progress, 70)
})
