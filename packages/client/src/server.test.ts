import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { createApp, memoryFiles, memoryStore, seed } from '@prmkit/server'
import { until, withoutJitter } from '../test/backend.ts'
import { createClient, type ClientOptions, type Diagnostic, type LiveEvent } from './index.ts'

const baseUrl = 'https://partners.fluxwerk.example'
const apiKey = 'sk_test_0123456789abcdefghij'
const valid = {
  name: 'Line 4',
  customer: { companyName: 'Stadtwerke Auental', website: 'https://auental.example' },
  consents: { terms: { version: '2026-01', given: true } },
}

/** The reference server in this process, and clients on it. */
async function server(t: TestContext) {
  const store = memoryStore()
  await seed(store)
  const app = createApp({ store, fileStore: memoryFiles(), apiKeys: [apiKey], publicUrl: baseUrl })
  t.after(() => app.close())
  const diagnostics: Diagnostic[] = []
  const clientWith = (options: Partial<ClientOptions>) => {
    const client = createClient({
      baseUrl,
      fetch: app.fetch,
      validation: 'strict',
      onDiagnostic: (diagnostic) => diagnostics.push(diagnostic),
      ...options,
    })
    t.after(() => client.close())
    return client
  }
  const vendor = clientWith({ apiKey })
  const as = (id: string, options: Partial<ClientOptions> = {}) =>
    clientWith({ fetchToken: () => vendor.sessions.create({ body: { user: { id } } }), ...options })
  return { app, vendor, as, diagnostics }
}

test('a deal goes from draft to approved', async (t) => {
  const { as } = await server(t)
  const [partner, desk] = [as('ada'), as('mona')]

  const draft = await partner.deals.create({ body: { ...valid, status: 'draft' } })
  const params = { id: draft.id }
  const changed = await partner.deals.update({
    params,
    ifMatch: draft.revision,
    body: { nextStep: 'Send the offer' },
  })
  await assert.rejects(
    partner.deals.update({ params, ifMatch: draft.revision, body: { nextStep: 'Late' } }),
    { name: 'ProblemError', code: 'revision-stale', status: 412 },
  )
  const submitted = await partner.deals.act({
    params,
    ifMatch: changed.revision,
    body: { action: 'submit' },
  })
  const reviewed = await desk.deals.act({
    params,
    ifMatch: submitted.revision,
    body: { action: 'start_review' },
  })
  const approved = await desk.deals.act({
    params,
    ifMatch: reviewed.revision,
    body: { action: 'approve', protectedUntil: new Date(Date.now() + 9e9).toJSON().slice(0, 10) },
  })

  assert.equal(approved.status, 'approved')
  assert.match(await partner.deals.calendar({ params }), /^BEGIN:VCALENDAR/)
})

test('a registration whose answer is lost is made once', async (t) => {
  withoutJitter(t)
  const { app, as } = await server(t)
  let lost = 0
  const partner = as('ada', {
    async fetch(request) {
      const response = await app.fetch(request)
      if (request.method !== 'POST' || lost === 2) return response
      lost += 1
      throw new TypeError('the connection broke after the commit')
    },
  })

  const deal = await partner.deals.create({ body: valid })

  const ids: string[] = []
  for await (const { id } of as('ada').deals.list()) ids.push(id)
  assert.deepEqual([lost, ids], [2, [deal.id]])
})

test('a long list is walked without loss or repetition', async (t) => {
  const { as } = await server(t)
  const partner = as('ada')
  const made = await Promise.all(
    Array.from({ length: 23 }, (_, index) =>
      partner.deals.create({ body: { name: `Line ${index}`, status: 'draft' } }),
    ),
  )

  const walked: string[] = []
  for await (const { id } of partner.deals.list({ query: { limit: 5 } })) walked.push(id)

  assert.deepEqual(walked.toSorted(), made.map(({ id }) => id).toSorted())
})

test('a misspelt field comes back with its pointer', async (t) => {
  const { as } = await server(t)
  const body = { customer: { companyNmae: 'Nordwind' } } as object

  await assert.rejects(as('ada').deals.create({ body }), ({ errors }: { errors: unknown[] }) => {
    assert.partialDeepStrictEqual(errors, [
      { pointer: '/customer/companyNmae', code: 'unknown-field' },
    ])
    return true
  })
})

test('a file is uploaded, checked and attached', async (t) => {
  const { as } = await server(t)
  const partner = as('ada')
  const file = new File(['%PDF-1.7\n%âãÏÓ\n'], 'offer.pdf', { type: 'application/pdf' })

  const record = await partner.upload(file)
  const draft = await partner.deals.create({ body: { ...valid, status: 'draft' } })
  const deal = await partner.deals.attach({
    params: { id: draft.id },
    ifMatch: draft.revision,
    body: { fileId: record.id },
  })

  assert.equal(record.status, 'ready')
  assert.equal(deal.attachments[0]?.name, 'offer.pdf')
})

test('the desk hears of a registration and the partner of the decision', async (t) => {
  const { as, diagnostics } = await server(t)
  const [partner, desk] = [as('ada'), as('mona')]
  const heard: Record<string, LiveEvent[]> = { partner: [], desk: [] }
  for (const [name, client] of Object.entries({ partner, desk }))
    client.events.subscribe((event) => {
      if (event.type !== 'resync') heard[name]?.push(event)
    })
  await until(() => diagnostics.filter(({ type }) => type === 'stream').length === 2)

  const deal = await partner.deals.create({ body: valid })
  await until(() => heard['desk']?.length === 1)
  await desk.deals.act({
    params: { id: deal.id },
    ifMatch: deal.revision,
    body: { action: 'start_review' },
  })
  await until(() => heard['partner']?.length === 2)

  assert.deepEqual(
    heard['partner']?.map(({ type, resourceId }) => [type, resourceId]),
    [
      ['deal.submitted', deal.id],
      ['deal.review_started', deal.id],
    ],
  )
})

test('a token whose session was ended is replaced once, and log-out ends the next', async (t) => {
  const { vendor, as } = await server(t)
  const sessions: { id: string; token: string }[] = []
  const partner = as('ada', {
    async fetchToken() {
      const session = await vendor.sessions.create({ body: { user: { id: 'ada' } } })
      sessions.push(session)
      return session
    },
  })
  const withToken = (index: number) => as('ada', { fetchToken: () => sessions[index]?.token ?? '' })
  await partner.me.get()

  await withToken(0).sessions.remove({ params: { id: sessions[0]?.id ?? '' } })
  await partner.me.get()
  assert.equal(sessions.length, 2)
  await partner.logout()

  await assert.rejects(withToken(1).me.get(), {
    name: 'AuthenticationError',
    code: 'session-ended',
  })
})
