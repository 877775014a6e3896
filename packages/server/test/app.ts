import { createApp, memoryFiles, memoryStore, seed } from '../src/index.ts'
import type { AppOptions, MemoryStore } from '../src/index.ts'

export const apiKey = 'sk_for_these_tests_only'
export const start = Date.parse('2026-11-23T10:00:00.000Z')

/** An answer as the tests look at it. */
export interface Answer {
  status: number
  headers: Headers
  // Tests reach into whatever came; a wrong path fails them.
  // oxlint-disable-next-line typescript/no-explicit-any
  body: any
}

export interface Sent {
  body?: unknown
  headers?: Record<string, string>
}

/** Somebody who calls the app: their token, and how they send. */
export interface Person {
  id: string
  token: string
  sessionId: string
  send(method: string, path: string, sent?: Sent): Promise<Answer>
}

/** The app over the made-up vendor, with a clock that stands until it is moved. */
export async function testApp(options: Partial<AppOptions> = {}) {
  const store = (options.store as MemoryStore | undefined) ?? memoryStore()
  if (!options.store) await seed(store)
  const time = { now: start }
  const app = createApp({
    ...{ fileStore: memoryFiles(), apiKeys: [apiKey], clock: () => time.now },
    limits: { requestsPerMinute: 100_000, customersPerHour: 100_000 },
    ...options,
    store,
  })

  async function fetch(method: string, path: string, token: string | undefined, sent: Sent = {}) {
    const { body, headers = {} } = sent
    const raw = typeof body === 'string' || body instanceof Uint8Array
    const request = new Request(`https://api.example${path}`, {
      method,
      headers: {
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(method !== 'GET' && { 'idempotency-key': crypto.randomUUID() }),
        ...headers,
      },
      ...(body !== undefined && { body: raw ? (body as string) : JSON.stringify(body) }),
    })
    const response = await app.fetch(request)
    const text = await response.text()
    const isJson = response.headers.get('content-type')?.includes('json')
    const { status, headers: answered } = response
    return { status, headers: answered, body: isJson ? JSON.parse(text) : text } as Answer
  }

  async function signIn(id: string, more: object = {}): Promise<Person> {
    const body = { user: { id }, ...more }
    const answer = await fetch('POST', '/v1/sessions', apiKey, { body })
    if (answer.status !== 201) throw new Error(JSON.stringify(answer.body))
    const { token, id: sessionId } = answer.body
    return {
      ...{ id, token, sessionId },
      send: (method, path, sent) => fetch(method, `/v1${path}`, token, sent),
    }
  }

  return {
    ...{ app, store, time, fetch, signIn },
    vendorBackend: (method: string, path: string, sent?: Sent) =>
      fetch(method, `/v1${path}`, apiKey, sent),
  }
}

export type TestApp = Awaited<ReturnType<typeof testApp>>

let counter = 0

/** A complete registration for a customer that nobody else has. */
export function aDeal(more: object = {}) {
  counter += 1
  return {
    name: `Project ${counter}`,
    customer: { companyName: `Customer ${counter}`, website: `https://customer-${counter}.com/` },
    lines: [{ productId: 'pump', quantity: 2, unitPrice: { amount: '10.00', currency: 'EUR' } }],
    consents: { terms: { version: '2026-01', given: true } },
    ...more,
  }
}

/** Registers a deal and answers with it. */
export async function register(person: Person, more: object = {}) {
  const answer = await person.send('POST', '/deals', { body: aDeal(more) })
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body))
  return answer.body
}

/** Does an action on the revision given. */
export function act(person: Person, deal: { id: string; revision: number }, body: object) {
  return person.send('POST', `/deals/${deal.id}/actions`, {
    body,
    headers: { 'if-match': `"${deal.revision}"` },
  })
}

/** Everything that a refused request could have left behind. */
export async function traces({ store }: TestApp): Promise<string> {
  const deals = await store.read.deals.list({ scope: { kind: 'all' } }, 'created_asc', {
    limit: 1000,
  })
  const texts = await Promise.all(
    deals.items.map(async (deal) => [
      deal,
      await store.read.timeline.list(deal.id, { limit: 1000 }),
      await store.read.comments.list(deal.id, {}, { limit: 1000 }),
    ]),
  )
  const files = await store.read.files.orphans('9999', 1000)
  return JSON.stringify([texts, files, await store.read.events.end(), store.auditTrail.length])
}
