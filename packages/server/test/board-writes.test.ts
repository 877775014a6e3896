import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Board } from '@prmkit/contract'
import { testApp } from './app.ts'
import { give } from '../src/routes/boards/give.ts'
import { aBoard, aPoint, aRule } from './board-records.ts'

const texts = { en: { title: 'Visits', unit: 'points' } }
const input = { texts, subject: 'partner', identity: 'named', periods: ['month', 'all'] }

async function open() {
  const app = await testApp()
  await app.store.write(async (tables) => {
    const rules = [aRule(), aRule({ id: 'visit' })]
    await tables.programme.putPointRules({ rules, lateDays: 31 })
    await tables.boards.put([aBoard({ id: 'filed', fromFile: true })])
    const points = [aPoint({ points: 7, rule: 'visit' }), aPoint({ points: 30 })]
    await give(tables, points, new Date().toISOString())
  })
  const [ada, mona] = [await app.signIn('ada'), await app.signIn('mona')]
  const ids = async (query = '', person = ada) =>
    (await person.send('GET', `/boards${query}`)).body.items.map(({ id }: { id: string }) => id)
  const act = (board: { id: string; revision: number }, action: string) =>
    mona.send('POST', `/boards/${board.id}/actions`, {
      ...{ body: { action }, headers: { 'If-Match': `"${board.revision}"` } },
    })
  const change = (board: { id: string; revision: number }, body: object) =>
    mona.send('PATCH', `/boards/${board.id}`, {
      ...{ body, headers: { 'If-Match': `"${board.revision}"` } },
    })
  const value = async (id: string) =>
    (await ada.send('GET', `/boards/${id}/mine?period=all`)).body.value
  return { ...app, ada, mona, ids, act, change, value }
}

test('a board begins as a draft for its vendor alone, counts from the first day, and can be retired', async () => {
  const { ada, mona, ids, act, value } = await open()

  const { status, body: draft } = await mona.send('POST', '/boards', { body: input })

  assert.deepEqual(
    [status, draft.status, draft.allowedActions],
    [201, 'draft', ['publish', 'retire']],
  )
  assert.ok(draft.editableFields.includes('/rules'))
  assert.deepEqual(await ids(), ['filed'])
  assert.deepEqual(await ids('?status=draft'), ['filed'])
  assert.deepEqual(await ids('?status=draft', mona), [draft.id])
  assert.equal((await ada.send('GET', `/boards/${draft.id}`)).status, 404)
  assert.equal((await mona.send('GET', `/boards/${draft.id}`)).status, 200)

  const published = (await act(draft, 'publish')).body
  assert.deepEqual(await ids(), ['filed', draft.id])
  assert.equal(await value(draft.id), 37)

  const retired = (await act(published, 'retire')).body
  assert.deepEqual([retired.status, await ids()], ['retired', ['filed']])
  assert.equal((await act(retired, 'restore')).body.status, 'published')
  assert.equal(await value(draft.id), 37)
})

test('a change of what counts adds the scores up anew, and says since when', async () => {
  const { mona, act, change, value, ada, time } = await open()
  const { body: draft } = await mona.send('POST', '/boards', { body: input })
  const { body: board } = await act(draft, 'publish')

  const renamed = (await change(board, { texts: { en: { title: 'Calls', unit: 'points' } } })).body
  assert.deepEqual([renamed.title, renamed.rulesSince], ['Calls', board.rulesSince])
  time.now += 1000
  const changed = (await change(renamed, { rules: ['visit'] })).body

  assert.ok(changed.rulesSince > board.rulesSince)
  const partners = (await ada.send('GET', `/boards/${board.id}`)).body
  assert.equal(partners.rulesSince, changed.rulesSince)
  assert.equal(await value(board.id), 7)
  assert.equal((await change(board, { rules: ['visit'] })).status, 412)
  const contest = {
    from: '2026-11-01',
    until: '2026-11-30',
    prizes: [{ from: 1, texts: { en: 'Cup' } }],
  }
  const withContest = (await change(changed, { contest })).body
  assert.deepEqual(withContest.prizes, [{ from: 1, to: 1, text: 'Cup' }])
  const same = (await change(withContest, { minCohort: 2 })).body
  assert.deepEqual(same.periods, withContest.periods)
  const ended = (await change(same, { contest: null })).body
  assert.equal(ended.prizes, undefined)
  assert.equal((await ada.send('PATCH', `/boards/${board.id}`, { body: {} })).status, 403)
})

test('a contest for ever goes on, and is shown as the contract says', async () => {
  const { mona } = await open()
  const contest = { from: '0001-01-01', until: '9999-12-31' }
  const { status, body } = await mona.send('POST', '/boards', { body: { ...input, contest } })

  assert.equal(status, 201)
  const [first] = Board.parse(body).periods
  assert.deepEqual([first?.id, first?.status], ['contest', 'running'])
})

test('a board that cannot be is refused with each fault and its pointer', async () => {
  const { mona } = await open()
  const faults = async (more: object) => {
    const { status, body } = await mona.send('POST', '/boards', { body: { ...input, ...more } })
    return [status, ...body.errors.map(({ pointer }: { pointer: string }) => pointer)]
  }

  assert.deepEqual(await faults({ subject: 'person' }), [422, '/identity'])
  assert.deepEqual(await faults({ periods: [] }), [422, '/periods'])
  assert.deepEqual(await faults({ rules: ['visit', 'vist'] }), [422, '/rules/1'])
  assert.deepEqual(await faults({ texts: { ...texts, fr: texts.en } }), [422, '/texts/fr'])
  const contest = {
    ...{ from: '2026-11-30', until: '2026-11-01' },
    prizes: [{ from: 3, to: 2, texts: { en: 'Cup' } }],
  }
  assert.deepEqual(await faults({ contest }), [422, '/contest/until', '/contest/prizes/0/to'])
  const prizes = [{ from: 1, to: 3 }, { from: 4 }, { from: 3, to: 5 }].map((ranks) => ({
    ...{ ...ranks, texts: { en: 'Cup' } },
  }))
  const twice = { from: '2026-11-01', until: '2026-11-30', prizes }
  assert.deepEqual(await faults({ contest: twice }), [422, '/contest/prizes/2/from'])
})

test('rows of another system make boards and change them, each with its own result', async () => {
  const { vendorBackend, ids, value, mona, time } = await open()
  const bulk = async (...rows: object[]) =>
    (await vendorBackend('POST', '/boards/bulk', { body: { rows } })).body.rows
  const results = (rows: { result: string }[]) => rows.map(({ result }) => result)

  const rows = await bulk(
    { key: 'a', ...input },
    { key: 'b', ...input, status: 'draft' },
    { key: 'c', ...input, rules: ['none'] },
    { key: 'a', ...input },
  )

  assert.deepEqual(results(rows), ['created', 'created', 'refused', 'refused'])
  assert.deepEqual([rows[2].errors[0].pointer, rows[3].errors[0].pointer], ['/rules/0', '/key'])
  assert.deepEqual((await ids()).toSorted(), [rows[0].id, 'filed'].toSorted())
  assert.deepEqual(results(await bulk({ key: 'a', ...input })), ['unchanged'])
  const since = async () => (await mona.send('GET', `/boards/${rows[0].id}`)).body.rulesSince
  const first = await since()
  time.now += 1000
  const renamed = { ...input, texts: { en: { title: 'Calls', unit: 'points' } } }
  assert.deepEqual(results(await bulk({ key: 'a', ...renamed })), ['changed'])
  assert.equal(await since(), first)
  const [changed] = await bulk({ key: 'a', ...input, rules: ['visit'] })
  assert.deepEqual([changed.result, changed.id], ['changed', rows[0].id])
  assert.equal(await value(rows[0].id), 7)
  assert.ok((await since()) > first)
  const refused = await mona.send('POST', '/boards/bulk', {
    body: { rows: [{ key: 'z', ...input }] },
  })
  assert.equal(refused.status, 403)
})

test('a draft is deleted; a board that was published or that a file describes is not', async () => {
  const { mona, act, ids } = await open()
  const remove = (board: { id: string; revision: number }) =>
    mona.send('DELETE', `/boards/${board.id}`, { headers: { 'If-Match': `"${board.revision}"` } })
  const { body: draft } = await mona.send('POST', '/boards', { body: input })
  const { body: other } = await mona.send('POST', '/boards', { body: input })
  const { body: published } = await act(other, 'publish')
  const { body: filed } = await mona.send('GET', '/boards/filed')

  assert.equal((await remove(draft)).status, 204)
  assert.deepEqual(await ids('?status=draft', mona), [])
  assert.equal((await remove(published)).body.code, 'state-conflict')
  assert.deepEqual([filed.allowedActions, filed.editableFields], [[], []])
  for (const answer of [await remove(filed), await act(filed, 'retire')]) {
    assert.equal(answer.body.code, 'state-conflict')
    assert.match(answer.body.detail, /boards\.yaml/)
  }
})
