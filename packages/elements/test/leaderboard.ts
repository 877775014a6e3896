import { createMock, scenarios, type Mock, type Scenario } from '@prmkit/mock'
import type { PrmLeaderboard } from '../src/widgets/leaderboard/define.ts'
import '../src/widgets/leaderboard/define.ts'
import { createPartnerPortal } from '../src/widgets/portal/define.ts'
import { show, textIn, until } from './mount.ts'

/** Stands between a widget and its backend, which may get another request instead. */
export type Between = (
  request: Request,
  next: (instead?: Request) => Promise<Response>,
) => Promise<Response>

/** The backend of a leaderboard; each setting may be left out. */
export interface LeaderboardOptions {
  scenario?: Scenario
  person?: string
  locale?: string
  between?: Between
}

/** Shows a leaderboard over a backend of its own, which the caller closes. */
export async function openLeaderboard(
  set: Partial<PrmLeaderboard> = {},
  {
    scenario = scenarios.filled,
    person,
    locale = 'en',
    between = (_, next) => next(),
  }: LeaderboardOptions = {},
): Promise<{ board: PrmLeaderboard; mock: Mock }> {
  const mock = createMock({ scenario, ...(person && { person }), clock: () => Date.now() })
  const portal = createPartnerPortal({
    ...{ baseUrl: mock.baseUrl, locale, fetchToken: mock.fetchToken },
    fetch: (input: RequestInfo | URL, init?: RequestInit) => {
      const request = new Request(input, init)
      return between(request, (instead = request) => mock.fetch(instead))
    },
  })
  const board = Object.assign(portal.create('prm-leaderboard'), set) as PrmLeaderboard
  await show(board)
  await until(board, 'ready', 'empty', 'error', 'degraded', 'offline')
  return { board, mock }
}

/** The places that a leaderboard shows, as a person reads them. */
export const rowsOf = (board: PrmLeaderboard): string[] =>
  [...board.shadowRoot!.querySelectorAll('.places tbody tr:not(:has(.gap))')].map(textIn)

/** Changes what the backend answers to requests whose path ends so. */
export const edited =
  <Answer>(end: string, change: (answer: Answer) => unknown): Between =>
  async (request, next) => {
    const answer = await next()
    const path = new URL(request.url).pathname.replace(/\/$/, '')
    if (!path.endsWith(end) || !answer.ok) return answer
    return Response.json(change((await answer.json()) as Answer))
  }

/** Answers the places two at a time, in two pages. */
export const inPages: Between = async (request, next) => {
  const { origin, pathname, searchParams } = new URL(request.url)
  if (!pathname.endsWith('/entries')) return next()
  const whole = await next(new Request(origin + pathname, request))
  const { items, ...page } = await whole.json()
  return Response.json(
    searchParams.has('cursor')
      ? { ...page, items: items.slice(2) }
      : { ...page, items: items.slice(0, 2), nextCursor: 'x' },
  )
}

/** Sends something to a backend as the vendor's manager, and tells what came of it. */
export async function asManager(
  mock: Mock,
  method: string,
  path: string,
  body?: object,
  headers: Record<string, string> = {},
): Promise<Response> {
  const { token } = await mock.signIn(scenarios.vendorManager.person)
  const answer = await mock.fetch(
    new Request(`${mock.baseUrl}/v1${path}`, {
      ...{ method, ...(body && { body: JSON.stringify(body) }) },
      headers: {
        ...{ authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        ...{ 'idempotency-key': crypto.randomUUID(), ...headers },
      },
    }),
  )
  if (!answer.ok) throw new Error(`${method} ${path}: ${await answer.text()}`)
  return answer
}
