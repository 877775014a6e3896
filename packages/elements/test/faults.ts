import { createBackend, type Between, type TestBackend } from './backend.ts'
import { dealForm } from './deal-form.ts'

/** Is it the call that makes a registration? */
export const isCreate = (request: Request) =>
  request.method === 'POST' && new URL(request.url).pathname === '/v1/deals'

/** A refusal in the form of problem details. */
export const refuse = (status: number, code: string, headers: Record<string, string> = {}) =>
  Response.json(
    { type: 'about:blank', title: code, status, code, requestId: 'req-1' },
    { status, headers: { 'content-type': 'application/problem+json', ...headers } },
  )

/** The connection is cut. */
export const cut = async (): Promise<Response> => {
  throw new TypeError('Failed to fetch')
}

export type Fault = () => Promise<Response>

/** Milliseconds that the page's clock is ahead, so that the time for a call is over soon. */
let ahead = 0

/** Each fault, and the note that a person reads then. */
export const faults: Record<string, [fault: Fault, note: RegExp]> = {
  'a cut connection': [cut, /may or may not have arrived/],
  'a 500': [async () => refuse(500, 'internal-error'), /may or may not have arrived/],
  'a 503 of a gateway': [
    async () => new Response('<h1>Bad gateway</h1>', { status: 503 }),
    /may or may not have arrived/,
  ],
  'half an answer': [
    async () =>
      new Response('{"id":"deal', { status: 201, headers: { 'content-type': 'application/json' } }),
    /may or may not have arrived/,
  ],
  'an expired session': [async () => refuse(401, 'session-ended'), /session has ended/],
  'too many requests': [
    async () => refuse(429, 'rate-limited', { 'retry-after': '120' }),
    /Too many requests. You can send again in \d+ s/,
  ],
  'a running twin': [
    async () => {
      ahead += 30_000
      return refuse(409, 'idempotency-in-progress')
    },
    /may or may not have arrived/,
  ],
}

/** Where the fault strikes: the backend never hears of it, still works on it, or has done it. */
export const moments: Record<string, (fault: Fault) => Between> = {
  before: (fault) => () => fault(),
  during: (fault) => async (_, next) => {
    void next()
    return fault()
  },
  after: (fault) => async (_, next) => {
    await next()
    return fault()
  },
}

/** A suite in which each test has a backend of its own, and no client waits for long. */
export function describeFaults(
  title: string,
  define: (given: { readonly backend: TestBackend }) => void,
): void {
  describe(title, function () {
    // The client itself tries for seconds before it gives up.
    this.timeout(30_000)
    const { random } = Math
    let backend: TestBackend

    // The client waits a random time before it tries again: the shortest.
    before(() => {
      Math.random = () => 0
      const now = performance.now.bind(performance)
      performance.now = () => now() + ahead
    })
    after(() => {
      Math.random = random
      Reflect.deleteProperty(performance, 'now')
    })
    beforeEach(async () => {
      backend = await createBackend(dealForm)
    })

    define({
      get backend() {
        return backend
      },
    })
  })
}
