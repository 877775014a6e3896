import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createClient } from '../src/index.ts'

const rounds = 40
const perRound = 25

/**
 * A page of 25 deals through the client, and the same through bare `fetch` and `JSON.parse`, from a
 * server on this machine that always gives the same answer. Milliseconds, as medians.
 */
export async function benchCalls(): Promise<Record<'client' | 'validating' | 'bare', number>> {
  const page = JSON.stringify({ items: Array.from({ length: 25 }, (_, index) => deal(index)) })
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'application/json')
    response.end(page)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const options = { baseUrl, fetchToken: () => 'token' }
  const client = createClient({ ...options, validation: 'off' })
  const validating = createClient({ ...options, validation: 'report' })
  const headers = { authorization: 'Bearer token', accept: 'application/json' }
  const works = {
    client: () => client.deals.list({ query: { limit: 25 } }),
    validating: () => validating.deals.list({ query: { limit: 25 } }),
    bare: async () =>
      JSON.parse(await (await fetch(`${baseUrl}/v1/deals?limit=25`, { headers })).text()),
  }
  const times: Record<keyof typeof works, number[]> = { client: [], validating: [], bare: [] }
  const names = Object.keys(works) as (keyof typeof works)[]
  for (let round = 0; round < rounds; round++) {
    // Each begins as often as the others, so that all have the same weather.
    for (const offset of names.keys()) {
      const name = names[(round + offset) % names.length] ?? 'bare'
      const start = performance.now()
      for (let index = 0; index < perRound; index++) await works[name]()
      times[name].push((performance.now() - start) / perRound)
    }
  }
  client.close()
  validating.close()
  server.closeAllConnections()
  server.close()
  const median = (numbers: number[]) =>
    numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? Number.NaN
  return {
    client: median(times.client),
    validating: median(times.validating),
    bare: median(times.bare),
  }
}

function deal(index: number) {
  const at = '2026-03-01T12:00:00.000Z'
  const money = { amount: '1080.00', currency: 'EUR' }
  return {
    ...{ id: `deal_${index}`, number: `D-${index}`, externalIds: { crm: `006${index}` } },
    partners: [{ partnerId: 'one', role: 'owner', name: 'Nordwind Systems' }],
    ...{
      ownerUserId: 'ada',
      ownerName: 'Ada Admin',
      createdAt: at,
      updatedAt: at,
      submittedAt: at,
    },
    ...{ revision: 1, status: 'approved', statusLabel: 'Protected', name: `Renewal ${index}` },
    allowedActions: ['close', 'release', 'request_extension', 'hand_over'],
    editableFields: ['/stage', '/expectedCloseDate', '/amount', '/nextStep'],
    customer: {
      companyName: `Customer ${index} GmbH`,
      website: 'https://customer.example',
      country: 'DE',
    },
    problem: 'They replace their installation and want one supplier for it all. '.repeat(2),
    lines: [{ productId: 'pump', name: 'Pump 100', quantity: 2, unitPrice: money, amount: money }],
    ...{ amount: money, totals: [money], custom: { budget: 'approved' }, consents: {} },
    ...{ attachments: [], commentCount: 0 },
  }
}
