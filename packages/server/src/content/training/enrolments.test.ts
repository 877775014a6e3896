import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { testApp } from '../../../test/app.ts'
import { memoryFiles } from '../../files/memory-files.ts'
import { memoryStore } from '../../store/memory/memory-store.ts'
import { importContent } from '../import.ts'
import { describe } from '../problems.ts'

const log = { info() {}, warn() {}, error() {} }
const head = 'key,user,course,path,assignedBy,startedAt,due,progress,completedAt,success,score\n'
const rows = {
  open: 'E1,U1,basics,start,U2,,2026-12-01,,,,\n',
  begun: 'E2,U2,basics,,,2026-11-20 09:00,2026-11-22,40,,,\n',
  old: 'E3,U1,service,,,,,,2024-10-01 10:00,passed,0.9\n',
  young: 'E4,U2,service,,,,,,2026-10-01 10:00,,0.8\n',
  failed: 'E5,U2,service,,,,,,2025-02-01 10:00,failed,0.3\n',
}

/** A folder with a small academy and these rows; brings it in, and tells what is in the store. */
function academy(t: TestContext) {
  const dir = mkdtempSync(join(tmpdir(), 'prmkit-enrolments-'))
  t.after(() => rmSync(dir, { recursive: true }))
  const store = memoryStore()
  const write = (path: string, text: string) => writeFileSync(join(dir, path), text)
  mkdirSync(join(dir, 'training'))
  write('vendor.yaml', 'name: Acme\ncurrencies: [EUR]\ndeals: false\ntimeZone: Europe/Berlin\n')
  write('partners.csv', 'key,name\nP1,North\n')
  write(
    'users.csv',
    `key,name,email,role,partners,access
U1,Uma,uma@north.example,partner_seller,P1,
U2,Ulf,ulf@north.example,partner_admin,P1,
V1,Vera,vera@acme.example,vendor_manager,,all
`,
  )
  write(
    'points.yaml',
    'rules:\n  - { id: done, event: enrolment.completed, points: 5, text: Done }\n',
  )
  write(
    'boards.yaml',
    'boards:\n  - { id: all, title: All, subject: partner, identity: named, periods: [year, all] }\n',
  )
  for (const name of ['basics', 'service'])
    write(`training/${name}.yaml`, `title: ${name}\nurl: https://academy.example/${name}\n`)
  write('training/paths.yaml', 'paths:\n  - { id: start, title: Start, courses: [basics] }\n')
  write(
    'training/certifications.yaml',
    'certifications:\n  - { id: expert, title: Expert, courses: [service], validityMonths: 12 }\n',
  )
  const bring = async (text: string) => {
    write('enrolments.csv', head + text)
    const clock = () => Date.parse('2026-11-23T10:00:00.000Z')
    const fileStore = memoryFiles()
    const { files, problems } = await importContent(store, dir, { log, fileStore, clock })
    const { file: _, ...counts } = files.find(({ file }) => file === 'enrolments.csv')!
    return { counts, problems: problems.map(describe) }
  }
  const of = async (key: string) => {
    const id = (await store.read.content.find('completions', [key])).get(key)?.id
    return id === undefined ? undefined : store.read.enrolments.get(id)
  }
  return { store, bring, of, write }
}

test('a file of another system brings courses to do, begun and done, and the awards for them', async (t) => {
  const { store, bring, of } = academy(t)
  const { counts, problems } = await bring(Object.values(rows).join(''))

  assert.deepEqual([counts, problems], [{ added: 5, changed: 0, unchanged: 0, bad: 0 }, []])
  const [open, begun, failed] = [await of('E1'), await of('E2'), await of('E5')]
  assert.deepEqual(
    [open?.status, open?.dueAt, open?.assignedBy?.name, open?.pathId !== undefined],
    ['assigned', '2026-12-01T22:59:59.999Z', 'Ulf', true],
  )
  assert.deepEqual([begun?.status, begun?.progress, begun?.attempts], ['in_progress', 40, 1])
  assert.deepEqual([failed?.status, failed?.score?.scaled], ['failed', 0.3])
  const { items } = await store.read.awards.list({}, { limit: 10 })
  assert.deepEqual(
    items.map(({ status, issuedAt, validUntil }) => [status, issuedAt, validUntil]),
    [
      ['expired', '2024-10-01T08:00:00.000Z', '2025-10-01T21:59:59.999Z'],
      ['active', '2026-10-01T08:00:00.000Z', '2027-10-01T21:59:59.999Z'],
    ],
  )
  // Ulf failed before he passed; the later of both tells how he stands, although its row came first.
  const { userId = '', courseId = '' } = failed ?? {}
  const [latest] = await store.read.enrolments.latest([userId], [courseId])
  assert.equal(latest?.status, 'completed')
})

test('a rule that comes later rewards courses and certificates of before, once', async (t) => {
  const { store, bring, write } = academy(t)
  await bring(rows.old + rows.young)
  const partner = (await store.read.content.find('partners', ['P1'])).get('P1')!.id
  const score = async (period: string) =>
    (await store.read.boards.standing({ boardId: 'all', period, group: '' }, partner))?.score
  const rule = (text: string) =>
    write(
      'points.yaml',
      `rules:\n  - { id: done, event: enrolment.completed, points: 5, text: Done }\n${text}`,
    )
  rule(`  - { id: late, event: enrolment.completed, points: 7, from: 2025-01-01, text: Late }
  - { id: holder, event: award.issued, points: 100, from: 2024-01-01, takenBackBy: [award.expired], text: Held }
`)
  for (let round = 0; round < 2; round++) {
    assert.deepEqual((await bring(rows.old + rows.young)).problems, [])
    assert.deepEqual(
      [await score('year:2024'), await score('year:2026'), await score('all')],
      [5, 5 + 7 + 100, 10 + 7 + 100],
    )
  }
  const day = (from: string) =>
    rule(`  - { id: more, event: award.extended, points: 1, from: ${from}, text: More }\n`)
  day('2026-11-22')
  assert.deepEqual((await bring(rows.old + rows.young)).problems, [
    'points.yaml:3: rules.1.from reaches back, but no record tells afterwards of “award.extended”. Leave it out, or write 2026-11-23.',
  ])
  day('2026-11-23')
  const gone = (id: string, points: number) =>
    `points.yaml: “${id}” is gone from the file. Its points stand: ${points} of 1 event. To take them back, list it again with “takeBack: the reason”.`
  assert.deepEqual((await bring(rows.old + rows.young)).problems, [
    gone('late', 7),
    gone('holder', 100),
  ])
})

test('points of a completion count in the year in which it was done, and nobody gets mail', async (t) => {
  const { store, bring } = academy(t)
  await bring(rows.old + rows.young)
  const partner = (await store.read.content.find('partners', ['P1'])).get('P1')!.id
  const score = async (period: string) =>
    (await store.read.boards.standing({ boardId: 'all', period, group: '' }, partner))?.score

  assert.deepEqual(
    [await score('year:2024'), await score('year:2026'), await score('all')],
    [...[5, 5, 10]],
  )
  const jobs = await store.read.work.list({}, { limit: 10 })
  assert.deepEqual(
    jobs.items.filter(({ kind }) => kind.startsWith('mail')),
    [],
  )
})

test('a file that comes again changes nothing, and a new word for a row changes its enrolment', async (t) => {
  const { bring, of, store } = academy(t)
  await bring(rows.open + rows.old)
  const before = await of('E1')
  const again = await bring(rows.open + rows.old)
  const done = 'E1,U1,basics,start,U2,,2026-12-01,,2026-11-22 10:00,passed,\n'
  const changed = await bring(done + rows.old)

  assert.deepEqual(again.counts, { added: 0, changed: 0, unchanged: 2, bad: 0 })
  assert.deepEqual(changed.counts, { added: 0, changed: 1, unchanged: 1, bad: 0 })
  const after = await of('E1')
  assert.deepEqual([after?.id, after?.status, after?.revision], [before?.id, 'completed', 2])
  assert.equal(await store.read.enrolments.count({}), 2)
})

test('a completion that comes by file and by API under one key is one, and the later word holds', async (t) => {
  const { store, bring, of } = academy(t)
  await bring(rows.open)
  const { vendorBackend } = await testApp({ store })
  const idOf = async (kind: string, key: string) =>
    (await store.read.content.find(kind, [key])).get(key)!.id
  const [userId, courseId] = [await idOf('users', 'U1'), await idOf('courses', 'service')]
  const send = async (scaled: number) => {
    const completedAt = '2026-10-01T08:00:00.000Z'
    const row = { key: 'E3', user: { id: userId }, courseId, completedAt, score: { scaled } }
    const { body } = await vendorBackend('POST', '/completions/bulk', { body: { rows: [row] } })
    return body.rows[0].result
  }
  const standing = async () => {
    const partner = await idOf('partners', 'P1')
    const sheet = { boardId: 'all', period: 'all', group: '' }
    const { items } = await store.read.enrolments.list({ courseIds: [courseId] }, { limit: 10 })
    return {
      scores: items.map(({ score }) => score?.scaled),
      points: (await store.read.boards.standing(sheet, partner))?.score,
      awards: await store.read.awards.count({ userIds: [userId] }),
    }
  }
  const csv = (score: string) => `E3,U1,service,,,,,,2026-10-01 10:00,passed,${score}\n`

  // First by API, then by file, then by API again: each under the other’s key.
  assert.equal(await send(0.7), 'created')
  const { id } = (await of('E3'))!
  assert.deepEqual(await standing(), { scores: [0.7], points: 5, awards: 1 })
  assert.equal((await bring(rows.open + csv('0.8'))).counts.changed, 1)
  assert.equal((await of('E3'))?.id, id)
  assert.deepEqual(await standing(), { scores: [0.8], points: 5, awards: 1 })
  assert.equal(await send(0.9), 'changed')
  assert.equal(await send(0.9), 'unchanged')
  assert.deepEqual(await standing(), { scores: [0.9], points: 5, awards: 1 })

  // The same file says nothing new, nor one of an earlier completion; its own date can be put right.
  const file = rows.open + csv('0.8')
  assert.equal((await bring(file)).counts.unchanged, 2)
  assert.equal((await bring(file.replace('2026-10-01', '2026-09-01'))).counts.unchanged, 2)
  assert.deepEqual(await standing(), { scores: [0.9], points: 5, awards: 1 })
  assert.equal((await bring(file.replace('2026-10-01', '2026-10-05'))).counts.changed, 1)
  assert.equal((await bring(file.replace('2026-10-01', '2026-10-03'))).counts.changed, 1)
  assert.equal(await send(0.9), 'unchanged')
  assert.deepEqual(await standing(), { scores: [0.8], points: 5, awards: 1 })
})

test('a row that cannot be used is told with its line and column, and the rest goes in', async (t) => {
  const { bring } = academy(t)
  const { counts, problems } = await bring(
    `${rows.open}E6,V1,basics,,,,,,,,
E7,U1,basic,,,,,,,,
E8,U1,basics,,,,,,2027-01-01 10:00,,85
E9,U1,basics,,,,,,,passed,
`,
  )

  assert.deepEqual(counts, { added: 1, changed: 0, unchanged: 0, bad: 4 })
  assert.deepEqual(problems, [
    'enrolments.csv:3, column user: This is no active user of a partner.',
    'enrolments.csv:4, column course: “basic” is not the key of a row in courses that could be used.',
    'enrolments.csv:5, column completedAt: The instant is still to come.',
    'enrolments.csv:5, column score: The score is not from 0 to 1. Write 0.85 for 85 %.',
    'enrolments.csv:6, column success: It needs completedAt, too.',
  ])
})

test('rules that enrol come from a file, and a fault leaves those of before', async (t) => {
  const { bring, write, store } = academy(t)
  const rule = '  - { id: one, path: start, dueDays: 30, audience: { roles: [partner_seller] } }\n'
  write('enrolments.yaml', `rules:\n${rule}`)
  assert.deepEqual((await bring('')).problems, [])
  const kept = await store.read.programme.enrolmentRules()
  assert.deepEqual(
    kept.map(({ id, dueDays, pathId }) => [id, dueDays, pathId !== undefined]),
    [['one', 30, true]],
  )
  const asked = await store.read.work.list({ kind: 'enrol-by-rules' }, { limit: 10 })
  assert.equal(asked.items.length, 1)

  write(
    'enrolments.yaml',
    `rules:
${rule}  - { id: one, course: basic }
  - { id: two, course: basics, path: start }
  - { id: three, course: basics, audience: { tiers: [Gild] }, dueDays: -1 }
`,
  )
  const shape = await bring('')
  write('enrolments.yaml', `rules:\n${rule}  - { id: one, course: basic }\n  - { id: two }\n`)
  const meaning = await bring('')

  assert.deepEqual(shape.problems, ['enrolments.yaml:5: rules.3.dueDays is wrong: Invalid input.'])
  assert.deepEqual(meaning.problems, [
    'enrolments.yaml:3: rules.1.id “one” is the name of another one.',
    'enrolments.yaml:3: rules.1.course “basic” is the key of no course.',
    'enrolments.yaml:4: rules.2 names a “course” or a “path”, and only one of both.',
  ])
  assert.deepEqual(await store.read.programme.enrolmentRules(), kept)
})
