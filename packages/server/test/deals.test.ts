import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Deal, Problem, type Field } from '@prmkit/contract'
import { createApp, memoryFiles } from '../src/index.ts'
import { act, aDeal, apiKey, register, testApp, traces, type Person, type TestApp } from './app.ts'

const day = 86_400_000

async function approved(
  ada: Person,
  mona: Person,
  more: object = {},
  protectedUntil = '2026-12-31',
) {
  const deal = await register(ada, more)
  const { body: reviewed } = await act(mona, deal, { action: 'start_review' })
  const { body } = await act(mona, reviewed, { action: 'approve', protectedUntil })
  assert.equal(body.status, 'approved', JSON.stringify(body))
  return body
}

async function eventTypes({ store }: TestApp, id: string) {
  const slice = await store.read.events.after(undefined, 1000)
  return slice!.events.filter(({ resourceId }) => resourceId === id).map(({ type }) => type)
}

async function people(app: TestApp) {
  return {
    ada: await app.signIn('ada'),
    sol: await app.signIn('sol'),
    mona: await app.signIn('mona'),
  }
}

test('every answer about a deal keeps the contract’s shape', async () => {
  const app = await testApp()
  const { ada, mona } = await people(app)
  const deal = await approved(ada, mona, {
    ...{
      contact: { email: 'jo@customer.com', phone: '+4930123456' },
      amount: { amount: '5', currency: 'JPY' },
    },
    ...{ custom: { tender: true, tenderNumber: 'T-1' }, distributorId: 'hub', stage: 'qualified' },
  })

  Deal.parse(deal)
  assert.deepEqual(deal.amount, { amount: '5', currency: 'JPY' })
  assert.deepEqual(deal.totals, [{ amount: '20.00', currency: 'EUR' }])
  assert.deepEqual(
    [deal.partners[1].role, deal.partners[1].name],
    ['distributor', 'Hub Distribution'],
  )
  assert.equal(deal.consents.terms.at, '2026-11-23T10:00:00.000Z')
  assert.equal(deal.protection.expiresAt, '2026-12-31T22:59:59.999Z')
})

test('what is wrong with a registration is said field by field, and nothing of it stays', async () => {
  const app = await testApp()
  const { ada } = await people(app)
  const wrong = async (more: object, expected: Record<string, string>) => {
    const before = await traces(app)
    const answer = await ada.send('POST', '/deals', { body: aDeal(more) })
    const errors = Object.fromEntries(
      (answer.body.errors ?? []).map((one: Record<string, string>) => [
        one['pointer'],
        one['code'],
      ]),
    )
    assert.deepEqual([answer.status, errors], [422, expected], JSON.stringify(more))
    assert.equal(await traces(app), before)
  }

  await wrong({ customer: {} }, { '/customer/companyName': 'required' })
  await wrong({ name: '  ' }, { '/name': 'required' })
  await wrong({ consents: {} }, { '/consents/terms': 'required' })
  await wrong(
    { consents: { terms: { version: '2025', given: true } } },
    { '/consents/terms': 'outdated' },
  )
  await wrong(
    { consents: {}, formVersion: '2' },
    { '/consents/terms': 'required', '/formVersion': 'outdated' },
  )
  await wrong({ custom: { tender: true } }, { '/custom/tenderNumber': 'required' })
  await wrong({ custom: { tnder: true } }, { '/custom/tnder': 'unknown-field' })
  await wrong(
    { amount: { amount: '1.5', currency: 'JPY' } },
    { '/amount': 'invalid-format', '/amount/amount': 'invalid-format' },
  )
  await wrong(
    { amount: { amount: '1.5', currency: 'GBP' } },
    { '/amount': 'not-an-option', '/amount/currency': 'not-an-option' },
  )
  await wrong(
    { amount: { amount: '1e5', currency: 'EUR' } },
    { '/amount/amount': 'invalid-format' },
  )
  await wrong({ expectedCloseDate: '2026-11-22' }, { '/expectedCloseDate': 'in-the-past' })
  await wrong({ expectedCloseDate: '2026-02-30' }, { '/expectedCloseDate': 'invalid-format' })
  await wrong({ stage: 'nonsense' }, { '/stage': 'not-an-option' })
  await wrong({ distributorId: 'south' }, { '/distributorId': 'not-found' })
  await wrong({ lines: [{ productId: 'old', quantity: 1 }] }, { '/lines/0/productId': 'not-found' })
  await wrong({ lines: [{ productId: 'pump', quantity: 0 }] }, { '/lines/0/quantity': 'too-small' })
  await wrong(
    { lines: [{ productId: 'pump', quantity: 1.5 }] },
    { '/lines/0/quantity': 'invalid-type' },
  )
  await wrong(
    { lines: [{ productId: 'pump', quanity: 1 }] },
    { '/lines/0/quantity': 'required', '/lines/0/quanity': 'unknown-field' },
  )
  await wrong({ fileIds: ['file_x'] }, { '/fileIds/0': 'not-found' })
  await wrong({ contact: { email: 'nobody' } }, { '/contact/email': 'invalid-format' })
  await wrong(
    { customer: { companyName: 'A', website: 'javascript:alert(1)' } },
    { '/customer/website': 'invalid-format' },
  )
})

test('what only this vendor’s form asks for is checked as well', async () => {
  const app = await testApp()
  const { ada, mona } = await people(app)
  const record = (await app.store.read.programme.form('deal'))!
  const fields: Field[] = [
    { pointer: '/custom/main', type: 'lookup', source: 'products', label: 'Main product' },
    { pointer: '/custom/buddy', type: 'lookup', source: 'users', label: 'Colleague' },
    { pointer: '/custom/proof', type: 'file', accept: ['.txt'], maxSize: 100, label: 'Proof' },
    { pointer: '/custom/visit', type: 'date', label: 'Visit' },
  ]
  const { en } = record.forms
  const sections = [...en!.sections, { name: 'more', title: 'More', fields }]
  const form = { ...record, forms: { en: { ...en!, sections } } }
  await app.store.write(({ programme }) => programme.putForm(form))
  const upload = async (name: string, size: number) => {
    const announced = await ada.send('POST', '/files', {
      body: { name, mediaType: name.endsWith('.csv') ? 'text/csv' : 'text/plain', size },
    })
    const { url, headers, file } = announced.body
    await app.app.fetch(new Request(url, { method: 'PUT', headers, body: 'x'.repeat(size) }))
    await ada.send('POST', `/files/${file.id}/complete`)
    return file.id as string
  }
  const [good, big, other] = [
    await upload('a.txt', 5),
    await upload('b.txt', 101),
    await upload('c.csv', 5),
  ]
  const first = async (custom: object) => {
    const answer = await ada.send('POST', '/deals', { body: aDeal({ custom }) })
    const [error] = answer.body.errors ?? []
    return error ? `${error.pointer} ${error.code}` : answer.body
  }

  assert.equal(await first({ main: 'nothing' }), '/custom/main not-found')
  assert.equal(await first({ visit: '2026-99-99' }), '/custom/visit invalid-format')
  assert.equal(await first({ visit: '2026-02-30' }), '/custom/visit invalid-format')
  assert.equal(await first({ buddy: 'sol' }), '/custom/buddy not-found')
  assert.equal(await first({ proof: ['file_x'] }), '/custom/proof/0 not-found')
  assert.equal(await first({ proof: [big] }), '/custom/proof/0 too-big')
  assert.equal(await first({ proof: [other] }), '/custom/proof/0 not-an-option')
  const deal = await first({ main: 'pump', buddy: 'cleo', visit: '2028-02-29', proof: [good] })
  assert.deepEqual(
    deal.attachments.map(({ name }: { name: string }) => name),
    ['a.txt'],
  )
  assert.equal((await mona.send('GET', `/files/${good}`)).status, 200)
})

test('a registration has at most 50 ids in other systems, and a refusal at most 100 errors', async () => {
  const app = await testApp()
  const { ada } = await people(app)
  const ids = (count: number, from = 0) =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`s${from + index}`, 'x']))
  const many = await ada.send('POST', '/deals', { body: aDeal({ custom: ids(1000) }) })
  const draft = await register(ada, { status: 'draft', externalIds: ids(50) })
  const more = await ada.send('PATCH', `/deals/${draft.id}`, {
    body: { externalIds: ids(1, 50) },
    headers: { 'if-match': '"1"' },
  })

  assert.equal(many.body.errors.length, 100)
  assert.match(many.body.detail, /and 997 more/)
  assert.deepEqual(
    more.body.errors.map(({ pointer, code }: Record<string, string>) => [pointer, code]),
    [['/externalIds', 'too-many']],
  )
})

test('an extension that is granted is longer than what there was', async () => {
  const app = await testApp()
  const { ada, mona } = await people(app)
  const deal = await approved(ada, mona)
  const { body: asked } = await act(ada, deal, {
    ...{ action: 'request_extension', until: '2027-03-31', text: 'Budget in May' },
  })
  const grant = (until: string) => act(mona, asked, { action: 'grant_extension', until })

  for (const until of ['2026-12-01', '2026-12-31'])
    assert.deepEqual(
      (await grant(until)).body.errors.map((one: Record<string, string>) => [
        one['pointer'],
        one['code'],
      ]),
      [['/until', 'too-small']],
    )
  assert.equal((await grant('2027-01-01')).body.protection.extension.until, '2027-01-01')
})

test('a draft keeps what was typed, and is judged when it is sent in', async () => {
  const app = await testApp()
  const { ada } = await people(app)
  const amount = { amount: '1.555', currency: 'GBP' }
  const draft = await ada.send('POST', '/deals', {
    body: { status: 'draft', amount, stage: 'odd' },
  })
  const sent = await act(ada, draft.body, { action: 'submit' })

  assert.equal(draft.headers.get('location'), `/v1/deals/${draft.body.id}`)
  assert.deepEqual(draft.body.amount, amount)
  const pointers = sent.body.errors.map(({ pointer }: { pointer: string }) => pointer)
  for (const pointer of [
    '/amount/currency',
    '/stage',
    '/customer/companyName',
    '/name',
    '/consents/terms',
  ])
    assert.ok(pointers.includes(pointer), `${pointer} not in ${pointers}`)
})

test('hostile names are text or an error, everywhere they go', async () => {
  const app = await testApp()
  const { ada, mona } = await people(app)
  const names = [
    '<img src=x onerror=alert(1)>',
    '\u202egnp.exe',
    '"; drop table deals; --',
    '👩‍🚀 GmbH',
    "a\\';\u2028,b",
  ]
  for (const companyName of names) {
    const deal = await approved(ada, mona, { name: companyName, customer: { companyName } })
    const found = await ada.send('GET', `/deals?search=${encodeURIComponent(companyName)}`)
    const calendar = await ada.send('GET', `/deals/${deal.id}/calendar`)

    assert.equal(deal.customer.companyName, companyName)
    assert.ok(
      found.body.items.some(({ id }: { id: string }) => id === deal.id),
      companyName,
    )
    assert.ok(!/[^\r]\n/.test(calendar.body))
  }
  for (const companyName of ['x'.repeat(10_000), 'a\0b', 'a\nb', '\ud800', '\u001b[31m']) {
    const body = JSON.stringify(aDeal({ customer: { companyName } }))
    const answer = await ada.send('POST', '/deals', {
      body,
      headers: { 'content-type': 'application/json' },
    })
    assert.deepEqual([answer.status, answer.body.errors[0].pointer], [422, '/customer/companyName'])
  }
  for (const search of ['%', '_', '\\', "'", '\u202e']) {
    const answer = await ada.send('GET', `/deals?search=${encodeURIComponent(search)}`)
    assert.equal(answer.status, 200)
  }
  assert.equal((await ada.send('GET', '/deals?search=%00')).status, 422)
})

test('fields change by merge patch, only where they are open, and the sums follow', async () => {
  const app = await testApp()
  const { ada, mona } = await people(app)
  const patch = (person: Person, deal: { id: string; revision: number }, body: object) =>
    person.send('PATCH', `/deals/${deal.id}`, {
      body,
      headers: { 'if-match': `"${deal.revision}"` },
    })
  const draft = await register(ada, {
    status: 'draft',
    contact: { firstName: 'Jo', lastName: 'Doe' },
    problem: 'Old',
  })

  const { body: changed } = await patch(ada, draft, {
    ...{ contact: { firstName: null, jobTitle: 'CTO' }, problem: null, custom: { tender: true } },
    lines: [{ productId: 'valve', quantity: 3, unitPrice: { amount: '0.35', currency: 'EUR' } }],
  })
  assert.deepEqual(changed.contact, { lastName: 'Doe', jobTitle: 'CTO' })
  assert.equal(changed.problem, undefined)
  assert.deepEqual(
    [changed.totals, changed.lines[0].name],
    [[{ amount: '1.05', currency: 'EUR' }], 'Valve 20'],
  )
  assert.equal((await patch(ada, draft, { problem: 'x' })).status, 412)
  const { body: cleared } = await patch(ada, changed, {
    custom: { tender: null },
    contact: null,
    lines: null,
  })
  assert.deepEqual(
    [cleared.custom, cleared.contact, cleared.lines, cleared.revision],
    [{}, undefined, [], 3],
  )

  const deal = await approved(ada, mona)
  const { body: moved } = await patch(ada, deal, { stage: 'committed', nextStep: 'Sign' })
  assert.deepEqual([moved.stage, moved.nextStep], ['committed', 'Sign'])
  const before = await traces(app)
  const closed = await patch(ada, moved, {
    stage: 'qualified',
    customer: { companyName: 'Other' },
    name: 'New',
  })
  assert.deepEqual(
    closed.body.errors.map(({ pointer, code }: Record<string, string>) => [pointer, code]),
    [
      ['/customer/companyName', 'not-editable'],
      ['/name', 'not-editable'],
    ],
  )
  assert.equal(
    (await patch(ada, moved, { amount: { amount: '-1', currency: 'EUR' } })).body.errors[0].pointer,
    '/amount',
  )
  assert.equal(
    (await patch(mona, moved, { stage: 'qualified' })).body.errors[0].code,
    'not-editable',
  )
  assert.equal(await traces(app), before)
  const { items } = (await ada.send('GET', `/deals/${deal.id}/timeline`)).body
  assert.deepEqual(items.at(-1).changed, ['/stage', '/nextStep'])
})

test('an out-of-state action is refused and leaves nothing', async () => {
  const app = await testApp()
  const { ada, mona } = await people(app)
  const deal = await register(ada)
  const before = await traces(app)
  for (const action of ['submit', 'resubmit', 'release', 'appeal'])
    assert.equal(
      (await act(ada, deal, { action, ...(action === 'appeal' && { text: 'x' }) })).body.code,
      'state-conflict',
    )
  assert.equal(
    (await act(mona, deal, { action: 'approve', protectedUntil: '2026-12-31' })).body.code,
    'state-conflict',
  )
  assert.equal((await act(mona, deal, { action: 'reject' })).body.errors[0].pointer, '/reason')
  assert.equal((await act(mona, deal, { action: 'fly' })).body.errors[0].pointer, '/action')
  assert.equal(
    (await ada.send('DELETE', `/deals/${deal.id}`, { headers: { 'if-match': '"1"' } })).body.code,
    'state-conflict',
  )
  assert.equal(await traces(app), before)
})

test('an expired protection is never shown as active, before any tick has run', async () => {
  const app = await testApp()
  const { ada, mona } = await people(app)
  const deal = await approved(ada, mona, {}, '2026-11-24')
  app.time.now = Date.parse('2026-11-24T23:00:00.000Z')
  const again = await app.signIn('ada')

  const one = (await again.send('GET', `/deals/${deal.id}`)).body
  assert.deepEqual(
    [one.status, one.allowedActions],
    ['expired', ['request_extension', 'hand_over']],
  )
  assert.equal((await again.send('GET', `/deals/${deal.id}/calendar`)).status, 409)
  assert.deepEqual((await again.send('GET', '/deals?status=approved')).body.items, [])
  assert.equal((await again.send('GET', '/deals?status=expired')).body.items[0].id, deal.id)
})

test('the audit trail is kept for as long as the operator says', async () => {
  const app = await testApp({ auditDays: 10 })
  const ada = await app.signIn('ada')
  const deal = await register(ada)
  const lines = () => app.store.auditTrail.map(({ action }) => action)
  const first = lines()
  app.time.now += 9 * day
  const late = await app.signIn('ada')
  await late.send('GET', `/deals/${deal.id}`)
  await app.app.tick()
  const kept = lines()
  app.time.now += 2 * day
  await app.app.tick()

  assert.deepEqual(first, ['session.created', 'deal.submitted'])
  assert.deepEqual(kept, [...first, 'session.created'])
  assert.deepEqual(lines(), ['session.created'])
})

test('three processes tick at once and one event tells of each expiry', async () => {
  const app = await testApp()
  const { ada, mona } = await people(app)
  const deals = [
    await approved(ada, mona, {}, '2026-11-24'),
    await approved(ada, mona, {}, '2026-11-24'),
  ]
  app.time.now += 3 * day
  const others = [1, 2].map(() =>
    createApp({
      store: app.store,
      fileStore: memoryFiles(),
      apiKeys: [apiKey],
      clock: () => app.time.now,
    }),
  )

  await Promise.all([app.app, ...others, app.app].map((one) => one.tick()))

  for (const { id } of deals)
    assert.equal((await eventTypes(app, id)).filter((type) => type === 'deal.expired').length, 1)
})

test('an action on what has just expired finds it expired, and both are told', async () => {
  const app = await testApp()
  const { ada, mona } = await people(app)
  const deal = await approved(ada, mona, {}, '2026-11-24')
  app.time.now += 3 * day
  const again = await app.signIn('ada')
  const asked = await act(again, deal, {
    action: 'request_extension',
    until: '2027-01-31',
    text: 'Late',
  })

  assert.deepEqual(
    [asked.status, asked.body.status, asked.body.protection.extension.status],
    [200, 'expired', 'pending'],
  )
  assert.deepEqual((await eventTypes(app, deal.id)).slice(-2), [
    'deal.expired',
    'deal.extension_requested',
  ])
  const granted = await act(await app.signIn('mona'), asked.body, { action: 'grant_extension' })
  assert.deepEqual(
    [
      granted.body.status,
      granted.body.protection.expiresAt,
      granted.body.protection.extensionsUsed,
    ],
    ['approved', '2027-01-31T22:59:59.999Z', 1],
  )
})

test('an extension that is pending keeps the protection, its refusal ends it', async () => {
  const app = await testApp()
  const { ada, mona } = await people(app)
  const deal = await approved(ada, mona, {}, '2026-11-24')
  const { body: asked } = await act(ada, deal, {
    action: 'request_extension',
    until: '2027-01-31',
    text: 'Late',
  })
  app.time.now += 3 * day
  await app.app.tick()
  const manager = await app.signIn('mona')
  assert.equal((await manager.send('GET', `/deals/${deal.id}`)).body.status, 'approved')

  const refused = await act(manager, asked, {
    action: 'refuse_extension',
    reason: { code: 'other' },
  })
  assert.equal(refused.body.status, 'expired')
  await app.app.tick()
  assert.equal((await eventTypes(app, deal.id)).at(-1), 'deal.expired')
})

test('an answer that does not come in time lapses', async () => {
  const app = await testApp()
  const { ada, mona } = await people(app)
  const { body: reviewed } = await act(mona, await register(ada), { action: 'start_review' })
  const { body: returned } = await act(mona, reviewed, {
    ...{ action: 'return', reason: { code: 'incomplete' }, respondUntil: '2026-11-25' },
    editableFields: ['/problem'],
  })
  assert.deepEqual(
    [returned.status, returned.respondBy],
    ['action_required', '2026-11-25T22:59:59.999Z'],
  )
  app.time.now += 5 * day
  await app.app.tick()
  const { body } = await (await app.signIn('ada')).send('GET', `/deals/${returned.id}`)
  const { items } = (await (await app.signIn('ada')).send('GET', `/deals/${returned.id}/timeline`))
    .body

  assert.equal(body.status, 'withdrawn')
  assert.deepEqual([items.at(-1).type, items.at(-1).actor.side], ['deal.lapsed', 'system'])
})

test('a duplicate that waited is told when the first one ends, and then it can be approved', async () => {
  const app = await testApp()
  const { ada, sol, mona } = await people(app)
  const customer = { companyName: 'Contested', website: 'https://contested.com' }
  const first = await register(ada, { customer })
  const second = await register(sol, { customer })
  const { body: reviewed } = await act(mona, second, { action: 'start_review' })
  assert.ok(!reviewed.allowedActions.includes('approve'))
  assert.equal(
    (await act(mona, reviewed, { action: 'approve', protectedUntil: '2026-12-31' })).body.code,
    'customer-conflict',
  )
  const { body: duplicate } = await act(mona, reviewed, {
    action: 'mark_duplicate',
    duplicateOf: first.id,
  })

  await act(ada, first, { action: 'withdraw' })

  assert.equal((await eventTypes(app, second.id)).at(-1), 'deal.unblocked')
  const { body: appealed } = await act(sol, duplicate, {
    action: 'appeal',
    text: 'It is free now.',
  })
  const granted = await act(mona, appealed, { action: 'approve', protectedUntil: '2026-12-31' })
  assert.equal(granted.body.status, 'approved')
})

test('of many who submit one customer at the same moment exactly one is first', async () => {
  const app = await testApp()
  const { ada, sol } = await people(app)
  for (let round = 0; round < 10; round++) {
    const body = aDeal()
    const made = await Promise.all(
      [ada, sol, ada, sol].map((one) => one.send('POST', '/deals', { body })),
    )
    const free = made.filter((answer) => answer.body.conflict === undefined)
    const times = made.map((answer) => answer.body.submittedAt)

    assert.equal(free.length, 1)
    assert.equal(new Set(times).size, 4)
    assert.equal(free[0]!.body.submittedAt, times.toSorted()[0])
  }
})

test('the vendor’s own accounts and softened answers are as the vendor says', async () => {
  const app = await testApp()
  const { ada, sol } = await people(app)
  const ask = async (person: Person, body: object) =>
    (await person.send('POST', '/deals/availability', { body })).body
  const house = { companyName: 'House Energy', website: 'https://house-energy.example' }
  assert.deepEqual(await ask(ada, house), {
    result: 'not_available',
    conflict: { code: 'house_account', deals: [] },
  })

  const settings = await app.store.read.programme.settings()
  await app.store.write(({ programme }) =>
    programme.putSettings({ ...settings, softenAvailability: true }),
  )
  app.time.now += 10_000
  assert.equal((await ask(sol, house)).result, 'needs_review')
  assert.deepEqual(await ask(ada, { companyName: 'Nobody has it' }), { result: 'free' })
})

test('registrations of other products do not stand in the way', async () => {
  const app = await testApp()
  const { ada, sol } = await people(app)
  const customer = { companyName: 'Shared', website: 'https://shared.com' }
  await register(ada, { customer, lines: [{ productId: 'pump', quantity: 1 }] })
  const other = await register(sol, { customer, lines: [{ productId: 'valve', quantity: 1 }] })
  const all = await register(sol, { customer, lines: [] })

  assert.equal(other.conflict, undefined)
  assert.equal(all.conflict.code, 'registered')
})

test('ids that the vendor’s systems gave are not the partner’s to change', async () => {
  const app = await testApp()
  const { ada, mona } = await people(app)
  const sent = await register(ada, { externalIds: { site: 'page-1' } })
  const patch = (person: Person, { id, revision }: { id: string; revision: number }, ids: object) =>
    person.send('PATCH', `/deals/${id}`, {
      body: { externalIds: ids },
      headers: { 'if-match': `"${revision}"` },
    })
  const { body: known } = await patch(mona, sent, { crm: 'opp-7' })
  const { body: reviewed } = await act(mona, known, { action: 'start_review' })
  const reason = { code: 'details', text: 'Say more.' }
  const { body: rejected } = await act(mona, reviewed, { action: 'reject', reason })

  for (const ids of [{ crm: 'mine' }, { crm: null }]) {
    const { status, body } = await patch(ada, rejected, ids)
    assert.deepEqual([status, body.errors[0].pointer], [422, '/externalIds/crm'])
  }
  const all = await ada.send('PATCH', `/deals/${rejected.id}`, {
    body: { externalIds: null },
    headers: { 'if-match': `"${rejected.revision}"` },
  })
  assert.deepEqual([all.status, all.body.errors[0].pointer], [422, '/externalIds'])
  const { body: own } = await patch(ada, rejected, { site: 'page-2' })
  assert.deepEqual(own.externalIds, { crm: 'opp-7', site: 'page-2' })
  assert.equal(own.vendorIds, undefined)
})

test('a patch of nothing moves no revision of what one may not change', async () => {
  const app = await testApp()
  const { ada, mona } = await people(app)
  const hubert = await app.signIn('hubert')
  const deal = await approved(ada, mona, { distributorId: 'hub' })
  const { body: closed } = await act(ada, deal, { action: 'close', outcome: 'won' })
  const before = await traces(app)

  for (const person of [hubert, ada])
    for (const body of [{}, { formVersion: '4' }, { customer: {} }]) {
      const headers = { 'if-match': `"${closed.revision}"` }
      const answer = await person.send('PATCH', `/deals/${deal.id}`, { body, headers })
      assert.deepEqual([answer.status, answer.body.code], [403, 'forbidden'])
    }

  assert.equal(await traces(app), before)
})

test('a distributor is told each time that the registration is not its own', async () => {
  const app = await testApp()
  const { ada, mona } = await people(app)
  const hubert = await app.signIn('hubert')
  const deal = await approved(ada, mona, { distributorId: 'hub' })
  const before = await traces(app)
  const headers = { 'if-match': `"${deal.revision}"` }
  const attempts = [
    ['PATCH', '', { name: 'Mine now' }],
    ['PATCH', '', {}],
    ['POST', '/actions', { action: 'release' }],
    ['POST', '/attachments', { fileId: 'file-1' }],
    ['DELETE', '/attachments/file-1', undefined],
  ] as const

  for (const [method, path, body] of attempts) {
    const answer = await hubert.send(method, `/deals/${deal.id}${path}`, { body, headers })
    assert.deepEqual(
      [answer.status, answer.body.code, answer.body.detail],
      [403, 'forbidden', 'Your partner takes part in this registration but does not own it.'],
    )
  }
  assert.equal(await traces(app), before)
})

test('the list of what expires by a day includes that day', async () => {
  const app = await testApp()
  const { ada, mona } = await people(app)
  const deal = await approved(ada, mona)
  const found = async (day: string) => {
    const { body } = await ada.send('GET', `/deals?expiresUntil=${day}`)
    return body.items.map(({ id }: { id: string }) => id)
  }

  assert.equal(deal.protection.expiresAt, '2026-12-31T22:59:59.999Z')
  assert.deepEqual(await found('2026-12-30'), [])
  assert.deepEqual(await found('2026-12-31'), [deal.id])
  assert.deepEqual(await found('9999-12-31'), [deal.id])
})

test('the list of an owner finds by the words of a name, within what the caller sees', async () => {
  const app = await testApp()
  const { ada, mona } = await people(app)
  const hubert = await app.signIn('hubert')
  const deal = await approved(ada, mona)
  const found = async (caller: Person, name: string) => {
    const { body } = await caller.send('GET', `/deals?facets=true&ownerName=${name}`)
    return [body.total, ...body.items.map(({ id }: { id: string }) => id)]
  }
  const [first = ''] = deal.ownerName.split(' ')

  assert.deepEqual(await found(mona, first.toUpperCase()), [1, deal.id])
  assert.deepEqual(await found(mona, `${first}%20nobody`), [0])
  assert.deepEqual(await found(hubert, first), [0])
})

test('a number from elsewhere names the calendar file as a text', async () => {
  const app = await testApp()
  const { ada, mona } = await people(app)
  const deal = await approved(ada, mona)
  const record = (await app.store.read.deals.get(deal.id))!
  await app.store.write(({ deals }) => deals.update({ ...record, number: 'A„1"; x=/..\\' }))

  const calendar = await ada.send('GET', `/deals/${deal.id}/calendar`)

  assert.equal(calendar.status, 200)
  assert.equal(
    calendar.headers.get('content-disposition'),
    `attachment; filename="A_1_; x=_.._.ics"; filename*=UTF-8''A%E2%80%9E1%22%3B%20x%3D_.._.ics`,
  )
})

test('sums that no amount can say are refused, also in a draft', async () => {
  const app = await testApp()
  const { ada } = await people(app)
  const unitPrice = { amount: '999999999999999', currency: 'EUR' }
  const send = (lines: object[]) => ada.send('POST', '/deals', { body: { status: 'draft', lines } })

  const line = await send([{ productId: 'pump', quantity: 2, unitPrice }])
  const total = await send([
    { productId: 'pump', quantity: 1, unitPrice },
    { productId: 'valve', quantity: 1, unitPrice },
  ])
  const largest = await send([{ productId: 'pump', quantity: 1, unitPrice }])

  assert.deepEqual(
    [line, total].map(({ status, body }) => [status, body.errors[0].pointer, body.errors[0].code]),
    [
      [422, '/lines/0/unitPrice', 'too-big'],
      [422, '/lines', 'too-big'],
    ],
  )
  Deal.parse(largest.body)
})

test('a refusal is not much larger than what it refuses, and its pointers stay whole', async () => {
  const app = await testApp()
  const { ada } = await people(app)
  const names = Array.from({ length: 5000 }, (_, index) => `field${index}`)
  const many = await ada.send('POST', '/deals', {
    body: { ...Object.fromEntries(names.map((name) => [name, 1])), lines: names },
  })
  const long = await ada.send('POST', '/deals', { body: { ['x' + '~'.repeat(400)]: 1 } })

  assert.deepEqual([many.status, many.body.errors.length], [422, 100])
  Problem.parse(many.body)
  Problem.parse(long.body)
})
