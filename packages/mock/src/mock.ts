import {
  createApp,
  memoryFiles,
  memoryStore,
  type App,
  type FileStore,
  type MemoryStore,
} from '@prmkit/server'
import type { Session } from '@prmkit/contract'
import type { Fault } from './faults.ts'
import { scenarios, type Scenario } from './scenarios.ts'
import { fill, sampleAt } from './sample/sample.ts'

/** The settings of a mock; each may be left out. */
export interface MockOptions {
  /** The records of the backend and its behaviour; `scenarios.filled` unless named. */
  scenario?: Scenario
  /** The id of the user who is signed in; `claudia`, a partner’s admin, unless the scenario says otherwise. */
  person?: string
  /** Milliseconds since 1970; the sample’s dates lie around it. */
  clock?: () => number
  /** The address that the backend answers at. */
  baseUrl?: string
  /** Stands between the client and the scenario, for a fault of one’s own. */
  fault?: Fault
}

/** The means of a client or a portal to reach a backend as a user. */
export interface Connection {
  readonly baseUrl: string
  /** Takes the place of the global `fetch`. */
  readonly fetch: (request: Request) => Promise<Response>
  /** Gets a token for the person who is signed in. */
  readonly fetchToken: () => Promise<Session>
}

/** The reference backend in this process. */
export interface Mock extends Connection {
  /** The backend without the scenario’s faults. */
  readonly app: App
  readonly store: MemoryStore
  /** Gets a token for somebody, whoever is signed in. */
  signIn(person: string): Promise<Session>
  /** Ends the backend’s event streams. */
  close(): void
}

const pass: Fault = (_, next) => next()
const apiKey = 'sk_test_mock_0123456789abcdef'

/** Starts the reference backend over sample data, with its records in memory. */
export function createMock(options: MockOptions = {}): Mock {
  const { clock = Date.now } = options
  const scenario: Scenario = options.scenario ?? scenarios.filled
  const { person = scenario.person ?? 'claudia', fault: own = pass } = options
  const baseUrl = (options.baseUrl ?? 'https://backend.mock').replace(/\/+$/, '')
  const store = memoryStore()
  const fileStore = memoryFiles()
  const app = createApp({ store, fileStore, clock, apiKeys: [apiKey], publicUrl: baseUrl })
  const sample = sampleAt(clock())
  const { change = (same) => same, fault = pass } = scenario
  const filled = fill(store, fileStore, change(sample, clock()))

  const answer = async (request: Request) => {
    await filled
    return withImages(await app.fetch(request), fileStore)
  }
  const faulty = (request: Request) => fault(request, (other) => answer(other ?? request))

  async function signIn(id: string): Promise<Session> {
    const headers = {
      authorization: `Bearer ${apiKey}`,
      'content-type': 'application/json',
      'idempotency-key': crypto.randomUUID(),
    }
    const body = JSON.stringify({ user: { id }, lifetime: 1800 })
    const request = new Request(`${baseUrl}/v1/sessions`, { method: 'POST', headers, body })
    const response = await answer(request)
    if (!response.ok) throw new Error(`The mock cannot sign in “${id}”: ${await response.text()}`)
    return response.json() as Promise<Session>
  }

  return {
    ...{ baseUrl, app, store, signIn },
    fetch: (request) => own(request, (other) => faulty(other ?? request)),
    fetchToken: () => signIn(person),
    close: () => app.close(),
  }
}

/** An answer whose images stand in it, since a page does not fetch images by the mock's own `fetch`. */
async function withImages(response: Response, files: FileStore): Promise<Response> {
  const { headers } = response
  if (!headers.get('content-type')?.includes('json') || headers.has('content-encoding'))
    return response
  const text = await response.text()
  let shown = text
  const addresses = /\bhttps?:[^"\s]+\/v1\/files\/([\w-]+)\/content\?[^"\s]*/g
  for (const [address, id = ''] of text.matchAll(addresses)) {
    const file = await files.get(id)
    const image = await new Response(file?.bytes).text()
    if (image.startsWith('<svg'))
      shown = shown.replaceAll(address, `data:image/svg+xml,${encodeURIComponent(image)}`)
  }
  return new Response(shown, response)
}

/** The backend that `<prm-portal demo>` runs on. */
export async function createDemo(): Promise<Connection> {
  const { baseUrl, fetch, fetchToken } = createMock()
  return { baseUrl, fetch, fetchToken }
}
