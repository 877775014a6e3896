import { createApp, memoryFiles, seed } from '../src/index.ts'
import { openStore } from '../src/postgres/engine/connect.ts'
import { aBoard, aRule } from './board-records.ts'
import { tokenFor } from './bench-statements.ts'
import type { NativePostgres } from './native-postgres.ts'

const apiKey = 'sk_bench_of_the_desk'

/** A server whose partners have a board, and a desk that decides. */
export interface WonBackend {
  /** The token of a seller, who looks at the board. */
  token: string
  fetch(request: Request): Promise<Response>
  /** Registers a deal of the seller and approves it; answers how the desk says that it is won. */
  approved(): Promise<() => Promise<void>>
  close(): Promise<void>
}

/** Opens a server on PostgreSQL with a board of deals that were won. */
export async function openWonBackend(server: NativePostgres): Promise<WonBackend> {
  const store = await openStore({ databaseUrl: await server.database() })
  await seed(store)
  await store.write(async ({ programme, boards }) => {
    const rules = [aRule({ id: 'won', event: 'deal.closed', points: 10 })]
    await programme.putPointRules({ rules, lateDays: 31 })
    await boards.put([aBoard({ id: 'won', rules: ['won'], periods: ['all'] })])
  })
  const limits = { requestsPerMinute: 100_000_000, customersPerHour: 100_000_000 }
  const app = createApp({ store, fileStore: memoryFiles(), apiKeys: [apiKey], limits })
  const [token, desk] = [await tokenFor(app, apiKey, 'ada'), await tokenFor(app, apiKey, 'mona')]
  let count = 0

  async function send<Answer>(who: string, path: string, body: object, revision?: number) {
    const answer = await app.fetch(
      new Request(`http://server.example/v1${path}`, {
        method: 'POST',
        headers: {
          ...{ authorization: `Bearer ${who}`, 'content-type': 'application/json' },
          'idempotency-key': crypto.randomUUID(),
          ...(revision !== undefined && { 'if-match': `"${revision}"` }),
        },
        body: JSON.stringify(body),
      }),
    )
    const text = await answer.text()
    if (!answer.ok) throw new Error(text)
    return JSON.parse(text) as Answer
  }
  type Deal = { id: string; revision: number }
  const act = (deal: Deal, action: object) =>
    send<Deal>(desk, `/deals/${deal.id}/actions`, action, deal.revision)

  return {
    token,
    fetch: async (request) => app.fetch(request),
    async approved() {
      count += 1
      const deal = await send<Deal>(token, '/deals', {
        name: `Project ${count}`,
        customer: {
          companyName: `Customer ${count}`,
          website: `https://customer-${count}.example/`,
        },
        lines: [
          { productId: 'pump', quantity: 2, unitPrice: { amount: '10.00', currency: 'EUR' } },
        ],
        consents: { terms: { version: '2026-01', given: true } },
      })
      const reviewed = await act(deal, { action: 'start_review' })
      const until = new Date(Date.now() + 90 * 86_400_000).toISOString().slice(0, 10)
      const approved = await act(reviewed, { action: 'approve', protectedUntil: until })
      return async () => void (await act(approved, { action: 'close', outcome: 'won' }))
    },
    async close() {
      app.close()
      await store.close()
    },
  }
}
