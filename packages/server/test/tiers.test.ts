import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { importContent } from '../src/content/import.ts'
import { award as reward } from '../src/routes/boards/award.ts'
import { give } from '../src/routes/boards/give.ts'
import type { Tables } from '../src/store/store.ts'
import { testApp, type Person, type TestApp } from './app.ts'
import { aBoard, aPoint, aRule, threeTiers } from './board-records.ts'
import { anAward, aCertification } from './training-records.ts'

const day = 86_400_000

/** The app with three tiers; Südlicht (`south`) is Silver. */
async function open() {
  const app = await testApp()
  await app.store.write(async (tables) => {
    await tables.programme.putPointRules({ rules: [aRule()], lateDays: 31 })
    await tables.programme.putTiers(threeTiers)
    const [south] = await tables.partners.many(['south'])
    await tables.partners.put([{ ...south!, tier: 'Silver' }])
  })
  return app
}

const earn = (app: TestApp, points: number) => {
  const now = new Date(app.time.now).toISOString()
  return app.store.write((tables) =>
    give(tables, [aPoint({ partnerId: 'south', points, at: now, createdAt: now })], now),
  )
}
const mineOf = async (person: Person) => (await person.send('GET', '/tiers/mine')).body
const set = (person: Person, tier: string, revision: number) =>
  person.send('POST', '/partners/south/tier', {
    body: { tier, reason: { code: 'merit', text: 'Ten years together' } },
    headers: { 'if-match': `"${revision}"` },
  })

test('a partner sees its tier, what is missing until when, and the next one beside it', async () => {
  const app = await open()
  await earn(app, 120)
  const mine = await mineOf(await app.signIn('sol'))

  assert.deepEqual(
    [mine.tier.id, mine.tier.position, mine.tier.benefits],
    ['Silver', 2, ['Benefit of Silver']],
  )
  const { metric, current, missing, dueAt, minimum } = mine.requirements[0]
  assert.deepEqual([metric, minimum, current, missing], ['points', 100, 120, 0])
  assert.equal(dueAt, '2026-12-31T22:59:59.999Z')
  assert.equal(mine.next.tier.id, 'Gold')
  assert.equal(mine.next.requirements[0].missing, 380)
  assert.deepEqual(mine.allowedActions, [])
})

test('an edited programme looks at every partner at once, with history and news', async (t) => {
  const app = await open()
  await earn(app, 120)
  await app.app.tick()
  const dir = await mkdtemp(join(tmpdir(), 'prmkit-tiers-'))
  t.after(() => rm(dir, { recursive: true }))
  const bring = async (tiers: string) => {
    await writeFile(join(dir, 'tiers.yaml'), `review: year\ntiers:\n${tiers}`)
    app.time.now += 5000
    const clock = () => app.time.now
    const log = { info() {}, warn() {}, error() {} }
    const { problems } = await importContent(app.store, dir, { log, clock })
    assert.deepEqual(problems, [])
    await app.app.tick()
  }
  const tier = (id: string, minimum: number) =>
    `  - { id: ${id}, name: ${id}, requirements: [{ id: p, text: Points, metric: points, minimum: ${minimum} }] }\n`
  const lowest = '  - { id: Registered, name: Registered }\n'
  const sol = await app.signIn('sol')
  const seen = async () => {
    const { body } = await sol.send('GET', '/tier-changes')
    const { to, reason } = body.items[0] ?? {}
    return [(await mineOf(sol)).tier.id, to, reason?.code, body.items.length]
  }

  await bring(lowest + tier('Silver', 50) + tier('Gold', 110))
  assert.deepEqual(await seen(), ['Gold', 'Gold', 'requirements-met', 1])
  const { body } = await sol.send('GET', '/announcements')
  assert.match(JSON.stringify(body.items), /Your tier is now Gold/)
  // Higher requirements wait for the review; a tier that is gone does not.
  await bring(lowest + tier('Silver', 50) + tier('Gold', 900))
  assert.deepEqual((await seen()).slice(0, 2), ['Gold', 'Gold'])
  await bring(lowest + tier('Silver', 50))
  assert.deepEqual(await seen(), ['Silver', 'Silver', 'programme-changed', 2])
  const place = await app.store.read.events.end()
  await bring(lowest + tier('Silver', 50))
  const { events } = (await app.store.read.events.after(place, 100))!
  assert.deepEqual(
    events.filter(({ resource }) => resource === 'tiers'),
    [],
  )
})

test('a requirement whose window has no end is to be met until the review', async () => {
  const app = await open()
  await app.store.write(({ programme }) => {
    const tiers = threeTiers.tiers.map((tier) => ({
      ...tier,
      requirements: tier.requirements.flatMap((one) => [
        { ...one, id: 'rolling', window: 'twelve_months' as const },
        { ...one, id: 'ever', window: 'all' as const },
        { ...one, id: 'certified', metric: 'certificates' as const },
        { ...one, id: 'month', window: 'month' as const },
      ]),
    }))
    return programme.putTiers({ ...threeTiers, tiers })
  })
  const { requirements, next, reviewAt } = await mineOf(await app.signIn('sol'))
  const ends = [reviewAt, reviewAt, reviewAt, '2026-11-30T22:59:59.999Z']

  for (const shown of [requirements, next.requirements])
    assert.deepEqual(
      shown.map(({ dueAt }: { dueAt: string }) => dueAt),
      ends,
    )
})

test('who meets a higher tier gets it, with an event, news and a line of history', async () => {
  const app = await open()
  await earn(app, 500)
  await app.app.tick()
  const sol = await app.signIn('sol')
  const mine = await mineOf(sol)

  assert.equal(mine.tier.id, 'Gold')
  assert.equal((await app.store.read.partners.get('south'))?.tier, 'Gold')
  const { items } = (await sol.send('GET', '/tier-changes')).body
  assert.deepEqual(
    items.map(({ from, to, reason, actor }: never) => [
      from,
      to,
      (reason as { code: string }).code,
      (actor as { side: string }).side,
    ]),
    [['Silver', 'Gold', 'requirements-met', 'system']],
  )
  const news = (await sol.send('GET', '/announcements')).body.items
  assert.equal(news[0].title, 'Your tier is now Gold')
  const ada = await app.signIn('ada')
  assert.deepEqual((await ada.send('GET', '/announcements')).body.items, [])
  assert.deepEqual((await ada.send('GET', '/tier-changes')).body.items, [])
  const slice = await app.store.read.events.after(undefined, 1000)
  const told = slice!.events.find(({ type }) => type === 'tiers.changed')
  assert.deepEqual([told?.resourceId, told?.partnerIds], ['south', ['south']])
  assert.ok(app.store.auditTrail.some(({ action }) => action === 'tier.changed'))
  await app.app.tick()
  assert.equal((await sol.send('GET', '/tier-changes')).body.items.length, 1)
})

test('news of a tier come in the vendor’s main language, however a database orders languages', async () => {
  const app = await open()
  await app.store.write(async ({ programme }) => {
    const settings = await programme.settings()
    const discovery = Object.fromEntries(Object.entries(settings.discovery).toSorted())
    await programme.putSettings({ ...settings, discovery })
  })
  await earn(app, 500)
  await app.app.tick()
  const { items } = (await (await app.signIn('sol')).send('GET', '/announcements')).body

  assert.deepEqual([items[0].language, items[0].title], ['en', 'Your tier is now Gold'])
})

const toldOf = async (app: TestApp) => {
  const slice = await app.store.read.events.after(undefined, 1000)
  return slice!.events.filter(({ type }) => type === 'tiers.changed')
}

test('points that leave the tier as it is are told of once a second, the last ones in the end', async () => {
  const app = await open()
  for (let round = 0; round < 3; round++) {
    await earn(app, 20)
    await app.app.tick()
  }
  assert.deepEqual(
    (await toldOf(app)).map(({ resourceId, partnerIds }) => [resourceId, partnerIds]),
    [['south', ['south']]],
  )
  const { revision } = await mineOf(await app.signIn('sol'))
  app.time.now += 1000
  await app.app.tick()
  app.time.now += 1000
  await app.app.tick()

  assert.equal((await toldOf(app)).length, 2)
  assert.equal((await mineOf(await app.signIn('sol'))).revision, revision)
})

test('a grace that begins is told by an event and by news with its last day', async () => {
  const app = await open()
  await earn(app, 60)
  await app.app.tick()
  app.time.now = Date.parse('2027-01-01T12:00:00.000Z')
  await app.app.tick()
  await app.app.tick()

  assert.deepEqual(
    (await toldOf(app)).flatMap(({ at, resourceId }) =>
      resourceId === 'south' && at > '2027' ? [at] : [],
    ),
    ['2027-01-01T12:00:00.000Z'],
  )
  const sol = await app.signIn('sol')
  const news = (await sol.send('GET', '/announcements')).body.items
  assert.deepEqual(
    news.map(({ title }: { title: string }) => title),
    ['Your tier Silver is at risk'],
  )
  const { body } = await sol.send('GET', `/announcements/${news[0].id}`)
  assert.match(JSON.stringify(body), /meets them by .*2027/)
  assert.deepEqual((await sol.send('GET', '/tier-changes')).body.items, [])
})

test('who misses the own tier at the review has a grace, which can still be used', async () => {
  const app = await open()
  await earn(app, 60)
  await app.app.tick()
  app.time.now = Date.parse('2027-01-01T12:00:00.000Z')
  await app.app.tick()
  const warned = await mineOf(await app.signIn('sol'))
  assert.equal(warned.tier.id, 'Silver')
  assert.equal(warned.graceUntil, '2027-01-30T22:59:59.999Z')
  assert.deepEqual(
    [warned.requirements[0].current, warned.requirements[0].missing],
    [60, 40],
    'the window that was missed goes on',
  )
  await earn(app, 40)
  await app.app.tick()
  const safe = await mineOf(await app.signIn('sol'))

  assert.equal(safe.tier.id, 'Silver')
  assert.equal(safe.graceUntil, undefined)
  assert.equal(safe.reviewAt, '2027-12-31T22:59:59.999Z')
})

test('who earns nothing is looked at as well, and falls after its grace', async () => {
  const app = await open()
  await app.app.tick()
  app.time.now += day
  await app.app.tick()
  const before = await mineOf(await app.signIn('sol'))
  assert.equal(Date.parse(before.since), app.time.now - day)
  app.time.now = Date.parse('2027-01-01T12:00:00.000Z')
  await app.app.tick()
  const warned = await mineOf(await app.signIn('sol'))
  assert.deepEqual([warned.tier.id, warned.since], ['Silver', before.since])
  assert.equal(warned.graceUntil, '2027-01-30T22:59:59.999Z')
  app.time.now = Date.parse('2027-02-01T12:00:00.000Z')
  await app.app.tick()

  assert.equal((await mineOf(await app.signIn('sol'))).tier.id, 'Registered')
})

test('after the grace the highest tier follows that is met, and never less than the lowest', async () => {
  const app = await open()
  await earn(app, 60)
  await app.app.tick()
  app.time.now = Date.parse('2027-01-01T12:00:00.000Z')
  await app.app.tick()
  app.time.now = Date.parse('2027-01-30T22:59:59.999Z')
  await app.app.tick()
  assert.equal((await mineOf(await app.signIn('sol'))).tier.id, 'Silver')
  app.time.now += 2
  await app.app.tick()

  const sol = await app.signIn('sol')
  assert.equal((await mineOf(sol)).tier.id, 'Registered')
  const [change] = (await sol.send('GET', '/tier-changes')).body.items
  assert.equal(change.reason.code, 'requirements-missed')
})

test('the vendor sets a tier by hand with a reason, and it holds until the review', async () => {
  const app = await open()
  const mona = await app.signIn('mona')
  await earn(app, 600)
  // The points raise the tier at a moment of their own; the vendor comes after it.
  await app.app.tick()
  app.time.now += 1
  const before = await mona.send('GET', '/partners/south/tier')
  assert.deepEqual(before.body.allowedActions, ['set'])
  const { status, body } = await set(mona, 'Registered', before.body.revision)
  assert.equal(status, 200, JSON.stringify(body))
  await app.app.tick()
  const sol = await app.signIn('sol')
  const mine = await mineOf(sol)

  assert.deepEqual([mine.tier.id, mine.byHand], ['Registered', true])
  const [change] = (await sol.send('GET', '/tier-changes')).body.items
  assert.deepEqual([change.actor.name, change.reason.text], ['Mona Manager', 'Ten years together'])
  assert.equal((await set(mona, 'Gold', before.body.revision)).body.code, 'revision-stale')
  assert.equal((await set(mona, 'Diamond', body.revision)).body.errors[0].pointer, '/tier')
  assert.equal((await set(sol, 'Gold', body.revision)).status, 403)
  assert.equal((await sol.send('GET', '/partners/south/tier')).status, 403)
  app.time.now = Date.parse('2027-01-01T12:00:00.000Z')
  await earn(app, 600)
  await app.app.tick()
  assert.equal((await mineOf(await app.signIn('sol'))).tier.id, 'Gold')
})

test('setting the tier that a partner has keeps it by hand: no change, no news', async () => {
  const app = await open()
  await app.app.tick()
  app.time.now = Date.parse('2027-01-01T12:00:00.000Z')
  await app.app.tick()
  const sol = await app.signIn('sol')
  const warned = await mineOf(sol)
  assert.ok(warned.graceUntil)
  const news = async () => (await sol.send('GET', '/announcements')).body.items.length
  const before = await news()
  const manager = await app.signIn('mona')
  const kept = (await set(manager, 'Silver', warned.revision)).body

  assert.deepEqual(
    [kept.tier.id, kept.since, kept.byHand, kept.graceUntil, kept.revision],
    ['Silver', warned.since, true, undefined, warned.revision + 1],
  )
  assert.deepEqual((await sol.send('GET', '/tier-changes')).body.items, [])
  assert.equal(await news(), before)
  assert.equal((await toldOf(app)).at(-1)?.revision, kept.revision)
  assert.ok(app.store.auditTrail.some(({ action }) => action === 'tier.kept'))
  const again = (await set(manager, 'Silver', kept.revision)).body
  assert.equal(again.revision, kept.revision)
})

test('a manager with a portfolio knows no tier of another partner', async () => {
  const app = await open()
  const paul = await app.signIn('paul')

  assert.equal((await paul.send('GET', '/partners/south/tier')).status, 200)
  assert.equal((await paul.send('GET', '/partners/north/tier')).status, 404)
  assert.deepEqual((await paul.send('GET', '/tier-changes?partnerId=north')).body.items, [])
})

test('a partner that rises takes its points along, and boards that are over stay', async () => {
  const app = await open()
  const board = aBoard({ id: 'peers', scope: 'tier', periods: ['month'] })
  await app.store.write(({ boards }) => boards.put([board]))
  const entries = async (group: string, period: string) =>
    (
      await app.store.read.boards.entries(
        { boardId: 'peers', group, period },
        { above: 0, below: 10 },
      )
    ).map(({ score }) => score)
  await earn(app, 70)
  app.time.now += 30 * day
  await earn(app, 500)
  await app.app.tick()

  assert.equal((await mineOf(await app.signIn('sol'))).tier.id, 'Gold')
  assert.deepEqual(await entries('Silver', 'month:2026-11'), [70])
  assert.deepEqual(await entries('Silver', 'month:2026-12'), [])
  assert.deepEqual(await entries('Gold', 'month:2026-12'), [500])
})

test('certificates lift a tier as they are issued, and are missing by their names', async () => {
  const app = await open()
  const requirement = {
    ...{ id: 'certified', texts: { en: 'Certified people' }, metric: 'certificates' as const },
    ...{ certifications: ['leak', 'pump'], minimum: 2, window: 'year' as const },
  }
  await app.store.write(async (tables) => {
    const [registered, silver, gold] = threeTiers.tiers
    const tiers = [registered!, silver!, { ...gold!, requirements: [requirement] }]
    await tables.programme.putTiers({ ...threeTiers, tiers })
    const rules = [aRule({ id: 'certified', event: 'award.issued', points: 40 })]
    await tables.programme.putPointRules({ rules, lateDays: 31 })
    await tables.boards.put([aBoard({ id: 'b', subject: 'person', rules: ['certified'] })])
    for (const [key, title] of Object.entries({ leak: 'Leaks', pump: 'Pumps' })) {
      const texts = { en: { title, description: '' } }
      await tables.certifications.put([aCertification({ id: `c-${key}`, texts })])
      await tables.content.put('certifications', [{ key, id: `c-${key}`, hash: key }])
    }
    await earnCertificate(tables, app, 'c-leak', 'sol')
  })
  const sol = await app.signIn('sol')
  const [before] = (await mineOf(sol)).next.requirements

  assert.deepEqual(
    [before.metric, before.current, before.missing, before.names],
    ['certificates', 1, 1, ['Pumps']],
  )
  assert.equal((await sol.send('GET', '/boards/b/mine')).body.value, 40)
  await app.store.write((tables) => earnCertificate(tables, app, 'c-pump', 'zoe'))
  await app.app.tick()
  assert.equal((await mineOf(sol)).tier.id, 'Gold')
})

/** Gives somebody of the partner a certificate, in the way in which the server does. */
async function earnCertificate(
  tables: Tables,
  app: TestApp,
  certificationId: string,
  userId: string,
) {
  const now = new Date(app.time.now).toISOString()
  const award = anAward({ certificationId, userId, partnerId: 'south', issuedAt: now })
  await tables.awards.put([award])
  const deed = {
    ...{ type: 'award.issued', resource: 'awards', record: award, at: now },
    owned: { partnerIds: ['south'], ownerUserId: userId },
  }
  await reward(tables, [deed], now)
}
