import assert from 'node:assert/strict'
import { test } from 'node:test'
import { act, register, testApp, type Person } from './app.ts'

/** Numbers that look random and are the same in every run. */
function dice(seed: number) {
  let state = seed
  return (sides: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * sides)
  }
}

interface Known {
  id: string
  owner: string
  partners: string[]
  draft: boolean
}

/** The records that each user may see, said once more in other words than the server’s. */
const maySee: Record<string, (deal: Known) => boolean> = {
  ada: ({ partners }) => partners.includes('north'),
  sam: ({ owner, partners }) => owner === 'sam' && partners.includes('north'),
  cleo: ({ partners }) => partners.includes('north'),
  sol: ({ partners }) => partners.includes('south'),
  hubert: ({ partners }) => partners.includes('hub'),
  mona: ({ draft }) => !draft,
  paul: ({ draft, partners }) => !draft && partners.includes('south'),
}

async function populate(people: Record<string, Person>): Promise<Known[]> {
  const roll = dice(7)
  const known: Known[] = []
  for (let number = 0; number < 30; number++) {
    const owner = ['ada', 'sam', 'cleo', 'sol', 'hubert'][roll(5)]!
    const own = { ada: 'north', sam: 'north', cleo: 'north', sol: 'south', hubert: 'hub' }[owner]!
    const draft = roll(3) === 0
    const withHub = own === 'north' && roll(2) === 0
    const deal = await register(people[owner]!, {
      ...(draft && { status: 'draft' }),
      ...(withHub && { distributorId: 'hub' }),
      stage: ['prospect', 'qualified'][roll(2)],
    })
    const partners = [own, ...(withHub && !draft ? ['hub'] : [])]
    known.push({ id: deal.id, owner, partners, draft })
  }
  return known
}

test('lists, single records, what is below them, totals, facets, search and events agree with the rule', async () => {
  const app = await testApp()
  const people: Record<string, Person> = {}
  for (const id of Object.keys(maySee)) people[id] = await app.signIn(id)
  const known = await populate(people)

  for (const [id, person] of Object.entries(people)) {
    const visible = known.filter(maySee[id]!)
    const listed: string[] = []
    let cursor = ''
    do {
      const page = await person.send('GET', `/deals?limit=7${cursor && `&cursor=${cursor}`}`)
      listed.push(...page.body.items.map((deal: Known) => deal.id))
      cursor = page.body.nextCursor ?? ''
    } while (cursor)
    const counted = (await person.send('GET', '/deals?facets=true&limit=1')).body
    const found = (await person.send('GET', '/deals?search=project&limit=100')).body
    const sum = (facet: { count: number }[]) => facet.reduce((total, { count }) => total + count, 0)

    assert.deepEqual(listed.toSorted(), visible.map((deal) => deal.id).toSorted(), id)
    assert.equal(counted.total, visible.length, id)
    assert.deepEqual(
      [sum(counted.facets.status), sum(counted.facets.stage)],
      [visible.length, visible.length],
    )
    assert.equal(found.items.length, visible.length, id)
    for (const deal of known) {
      const expected = visible.includes(deal) ? 200 : 404
      for (const path of ['', '/timeline', '/comments'])
        assert.equal(
          (await person.send('GET', `/deals/${deal.id}${path}`)).status,
          expected,
          `${id} ${path}`,
        )
    }
  }
})

test('filters of other partners, owners and drafts show nothing more', async () => {
  const app = await testApp()
  const [ada, sam, sol, mona] = [
    await app.signIn('ada'),
    await app.signIn('sam'),
    await app.signIn('sol'),
    await app.signIn('mona'),
  ]
  await register(ada)
  await register(ada, { status: 'draft' })

  for (const query of [
    'partnerId=north',
    'partnerId=north&partnerId=south',
    'owner=company',
    'status=draft',
  ])
    for (const person of [sam, sol])
      assert.equal((await person.send('GET', `/deals?facets=true&${query}`)).body.total, 0, query)
  assert.deepEqual((await mona.send('GET', '/deals?facets=true&status=draft')).body.items, [])
  assert.equal(
    (await mona.send('GET', '/deals?facets=true&status=draft&status=submitted')).body.total,
    1,
  )
})

test('who hands a deal over stops seeing it, whoever gets it begins to', async () => {
  const app = await testApp()
  const [sam, ada] = [await app.signIn('sam'), await app.signIn('ada')]
  const deal = await register(ada)
  const before = await sam.send('GET', `/deals/${deal.id}`)
  await act(ada, deal, { action: 'hand_over', ownerUserId: 'sam' })
  const after = await sam.send('GET', `/deals/${deal.id}`)

  assert.deepEqual([before.status, after.status, after.body.ownerName], [404, 200, 'Sam Seller'])
})

test('a distributor sees what names it, and only its owner changes it', async () => {
  const app = await testApp()
  const [ada, hubert] = [await app.signIn('ada'), await app.signIn('hubert')]
  const deal = await register(ada, { distributorId: 'hub' })

  const seen = await hubert.send('GET', `/deals/${deal.id}`)
  const changed = await act(hubert, deal, { action: 'withdraw' })

  assert.deepEqual([seen.body.allowedActions, seen.body.editableFields], [[], []])
  assert.deepEqual([changed.status, changed.body.code], [403, 'forbidden'])
})

test('another partner’s registration is a reason, never a name', async () => {
  const app = await testApp()
  const [ada, sol, mona] = [
    await app.signIn('ada'),
    await app.signIn('sol'),
    await app.signIn('mona'),
  ]
  const customer = { companyName: 'Secret Customer', website: 'https://secret-customer.com' }
  const mine = await register(ada, { customer, name: 'Top secret' })
  const asked = await sol.send('POST', '/deals/availability', { body: customer })
  const theirs = await register(sol, { customer })
  const seen = await mona.send('GET', `/deals/${theirs.id}`)

  assert.deepEqual(theirs.conflict, { code: 'registered', deals: [] })
  assert.deepEqual(asked.body, {
    result: 'not_available',
    conflict: { code: 'registered', deals: [] },
  })
  assert.deepEqual(
    seen.body.conflict.deals.map(({ id, partnerName }: Record<string, string>) => [
      id,
      partnerName,
    ]),
    [[mine.id, 'Nordwind Systems']],
  )
})

test('the vendor’s region of a partner is shown to nobody', async () => {
  const app = await testApp()
  const north = (await app.store.read.partners.get('north'))!
  await app.store.write(({ partners }) => partners.put([{ ...north, region: 'EMEA' }]))
  for (const id of ['ada', 'mona']) {
    const { body } = await (await app.signIn(id)).send('GET', '/partners')

    assert.ok(body.items.some((partner: { id: string }) => partner.id === 'north'))
    assert.ok(!JSON.stringify(body).includes('EMEA'))
  }
})

test('people whose access has ended are listed for the vendor alone', async () => {
  const app = await testApp()
  const former = async (id: string, query: string) =>
    (await (await app.signIn(id)).send('GET', `/users?former=true${query}`)).body.items.map(
      (one: { id: string }) => one.id,
    )

  assert.deepEqual(await former('mona', '&partnerId=north'), ['gone'])
  assert.deepEqual(await former('mona', '&partnerId=south'), [])
  for (const id of ['ada', 'sam']) {
    assert.deepEqual(await former(id, ''), [])
    assert.deepEqual(await former(id, '&partnerId=north'), [])
  }
  // Another manager's portfolio.
  assert.deepEqual(await former('paul', '&partnerId=north'), [])
})

test('people and partners of others are not listed', async () => {
  const app = await testApp()
  const names = async (id: string, path: string) =>
    (await (await app.signIn(id)).send('GET', path)).body.items
      .map((one: { id: string }) => one.id)
      .toSorted()

  assert.deepEqual(await names('sam', '/users'), ['ada', 'cleo', 'sam', 'zoe'])
  assert.deepEqual(await names('mona', '/users'), [])
  assert.deepEqual(await names('sam', '/partners'), ['hub', 'north'])
  assert.deepEqual(await names('sol', '/partners'), ['south'])
  assert.deepEqual(await names('paul', '/partners'), ['south'])
  assert.deepEqual(await names('mona', '/partners'), ['hub', 'north', 'south'])
  assert.deepEqual(await names('sol', '/products'), ['control', 'pump', 'valve'])
})

test('who loses sight of a registration is told that it changed', async () => {
  const app = await testApp()
  const [ada, mona] = [await app.signIn('ada'), await app.signIn('mona')]
  const hubert = await app.signIn('hubert')
  const sent = await register(ada, { distributorId: 'hub' })
  const { body: reviewed } = await act(mona, sent, { action: 'start_review' })
  const { body: deal } = await act(mona, reviewed, {
    ...{ action: 'return', reason: { code: 'other' }, respondUntil: '2026-12-01' },
    editableFields: ['/distributorId'],
  })
  const headers = { 'if-match': `"${deal.revision}"` }
  await ada.send('PATCH', `/deals/${deal.id}`, { body: { distributorId: null }, headers })

  assert.equal((await hubert.send('GET', `/deals/${deal.id}`)).status, 404)
  const { events } = (await app.store.read.events.after(undefined, 100))!
  const { type, partnerIds } = events.at(-1)!
  assert.deepEqual([type, partnerIds], ['deal.updated', ['north', 'hub']])
})

test('a manager of a portfolio learns nothing of what is in the way outside it', async () => {
  const app = await testApp()
  const [ada, sol] = [await app.signIn('ada'), await app.signIn('sol')]
  const [paul, mona] = [await app.signIn('paul'), await app.signIn('mona')]
  const customer = { companyName: 'Wanted', website: 'https://wanted.com/' }
  const first = await register(ada, { customer })
  const second = await register(sol, { customer })
  const { body: deal } = await act(paul, second, { action: 'start_review' })
  const approve = (person: Person) =>
    act(person, deal, { action: 'approve', protectedUntil: '2026-12-31' })

  const refused = await approve(paul)
  assert.equal(refused.body.code, 'customer-conflict')
  assert.ok(!refused.body.detail.includes(first.number), refused.body.detail)
  assert.ok((await approve(mona)).body.detail.includes(first.number))
})
