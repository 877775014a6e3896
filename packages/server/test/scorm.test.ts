import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CourseUnit, PackageKind } from '../src/store/course-packages.ts'
import { scormScript } from '../src/scorm-script.ts'
import { testApp } from './app.ts'
import { contentOrigin, launchScorm, said } from './scorm-course.ts'
import { aCertification, aCourse, aPackage, aUnit } from './training-records.ts'

const sco = (id: string, more: Partial<CourseUnit> = {}): CourseUnit => {
  const { masteryScore: _, ...unit } = aUnit({ id, texts: { en: `Part ${id}` } })
  return { ...unit, href: `${id}.html`, moveOn: 'CompletedOrPassed', ...more }
}

/** The app with a SCORM course of these parts, in which Sam is enrolled. */
async function open(kind: PackageKind, units = [sco('one')]) {
  const app = await testApp({ contentOrigin, scormScript })
  const packed = aPackage({ kind, units })
  await app.store.write(async (tables) => {
    await tables.packages.put(packed, [])
    await tables.courses.put([
      aCourse({ id: 'pumps', kind, units, blocks: [], packageId: packed.id }),
    ])
    await tables.certifications.put([
      aCertification({ id: 'safe', courses: [{ courseId: 'pumps', minimumScore: 0.8 }] }),
    ])
  })
  const sam = await app.signIn('sam')
  const made = await sam.send('POST', '/enrolments', { body: { courseId: 'pumps' } })
  const enrolmentId = made.body.items[0].id as string
  const enrolment = async () => (await sam.send('GET', `/enrolments/${enrolmentId}`)).body

  const launch = (unitId?: string) => launchScorm({ ...app, sam, enrolmentId }, unitId)
  return { ...app, sam, enrolment, launch }
}

test('a SCORM course opens in the player at the origin of course files', async () => {
  const { launch, app } = await open('scorm12', [
    sco('one', { masteryScore: 0.8, launchParameters: 'x=1' }),
  ])
  const { url, page } = await launch()
  const { response, html, facts } = await page()

  assert.equal(url.origin, contentOrigin)
  assert.match(response.headers.get('content-security-policy') ?? '', /script-src 'self'/)
  assert.equal(response.headers.get('set-cookie'), null)
  assert.match(html, /<iframe id="course" title="Part one"/)
  assert.match(html, /href="https:\/\/portal\.example\/training"/)
  assert.match(facts.href, /^\/courses\/launch_\w+\.[\w-]+\/one\.html$/)
  assert.deepEqual(facts.cmi, {
    core: {
      ...{ student_id: 'sam', student_name: 'Sam Seller', credit: 'credit' },
      ...{ lesson_mode: 'normal', entry: 'ab-initio' },
    },
    ...{ launch_data: 'x=1', student_data: { mastery_score: '80' } },
  })
  const file = async (name: string) =>
    (await app.fetch(new Request(`${contentOrigin}/scorm/scripts/${name}`))).text()
  assert.match(await file('scorm12.js'), /export\{Scorm12API\}/)
  assert.match(await file('scorm2004.js'), /export\{Scorm2004API\}/)
  assert.match(await file('player-scorm12.js'), /^import \{ Scorm12API \} from '\.\/scorm12\.js'/)
  assert.match(await file('no.js'), /Nothing is here/)
})

test('commits move progress, success and score, also as plain text by a beacon', async () => {
  const { launch, enrolment, sam } = await open('scorm12')
  const { commit } = await launch()

  const first = await commit(said('incomplete', 'unknown', { suspend_data: 'page 2' }))
  const before = await enrolment()
  const last = await commit(said('completed', 'passed', {}, { raw: 90 }), true, 'text/plain')

  assert.deepEqual(first, { status: 200, body: { result: true, errorCode: 0 } })
  assert.deepEqual([before.status, before.success], ['in_progress', 'unknown'])
  assert.equal(last.status, 200)
  const after = await enrolment()
  assert.deepEqual(
    [after.status, after.success, after.progress, after.score, after.satisfied],
    ['completed', 'passed', 100, { scaled: 0.9 }, true],
  )
  const awards = await sam.send('GET', '/awards')
  assert.equal(awards.body.items[0].certification.id, 'safe')
})

for (const [kind, errorCode, clause] of [
  ['scorm12', 101, 'SCORM 1.2 RTE, 3.3'],
  ['scorm2004', 391, 'SCORM 2004 RTE, 3.1.3.2, 3.1.4.3 and 3.1.7'],
] as const)
  test(`nothing is taken after the finish, nor from the older of two tabs, and what came before stays (${clause})`, async () => {
    const { launch, enrolment } = await open(kind)
    const first = await launch()
    await first.commit(said('incomplete', 'unknown', { suspend_data: 'page 2' }))
    const second = await launch()
    const exit = kind === 'scorm12' ? { core: { exit: 'suspend' } } : { exit: 'suspend' }

    const old = await first.commit(said('completed', 'passed', { suspend_data: 'old' }))
    await second.commit(said('incomplete', 'unknown', { ...exit, suspend_data: 'page 3' }), true)
    const late = await second.commit(said('completed', 'passed', { suspend_data: 'late' }), true)

    for (const { status, body } of [old, late])
      assert.deepEqual([status, body.result, body.errorCode], [409, false, errorCode])
    assert.match(old.body.message, /opened again/)
    assert.equal((await enrolment()).status, 'in_progress')
    assert.equal((await launch()).facts.cmi.suspend_data, 'page 3')
  })

test('a course that was suspended, or whose tab died, goes on where it was (SCORM 1.2 RTE, 3.4.4; SCORM 2004 RTE, 4.2.7 and 4.2.8)', async () => {
  for (const kind of ['scorm12', 'scorm2004'] as const) {
    const { launch } = await open(kind)
    const cmi = {
      ...(kind === 'scorm12'
        ? { core: { lesson_location: '7', exit: 'suspend', session_time: '0001:00:00' } }
        : { location: '7', exit: 'suspend', session_time: 'PT1H' }),
      suspend_data: 'x'.repeat(60_000),
    }
    const { commit } = await launch()
    await commit(said('incomplete', 'unknown', cmi))
    const died = (await launch()).facts.cmi
    const suspended = await launch()
    await suspended.commit(said('incomplete', 'unknown', cmi), true)
    const resumed = (await launch()).facts.cmi

    for (const state of [died, resumed]) {
      const { entry, lesson_location: old, session_time: none } = state.core ?? state
      assert.deepEqual([entry, old ?? state.location, none], ['resume', '7', undefined])
      assert.equal(state.suspend_data.length, 60_000)
    }
  }
})

test('a session of SCORM 2004 that ended for good is followed by a new attempt (RTE, 4.2.8)', async () => {
  const { launch } = await open('scorm2004')
  const { commit } = await launch()
  await commit(said('incomplete', 'failed', { exit: 'normal', location: '7' }), true)

  const { cmi } = (await launch()).facts

  assert.deepEqual([cmi.entry, cmi.location], ['ab-initio', undefined])
})

for (const [kind, clause] of [
  ['scorm12', 'SCORM 1.2 RTE, 3.4.4'],
  ['scorm2004', 'SCORM 2004 RTE, 4.2.23'],
] as const)
  test(`what is out of bounds is refused, and what was kept stays (${clause})`, async () => {
    const { launch, enrolment } = await open(kind)
    const { commit } = await launch()
    await commit(said('incomplete', 'unknown', { suspend_data: 'here' }))

    const large = await commit(said('completed', 'passed', { suspend_data: 'x'.repeat(200_000) }))
    const high = await commit(said('completed', 'passed', {}, { scaled: 1.5 }))
    const none = await commit({ completionStatus: 'completed' })

    assert.deepEqual([large.status, high.status, none.status], [400, 400, 400])
    assert.match(large.body.message, /suspend_data/)
    assert.equal((await enrolment()).status, 'in_progress')
    assert.equal((await commit(said('completed', 'passed'))).status, 200)
    assert.equal((await enrolment()).status, 'completed')
  })

test('what was kept comes back after a commit that was refused (SCORM 2004 RTE, 4.2.23)', async () => {
  const { launch } = await open('scorm2004')
  const { commit } = await launch()
  await commit(said('incomplete', 'unknown', { suspend_data: 'here' }))
  await commit(said('completed', 'passed', { suspend_data: 'x'.repeat(200_000) }))

  assert.equal((await launch()).facts.cmi.suspend_data, 'here')
})

test('what was failed can be passed later, and stays so', async () => {
  const { launch, enrolment } = await open('scorm2004')
  const attempt = async (success: string, scaled: number) => {
    const { commit } = await launch()
    await commit(said('completed', success, { exit: 'normal' }, { scaled }), true)
    const { status, success: now, score } = await enrolment()
    return [status, now, score.scaled]
  }

  assert.deepEqual(await attempt('failed', 0.4), ['failed', 'failed', 0.4])
  assert.deepEqual(await attempt('passed', 0.9), ['completed', 'passed', 0.9])
  const review = await launch()
  assert.deepEqual([review.facts.cmi.mode, review.facts.cmi.credit], ['review', 'no-credit'])
  assert.equal((await review.commit(said('completed', 'failed', {}, { scaled: 0.1 }))).status, 200)
  const { success, score } = await enrolment()
  assert.deepEqual([success, score.scaled], ['passed', 0.9])
})

test('a course is done when each of its parts is, and pages that only open are at once', async () => {
  const { launch, enrolment } = await open('scorm12', [
    sco('one'),
    sco('two'),
    sco('text', { moveOn: 'NotApplicable' }),
  ])
  const one = await launch()
  const begun = await enrolment()
  await one.commit(said('completed', 'passed'), true)
  const half = await enrolment()
  const two = await launch()
  await two.commit(said('completed', 'unknown'), true)

  assert.equal(begun.progress, 33)
  assert.deepEqual([half.status, half.progress, half.success], ['in_progress', 66, 'unknown'])
  assert.match(two.facts.href, /two\.html$/)
  const done = await enrolment()
  assert.deepEqual([done.status, done.progress, done.success], ['completed', 100, 'passed'])
})

test('a course that is open while its learner is erased keeps nothing of them any more', async () => {
  const { launch, store, vendorBackend } = await open('scorm12')
  const { commit } = await launch()
  const cmi = { core: { student_name: 'Sam Seller', lesson_location: '7' } }
  await commit(said('incomplete', 'unknown', cmi))
  const { email, name } = (await store.read.users.get('sam'))!

  await vendorBackend('POST', '/users/sam/erasure', { body: { email } })
  const late = await commit(said('completed', 'passed', cmi))

  assert.deepEqual([late.status, late.body.result], [409, false])
  assert.deepEqual(await store.read.traces.find([name]), [])
})
