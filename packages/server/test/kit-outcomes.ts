import { checks, run, type Outcome, type Target } from '@prmkit/conformance'
import { createApp, memoryFiles, type AppOptions, type MemoryStore } from '../src/index.ts'
import { apiKey } from './app.ts'

const bounds = { sessionEnd: 50, heartbeat: 500, tokenEnd: 500 }

/** Serves a request, as a backend does. */
export type Serve = (request: Request) => Promise<Response>

/** The kit's outcomes of an honest backend that does something in its own way. */
export async function outcomesOf({
  store,
  wrap = (serve) => serve,
  options = {},
  target = {},
  ids,
}: {
  store: MemoryStore
  wrap?: (serve: Serve) => Serve
  options?: Partial<AppOptions>
  target?: Partial<Target>
  ids?: readonly string[]
}): Promise<Outcome[]> {
  const limits = { requestsPerMinute: 100_000, customersPerHour: 10_000, heartbeat: 50 }
  const app = createApp({ store, fileStore: memoryFiles(), apiKeys: [apiKey], limits, ...options })
  const serve = wrap((request) => app.fetch(request))
  const asked: Target = {
    ...{ baseUrl: 'http://server.example', apiKey, bounds },
    fetch: (input, init) => serve(new Request(input, init)),
    ...{ seller: { user: { id: 'ada' } }, stranger: { user: { id: 'sol' } } },
    ...{ colleague: { user: { id: 'cleo' } }, manager: { user: { id: 'mona' } } },
    ...{ restricted: { user: { id: 'sam' } } },
    ...target,
  }
  const outcomes: Outcome[] = []
  for await (const outcome of run(
    asked,
    checks.filter(({ id }) => !ids || ids.includes(id)),
  ))
    outcomes.push(outcome)
  app.close()
  return outcomes
}

/** The checks that failed, with the reason. */
export const failures = (outcomes: Outcome[]) =>
  outcomes
    .filter(({ result }) => result === 'fail' || result === 'error')
    .map(({ check, reason }) => `${check.id}: ${reason}`)
