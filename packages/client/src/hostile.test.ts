import assert from 'node:assert/strict'
import { test } from 'node:test'
import { until, withoutJitter } from '../test/backend.ts'
import { createClient, isPrmError, type Diagnostic } from './index.ts'

/** Numbers that look random and are the same in every run (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const odd = [
  null,
  true,
  0,
  -1,
  1e308,
  '',
  'x'.repeat(5000),
  '\u202e\u0000',
  [],
  {},
  [[[]]],
  '__proto__',
]
const product = { id: 'p1', externalIds: {}, sku: 'S', name: 'Press', listPrices: [] }
const page = { items: [product, product], nextCursor: 'next', total: 2, facets: {} }

/** A copy in which some values are odd ones, or gone. */
function spoilt(value: unknown, random: () => number): unknown {
  if (random() < 0.12) return odd[Math.floor(random() * odd.length)]
  if (Array.isArray(value)) return value.map((item) => spoilt(item, random))
  if (!(value instanceof Object)) return value
  const entries = Object.entries(value).filter(() => random() > 0.05)
  return Object.fromEntries(entries.map(([name, inner]) => [name, spoilt(inner, random)]))
}

function answer(random: () => number): Response {
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T
  const text = JSON.stringify(spoilt(page, random))
  const status = pick([200, 200, 200, 201, 204, 302, 304, 401, 404, 409, 422, 429, 500, 503])
  const headers = {
    'content-type': pick(['application/json', 'application/problem+json', 'text/html', 'x', '']),
    'retry-after': pick(['0', 'now', '-1', '1e9', '']),
    ratelimit: pick(['', ';;;', '"a";r=0;t=99999999999', 'r=0']),
    'request-id': pick(['', 'r1', 'x'.repeat(3000)]),
  }
  const cutAt = random() < 0.3 ? Math.floor(random() * text.length) : text.length
  const body = [204, 304].includes(status) ? null : text.slice(0, cutAt)
  return new Response(body, { status, headers })
}

test('whatever a backend answers, a call gives data or an error of ours', async (t) => {
  withoutJitter(t)
  const random = numbers(20261121)
  const diagnostics: Diagnostic[] = []
  const client = createClient({
    baseUrl: 'https://partners.acme.example',
    fetchToken: () => 'token',
    fetch: () => answer(random),
    onDiagnostic: (diagnostic) => diagnostics.push(diagnostic),
  })
  t.after(() => client.close())
  let delivered = 0
  const names = new Map<string, number>()

  for (let run = 0; run < 600; run++)
    try {
      const { items } = await client.products.list()
      assert.ok(Array.isArray(items))
      delivered += 1
    } catch (error) {
      if (!isPrmError(error)) throw error
      assert.ok(error.code && error.message.length < 4000, error.message)
      names.set(error.name, (names.get(error.name) ?? 0) + 1)
    }

  assert.ok(delivered > 30)
  assert.deepEqual([...names.keys()].toSorted(), [
    'AuthenticationError',
    'ContractError',
    'ProblemError',
  ])
  await until(() => diagnostics.some(({ type }) => type === 'contract-drift'))
})

test('a list is walked whatever its items are', async (t) => {
  const client = createClient({
    baseUrl: 'https://partners.acme.example',
    fetch: ({ url }) =>
      Response.json({ items: odd, nextCursor: url.includes('cursor') ? null : 'c1' }),
  })
  t.after(() => client.close())
  let walked = 0

  for await (const _item of client.products.list()) walked += 1

  assert.equal(walked, 2 * odd.length)
})
