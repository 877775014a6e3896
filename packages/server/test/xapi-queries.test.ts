import assert from 'node:assert/strict'
import { test } from 'node:test'
import { launch, openCourse, verbs } from './cmi5-course.ts'

type Launched = Awaited<ReturnType<typeof launch>>
type Told = { id: string; verb: { id: string; display?: object }; actor: object }

/** A course that has said six things, and the means to ask for them. */
async function reported() {
  const opened = await openCourse()
  const launched = await launch(opened)
  const { said, post, statement } = launched
  const colleague = { objectType: 'Agent', name: 'Kim', mbox: 'mailto:kim@a.example' }
  const met = statement('interacted', {})
  Object.assign(met.context, { instructor: colleague })
  const about = statement('mentored', { object: { ...colleague, objectType: 'Agent' } })
  await post(said.initialized())
  opened.time.now += 60_000
  await post(met, about)
  return { ...opened, ...launched, colleague, met, about }
}

async function ask({ send }: Pick<Launched, 'send'>, query: Record<string, string>) {
  const answer = await send('GET', `/statements?${new URLSearchParams(query)}`)
  const { statements = [], more = '' } = answer.status === 200 ? JSON.parse(answer.text) : {}
  const told = statements as Told[]
  return { ...answer, more, told, said: told.map(({ verb }) => verb.id.split('/').at(-1)) }
}

test('statements are found by their agent, also where it is only related (xAPI, part 3, 2.1.3.s1)', async () => {
  const report = await reported()
  const agent = JSON.stringify({ mbox: 'mailto:kim@a.example' })

  assert.deepEqual((await ask(report, { agent })).said, ['mentored'])
  const related = await ask(report, { agent, related_agents: 'true', ascending: 'true' })
  assert.deepEqual(related.said, ['interacted', 'mentored'])
  const own = await ask(report, { agent: JSON.stringify(report.actor), ascending: 'true' })
  assert.deepEqual(own.said, ['launched', 'initialized', 'interacted', 'mentored'])
  const nobody = JSON.stringify({ account: { homePage: 'https://x.example', name: 'sam' } })
  assert.deepEqual((await ask(report, { agent: nobody })).said, [])
})

test('statements are found by verb, activity and registration (xAPI, part 3, 2.1.3.s1)', async () => {
  const report = await reported()
  const { activityId, registration } = report
  const publisher = 'https://publisher.example/one'

  assert.deepEqual((await ask(report, { verb: `${verbs}interacted` })).said, ['interacted'])
  assert.equal((await ask(report, { activity: activityId })).said.length, 3)
  assert.deepEqual((await ask(report, { activity: publisher })).said, [])
  const related = await ask(report, { activity: publisher, related_activities: 'true' })
  assert.equal(related.said.length, 4)
  assert.equal((await ask(report, { registration })).said.length, 4)
  const other = '6f1a0f6e-0000-4000-8000-000000000000'
  assert.deepEqual((await ask(report, { registration: other })).said, [])
})

test('statements stored after one instant and until another come in the order asked for, page by page (xAPI, part 3, 2.1.3.s1 and s2)', async () => {
  const report = await reported()
  const at = new Date(report.time.now).toISOString()

  assert.deepEqual((await ask(report, { since: at })).said, [])
  const before = new Date(report.time.now - 1).toISOString()
  assert.deepEqual((await ask(report, { since: before })).said, ['mentored', 'interacted'])
  assert.deepEqual((await ask(report, { until: before, ascending: 'true' })).said, [
    ...['launched', 'initialized'],
  ])
  const first = await ask(report, { limit: '3', ascending: 'true' })
  assert.deepEqual(first.said, ['launched', 'initialized', 'interacted'])
  const rest = await report.send('GET', first.more.replace('/xapi', ''))
  const { statements, more } = JSON.parse(rest.text)
  assert.deepEqual([statements.map(({ id }: Told) => id), more], [[report.about.id], ''])
  assert.equal((await ask(report, { limit: '0' })).said.length, 4)
})

test('a format says how much is told of activities and people (xAPI, part 3, 2.1.3.s1)', async () => {
  const report = await reported()
  const { met } = report
  const asked = async (format: string) =>
    JSON.parse(
      (await report.send('GET', `/statements?statementId=${met.id}&format=${format}`)).text,
    )
  const launched = (format: string) =>
    ask(report, { verb: `${verbs}launched`, format }).then(({ told }) => told[0]!.verb)

  assert.deepEqual((await asked('exact')).context.instructor, report.colleague)
  assert.deepEqual((await asked('ids')).context.instructor, {
    ...{ objectType: 'Agent', mbox: 'mailto:kim@a.example' },
  })
  assert.deepEqual(await launched('ids'), { id: `${verbs}launched` })
  assert.deepEqual(await launched('canonical'), {
    ...{ id: `${verbs}launched`, display: { en: 'launched' } },
  })
})

test('a query that the standard does not know is refused (xAPI, part 3, 2.1.3.b2 and 3.2)', async () => {
  const report = await reported()
  const { id } = report.met
  const faults: Record<string, string>[] = [
    ...[{ foo: '1' }, { limit: '-1' }, { limit: 'x' }, { ascending: 'yes' }, { format: 'full' }],
    ...[{ agent: 'sam' }, { agent: '{"x":1}' }, { since: 'newyear' }, { attachments: 'true' }],
    { statementId: id, voidedStatementId: id },
    { statementId: id, verb: `${verbs}interacted` },
  ]

  for (const query of faults)
    assert.equal((await ask(report, query)).status, 400, JSON.stringify(query))
  assert.equal((await ask(report, { statementId: id, format: 'ids' })).status, 200)
  assert.equal((await ask(report, { voidedStatementId: id })).status, 404)
})

test('a document comes back byte by byte, with its type and the hash of its bytes (xAPI, part 3, 2.2 and 3.1)', async () => {
  const opened = await openCourse()
  const { token, activityId, actor, registration, url } = await launch(opened)
  const state = (stateId: string) =>
    `${url.searchParams.get('endpoint')}/activities/state?${new URLSearchParams({
      ...{ activityId, agent: JSON.stringify(actor), registration, stateId },
    })}`
  const headers = { authorization: `Basic ${token}`, 'x-experience-api-version': '1.0.3' }
  const bodies = {
    image: Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0xff, 0xfe, 0x80),
    nul: new TextEncoder().encode('a\0b'),
    marked: new TextEncoder().encode('\ufeffü'),
    encoded: new TextEncoder().encode('data:;base64,AAAA'),
    empty: new Uint8Array(),
  }

  for (const [name, body] of Object.entries(bodies)) {
    const put = await opened.app.fetch(
      new Request(state(name), {
        ...{ method: 'PUT', headers: { ...headers, 'content-type': 'image/png' }, body },
      }),
    )
    assert.equal(put.status, 204, name)
    const got = await opened.app.fetch(new Request(state(name), { headers }))
    assert.deepEqual(new Uint8Array(await got.arrayBuffer()), body, name)
    const hash = new Uint8Array(await crypto.subtle.digest('SHA-1', body))
    assert.deepEqual(
      [got.headers.get('content-type'), got.headers.get('etag')],
      ['image/png', `"${Buffer.from(hash).toString('hex')}"`],
    )
  }
})
