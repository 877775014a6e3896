import assert from 'node:assert/strict'
import { join } from 'node:path'
import test from 'node:test'
import { dealStatuses } from '@prmkit/contract/rules'
import { createApp, memoryFiles, memoryStore } from '@prmkit/server'
import { importContent } from '@prmkit/server/node'

const log = { info() {}, warn() {}, error() {} }
const dir = join(import.meta.dirname, 'content')

test('the sample content goes in without a word, on any day', async () => {
  for (const today of ['2026-03-29', '2027-12-31']) {
    const store = memoryStore()
    const clock = () => Date.parse(`${today}T06:00:00.000Z`)

    const { files, problems } = await importContent(store, dir, {
      log,
      clock,
      fileStore: memoryFiles(),
    })

    assert.deepEqual(problems, [])
    const added = Object.fromEntries(files.map(({ file, added: count }) => [file, count]))
    assert.deepEqual(
      [added['partners.csv'], added['products.csv'], added['deals.csv']],
      [40, 25, 300],
    )
    assert.equal(added['announcements/*.md'], 5)
    assert.equal(added['assets/**'], 79)
    assert.equal(added['board-choices.csv'], 79)
    // 30 courses, 5 classes, 6 paths and 8 certifications.
    assert.equal(added['training/**'], 49)
    assert.equal(added['enrolments.csv'], 34)
    await hasLearners(store, new Date(clock()).toISOString())
  }
})

/** The partner of the demo is in courses of every state, and holds certificates of every one. */
async function hasLearners({ read }: ReturnType<typeof memoryStore>, now: string): Promise<void> {
  const claudia = await read.users.byEmail('claudia.brueckner@rheinblick-automation.example')
  const team = { partnerIds: claudia!.partnerIds }
  const states = ['assigned', 'completed', 'failed', 'in_progress']
  for (const whose of [team, { userIds: [claudia!.id] }]) {
    const found = await read.enrolments.statuses(whose)
    assert.deepEqual(found.map(({ value }) => value).toSorted(), states)
  }
  assert.equal(await read.enrolments.count({ ...team, overdue: { now, isOverdue: true } }), 4)
  const { items: awards } = await read.awards.list(team, { limit: 100 })
  assert.deepEqual([...new Set(awards.map(({ status }) => status))].toSorted(), [
    'active',
    'expired',
  ])
  // Claudia’s of two years ago can be renewed now.
  const soon = new Date(Date.parse(now) + 60 * 86_400_000).toISOString()
  const ends = awards.filter(({ userId }) => userId === claudia!.id)
  assert.deepEqual(
    ends.map(({ validUntil = '' }) => validUntil > now && validUntil < soon),
    [true, false],
  )
}

test('the sample deals are in every status and none is from the future, early in the day', async () => {
  const store = memoryStore()
  // Five past midnight where the vendor is.
  const now = '2026-06-30T22:05:00.000Z'
  await importContent(store, dir, { log, clock: () => Date.parse(now) })
  const partners = await store.read.partners.list({ scope: { kind: 'all' } }, { limit: 100 })
  const seen = new Set<string>()
  for (const { id } of partners.items) {
    const scope = { kind: 'partner', partnerId: id } as const
    const { items } = await store.read.deals.list({ scope }, 'created_desc', { limit: 100 })
    for (const deal of items) {
      seen.add(deal.status)
      const past = [deal.createdAt, deal.updatedAt, deal.submittedAt, deal.closure?.closedAt]
      assert.ok(
        past.every((instant) => instant === undefined || instant <= now),
        `${deal.number}: ${past.join(' ')}`,
      )
      if (deal.status === 'approved')
        assert.ok((deal.protection?.expiresAt ?? '') > now, `${deal.number} is protected`)
    }
  }
  assert.deepEqual([...seen].toSorted(), [...dealStatuses].toSorted())
})

test('the sample deals fill the boards, and change no tier by themselves', async () => {
  const store = memoryStore()
  const clock = () => Date.parse('2026-06-30T10:00:00.000Z')
  await importContent(store, dir, { log, clock, fileStore: memoryFiles() })
  const app = createApp({ store, fileStore: memoryFiles(), apiKeys: ['sk_of_a_test'], clock })
  await app.tick()
  app.close()

  const boards = await store.read.boards.all()
  assert.deepEqual(
    boards.map(({ id }) => id),
    ['sellers', 'partners', 'leak-hunt'],
  )
  const sheet = { boardId: 'sellers', period: 'all', group: '' }
  assert.ok((await store.read.boards.size(sheet, { minCohort: 1, audience: {} })).entries > 20)
  assert.deepEqual(await store.read.boards.groups('partners', 'all'), [
    ...['Gold', 'Registered', 'Silver'],
  ])
  const contest = { boardId: 'leak-hunt', period: 'contest', group: '' }
  assert.ok((await store.read.boards.entries(contest, { above: 0, below: 10 })).length > 2)
  // A page of real life: people with their names, people who hide, ties, and others than a month ago.
  const best = await store.read.boards.entries(sheet, { above: 0, below: 25 })
  const ranks = best.map(({ above }) => above)
  const shown = best.filter(({ visible }) => visible)
  assert.ok(shown.length >= 10 && shown.length < best.length, `${shown.length} are shown`)
  assert.ok(new Set(ranks).size < ranks.length, 'some share a rank')
  const [month, before] = await Promise.all(
    ['month:2026-06', 'month:2026-05'].map((period) =>
      store.read.boards.places(
        { ...sheet, period },
        best.map(({ subject }) => subject),
      ),
    ),
  )
  const moved = [...month!].filter(([subject, { above }]) => {
    const past = before!.get(subject)
    return past && past.above !== above
  })
  assert.ok(moved.length > 0, 'some have another rank than in the month before')
  assert.deepEqual((await store.read.tiers.changes({}, { limit: 10 })).items, [])
})

test('a course that is done and a certificate that is earned give points, in the reader’s language', async () => {
  const store = memoryStore()
  const clock = () => Date.parse('2026-06-30T10:00:00.000Z')
  await importContent(store, dir, { log, clock, fileStore: memoryFiles() })
  const app = createApp({ store, fileStore: memoryFiles(), apiKeys: ['sk_of_a_test'], clock })
  await app.tick()
  const send = async (path: string, token: string, init: { body?: object; language?: string }) => {
    const response = await app.fetch(
      new Request(`https://api.example/v1${path}`, {
        method: init.body ? 'POST' : 'GET',
        headers: {
          ...{ authorization: `Bearer ${token}`, 'content-type': 'application/json' },
          ...{ 'accept-language': init.language ?? 'en', 'idempotency-key': crypto.randomUUID() },
        },
        ...(init.body && { body: JSON.stringify(init.body) }),
      }),
    )
    const text = await response.text()
    assert.ok(response.ok, text)
    return JSON.parse(text)
  }
  const user = await store.read.users.byEmail('claudia.brueckner@rheinblick-automation.example')
  const session = { user: { id: user!.id }, partnerId: user!.partnerIds[0] }
  const { token } = await send('/sessions', 'sk_of_a_test', { body: session })
  const points = async (language?: string): Promise<[string, number][]> => {
    const options = language === undefined ? {} : { language }
    const { items } = await send('/boards/sellers/points?period=all&limit=100', token, options)
    return items.map(({ text, points: given }: { text: string; points: number }) => [text, given])
  }
  const value = async () => (await send('/boards/sellers/mine?period=all', token, {})).value
  const before = await value()

  const ids = await store.read.content.find('courses', ['start/welcome', 'start/code'])
  const rows = ['start/welcome', 'start/code'].map((key) => ({
    ...{ key: `own-${key}`, user: { id: user!.id }, courseId: ids.get(key)!.id },
    ...{ completedAt: '2026-06-29T10:00:00.000Z', score: { scaled: 1 } },
  }))
  await send('/completions/bulk', 'sk_of_a_test', { body: { rows } })
  await app.tick()

  assert.equal(await value(), before + 2 * 5 + 40)
  for (const [language, course, certificate] of [
    ['en', '5 points for a completed course', '40 points for a certificate'],
    ['de', '5 Punkte für einen abgeschlossenen Kurs', '40 Punkte für ein Zertifikat'],
    ['ar', '5 نقاط لكل دورة مكتملة', '40 نقطة لكل شهادة'],
  ] as const) {
    // The newest are these three and a course of the sample that was completed today.
    assert.deepEqual(
      new Map((await points(language)).slice(0, 4)),
      new Map([
        [course, 5],
        [certificate, 40],
      ]),
    )
  }
  app.close()
})
