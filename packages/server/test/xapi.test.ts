import assert from 'node:assert/strict'
import { test } from 'node:test'
import { registered } from '../src/routes/training/launch-unit.ts'
import { freshUnits } from '../src/rules/training/enrolments.ts'
import { aCourse, anEnrolment, aUnit } from './training-records.ts'
import { enrolmentOf, launch, openCourse, verbs } from './cmi5-course.ts'
import { later } from './records.ts'

const second = 1000

test('a launch adds its parameters to the course’s own address (cmi5, 8.1)', async () => {
  const opened = await openCourse()
  const { url, body, activityId, data, actor } = await launch(opened)

  assert.equal(url.searchParams.get('skin'), 'a')
  assert.equal(url.searchParams.get('endpoint'), 'https://api.example/xapi')
  assert.notEqual(activityId, 'https://publisher.example/one')
  assert.deepEqual(actor, {
    ...{ objectType: 'Agent', account: { homePage: 'https://api.example', name: 'sam' } },
  })
  assert.equal(body.window, 'any')
  assert.deepEqual(
    [data.launchMode, data.moveOn, data.masteryScore],
    ['Normal', 'CompletedAndPassed', 0.8],
  )
  assert.deepEqual(data.contextTemplate.contextActivities.grouping, [
    { objectType: 'Activity', id: 'https://publisher.example/one' },
  ])
})

test('the token is given once, and without it nothing is taken (cmi5, 8.2.3.1)', async () => {
  const opened = await openCourse()
  const { fetchOnce, send } = await launch(opened)
  const again = await fetchOnce()

  assert.deepEqual([again['error-code'], 'auth-token' in again], ['1', false])
  const reloaded = await send('GET', '/statements', undefined, { authorization: 'Basic undefined' })
  assert.equal(reloaded.status, 401)
  const forged = await opened.app.fetch(
    new Request('https://api.example/cmi5/fetch/launch_x.y', { method: 'POST' }),
  )
  assert.deepEqual(
    [forged.status, (await forged.json()) as object],
    [200, { 'error-code': '2', 'error-text': 'The address is of no launch.' }],
  )
})

test('a course reports progress, completes and passes, and the learner is certified', async () => {
  const opened = await openCourse()
  const { post, said } = await launch(opened)
  assert.equal((await post(said.initialized())).status, 200)
  await post(said.progressed(40))
  const begun = await enrolmentOf(opened)
  assert.deepEqual(
    [begun.status, begun.progress, begun.units[0].progress, begun.resumable],
    ['in_progress', 20, 40, true],
  )
  await post(said.passed(0.9))
  const passed = await enrolmentOf(opened)
  assert.deepEqual(
    [passed.success, passed.units[0].satisfied, passed.units[0].success],
    ['unknown', false, 'passed'],
  )
  await post(said.completed(), said.terminated())
  const half = await enrolmentOf(opened)
  assert.deepEqual(
    [half.units[0].satisfied, half.satisfied, half.progress, half.success],
    [true, false, 50, 'unknown'],
  )

  const two = await launch(opened, 'two')
  assert.equal(two.body.window, 'own')
  assert.equal(two.registration, (await launch(opened, 'two')).registration)
  const last = await launch(opened, 'two')
  await last.post(last.said.initialized(), last.said.completed(), last.said.terminated())
  const done = await enrolmentOf(opened)
  assert.deepEqual(
    [done.status, done.satisfied, done.progress, done.success, done.score.scaled],
    ['completed', true, 100, 'passed', 0.9],
  )
  assert.equal((await opened.sam.send('GET', '/awards')).body.items[0].certification.id, 'safe')
  const { statements } = JSON.parse((await last.send('GET', '/statements?ascending=true')).text)
  const satisfied = statements.filter((one: { verb: { id: string } }) =>
    one.verb.id.endsWith('/satisfied'),
  )
  assert.deepEqual(
    satisfied.map((one: { object: { definition: { type: string } } }) =>
      one.object.definition.type.split('/').at(-1),
    ),
    ['block', 'course'],
  )
})

test('whoever watches hears of progress when the statement is answered, and reads it then (2 s to the screen)', async () => {
  const opened = await openCourse()
  const { post, said } = await launch(opened)
  await post(said.initialized())
  const watching = await opened.app.fetch(
    new Request('https://api.example/v1/events', {
      headers: { authorization: `Bearer ${opened.sam.token}` },
    }),
  )
  const heard = watching.body!.pipeThrough(new TextDecoderStream()).getReader()
  const read = async () => (await heard.read()).value ?? ''
  let frames = await read()

  await post(said.progressed(40))
  // The clock of the server stands, so that nothing waits for a moment to pass.
  while (!frames.includes('enrolment.progressed')) frames += await read()
  assert.match(frames, new RegExp(`"resourceId":"${opened.enrolmentId}"`))
  assert.equal((await enrolmentOf(opened)).units[0].progress, 40)
  await heard.cancel()
})

test('order follows timestamps, whatever the order of a batch (cmi5, 9.3)', async () => {
  const opened = await openCourse()
  const { post, said } = await launch(opened)
  const early = await post(said.progressed(10))
  assert.deepEqual([early.status, early.text.includes('9.3')], [403, true])

  const [first, next] = [said.initialized(), said.completed()]
  next.timestamp = later(first.timestamp, second)
  assert.equal((await post(next, first)).status, 200)
  const before = { ...said.progressed(50), timestamp: later(first.timestamp, -second) }
  assert.equal((await post(before)).status, 403)
})

test('of a batch with one refused statement none is kept (xAPI, part 3, 2.1.2)', async () => {
  const opened = await openCourse()
  const { post, said, send, registration } = await launch(opened)
  const wrong = {
    ...said.completed(),
    actor: { account: { homePage: 'https://x.example', name: 'y' } },
  }
  const answer = await post(said.initialized(), wrong)

  assert.deepEqual([answer.status, answer.text.includes('9.2')], [403, true])
  const { statements } = JSON.parse(
    (await send('GET', `/statements?registration=${registration}`)).text,
  )
  assert.deepEqual(
    statements.map((one: { verb: { id: string } }) => one.verb.id),
    [`${verbs}launched`],
  )
})

test('the same statement again is absorbed, another one with its id refused (xAPI, part 2, 2.3.1)', async () => {
  const opened = await openCourse()
  const { send, said } = await launch(opened)
  const one = said.initialized()
  const put = (body: object) => send('PUT', `/statements?statementId=${one.id}`, body)

  assert.equal((await put(one)).status, 204)
  assert.equal((await put(one)).status, 204)
  assert.equal((await put({ ...one, timestamp: later(one.timestamp, second) })).status, 409)
  assert.equal((await send('PUT', `//statements?statementId=${one.id}`, one)).status, 204)
})

test('a course completes and passes once in a registration, and never fails after that (cmi5, 9.3)', async () => {
  const opened = await openCourse()
  const first = await launch(opened)
  await first.post(first.said.initialized(), first.said.completed(), first.said.passed())
  assert.equal((await first.post(first.said.completed())).status, 403)

  const second = await launch(opened)
  await second.post(second.said.initialized())
  for (const again of [second.said.completed(), second.said.passed(), second.said.failed()])
    assert.equal((await second.post(again)).status, 403, again.verb.id)
})

const contradictions: [clause: string, name: 'passed' | 'failed' | 'completed', change: object][] =
  [
    ['9.3.4', 'passed', { success: true, score: { scaled: 0.5 }, duration: 'PT1S' }],
    ['9.3.5', 'failed', { success: false, score: { scaled: 0.9 }, duration: 'PT1S' }],
    ['9.5.1', 'passed', { success: true, score: { raw: 5 }, duration: 'PT1S' }],
    ['9.5.1', 'completed', { completion: true, score: { scaled: 1 }, duration: 'PT1S' }],
    ['9.5.1', 'failed', { success: false, score: { scaled: -0.5 }, duration: 'PT1S' }],
    ['9.5.1', 'passed', { success: true, score: { raw: 11, min: 0, max: 10 }, duration: 'PT1S' }],
    ['9.5.2', 'passed', { success: false, score: { scaled: 0.9 }, duration: 'PT1S' }],
    ['9.5.3', 'completed', { duration: 'PT1S' }],
    ['9.5.4.1', 'completed', { completion: true }],
  ]
for (const [clause, name, result] of contradictions)
  test(`“${name}” with ${JSON.stringify(result)} is refused (cmi5, ${clause})`, async () => {
    const { post, said } = await launch(await openCourse())
    await post(said.initialized())
    const answer = await post({ ...said[name](), result })

    assert.equal(answer.status, 403)
    assert.ok(answer.text.includes(clause), answer.text)
  })

test('a score beyond the bounds of xAPI and a field that it does not know are no statement (xAPI, part 2, 2.2)', async () => {
  const { post, said } = await launch(await openCourse())
  await post(said.initialized())
  const score = { success: true, score: { scaled: 7 }, duration: 'PT1S' }

  assert.equal((await post({ ...said.passed(), result: score })).status, 400)
  assert.equal((await post({ ...said.progressed(5), colour: 'blue' })).status, 400)
  assert.equal((await post('x'.repeat(5_000_000))).status, 413)
})

test('a statement with a foreign actor is refused, and what comes after it is kept (cmi5, 9.2)', async () => {
  const { post, said, actor } = await launch(await openCourse())
  const foreign = [
    { ...actor, account: { homePage: 'https://api.example', name: 'ada' } },
    { ...actor, account: { homePage: 'https://elsewhere.example', name: 'sam' } },
    { objectType: 'Agent', mbox: 'mailto:sam@example.com' },
    { objectType: 'Group', member: [actor] },
  ]

  for (const actor of foreign) {
    const refused = await post({ ...said.initialized(), actor })
    assert.deepEqual([refused.status, refused.text.includes('9.2')], [403, true], refused.text)
  }
  assert.equal((await post(said.initialized())).status, 200)
})

test('a verb is told by its whole address and the category, not by its last part (cmi5, 9.3)', async () => {
  const opened = await openCourse()
  const { post, said, statement } = await launch(opened)
  await post(said.initialized())
  const video = statement('https://w3id.org/xapi/video/verbs/initialized')

  assert.equal((await post(video)).status, 200)
  const strange = await post(statement('https://w3id.org/xapi/video/verbs/played', {}, 'cmi5'))
  assert.deepEqual([strange.status, strange.text.includes('9.3')], [403, true])
  assert.equal((await post(statement('voided'))).status, 403)
})

test('after the end nothing more is taken but what was on its way (cmi5, 9.3.8)', async () => {
  const opened = await openCourse()
  const { post, said } = await launch(opened)
  const late = said.progressed(30)
  await post(said.initialized(), said.terminated())
  assert.equal((await post(late)).status, 200)
  opened.time.now += 60 * second
  const over = await post({ ...said.progressed(31), timestamp: late.timestamp })

  assert.deepEqual([over.status, over.text.includes('9.3.8')], [403, true])
})

test('a launch abandons the session before it, which reports no more (cmi5, 9.3.6)', async () => {
  const opened = await openCourse()
  const first = await launch(opened)
  await first.post(first.said.initialized(), first.said.progressed(60))
  opened.time.now += 90 * second
  const next = await launch(opened)

  assert.equal((await first.post(first.said.progressed(70))).status, 403)
  const { statements } = JSON.parse(
    (await next.send('GET', '/statements?verb=https://w3id.org/xapi/adl/verbs/abandoned')).text,
  )
  assert.deepEqual(
    statements.map((one: { result: object }) => one.result),
    [{ duration: 'PT90.00S' }],
  )
  const kept = await enrolmentOf(opened)
  assert.deepEqual([kept.units[0].progress, kept.attempts], [60, 2])
})

test('a course that is done opens for review, in which nothing is judged (cmi5, 10.2.2)', async () => {
  const opened = await openCourse()
  const mona = await opened.signIn('mona')
  const { revision } = await enrolmentOf(opened)
  await mona.send('POST', `/enrolments/${opened.enrolmentId}/actions`, {
    ...{ body: { action: 'complete' }, headers: { 'if-match': `"${revision}"` } },
  })
  const { data, post, said } = await launch(opened)

  assert.equal(data.launchMode, 'Review')
  assert.equal((await post(said.initialized())).status, 200)
  assert.equal((await post(said.failed())).status, 403)
  assert.equal((await enrolmentOf(opened)).status, 'completed')
})

test('a course keeps its bookmark, and neither changes the launch’s data nor others’ (cmi5, 10.2.1)', async () => {
  const opened = await openCourse()
  const { send, activityId, actor, registration } = await launch(opened)
  const query = (stateId: string, agent: object = actor) =>
    `/activities/state?${new URLSearchParams({ activityId, agent: JSON.stringify(agent), registration, stateId })}`

  assert.equal((await send('PUT', query('bookmark'), { page: 3 })).status, 204)
  assert.equal((await send('POST', query('bookmark'), { zoom: 2 })).status, 204)
  assert.deepEqual(JSON.parse((await send('GET', query('bookmark'))).text), { page: 3, zoom: 2 })
  assert.equal((await send('PUT', query('LMS.LaunchData'), {})).status, 403)
  assert.equal((await send('DELETE', query('LMS.LaunchData'))).status, 403)
  const stranger = { account: { homePage: 'https://api.example', name: 'ada' } }
  assert.equal((await send('GET', query('bookmark', stranger))).status, 403)
  assert.equal((await send('DELETE', query('bookmark'))).status, 204)
  assert.equal((await send('GET', query('bookmark'))).status, 404)
})

test('a profile is replaced only by who has read it (xAPI, part 3, 3.1)', async () => {
  const opened = await openCourse()
  const { send, actor } = await launch(opened)
  const agent = JSON.stringify(actor)
  const path = `/agents/profile?${new URLSearchParams({ agent, profileId: 'cmi5LearnerPreferences' })}`
  assert.equal((await send('GET', path)).status, 404)
  const once = { 'if-none-match': '*' }
  assert.equal((await send('PUT', path, { languagePreference: 'de' }, once)).status, 204)
  assert.equal((await send('PUT', path, { languagePreference: 'ar' }, once)).status, 412)
  assert.equal((await send('PUT', path, { languagePreference: 'ar' })).status, 409)

  const etag = (await send('GET', path)).headers.get('etag')!
  assert.match(etag, /^"[0-9a-f]{40}"$/)
  const match = { 'if-match': etag }
  assert.equal((await send('PUT', path, { languagePreference: 'ar' }, match)).status, 204)
  assert.equal((await send('PUT', path, { languagePreference: 'fr' }, match)).status, 412)
})

test('every answer says its version, and a request without one is refused (xAPI, part 3, 3.3)', async () => {
  const { send } = await launch(await openCourse())
  const about = await send('GET', '/about')
  const silent = await send('GET', '/statements', undefined, { 'x-experience-api-version': '' })

  assert.deepEqual(JSON.parse(about.text), { version: ['1.0.3'] })
  assert.deepEqual([silent.status, silent.headers.get('x-experience-api-version')], [400, '1.0.3'])
})

test('a page of another origin may send what xAPI needs', async () => {
  const { app } = await openCourse()
  const asked = await app.fetch(
    new Request('https://api.example/xapi/statements', {
      method: 'OPTIONS',
      headers: {
        ...{ origin: 'https://courses.example', 'access-control-request-method': 'PUT' },
        'access-control-request-headers': 'authorization,x-experience-api-version',
      },
    }),
  )

  assert.equal(asked.status, 204)
  assert.match(asked.headers.get('access-control-allow-headers')!, /X-Experience-API-Version/)
  assert.match(asked.headers.get('access-control-allow-methods')!, /PUT/)
})

test('the progress that another system told stays when the course is opened here', () => {
  const course = aCourse({ units: [aUnit(), aUnit({ id: 'new' })] })
  const [unit] = freshUnits(course)
  const { registration: _, ...before } = anEnrolment({
    ...{ courseId: course.id, status: 'in_progress', progress: 80 },
    units: [{ ...unit!, status: 'in_progress', progress: 80 }],
  })

  const { units, progress } = registered(before, course, '2026-06-01T00:00:00.000Z')

  assert.deepEqual([units.map((one) => one.progress), progress], [[80, 0], 40])
})
