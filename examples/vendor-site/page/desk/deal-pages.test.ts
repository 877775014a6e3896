import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createClient } from '@prmkit/client'
import { loadDeals } from './deal-pages.ts'

test('as many registrations come as are wanted, each once though the list moves', async () => {
  const asked: (string | null)[][] = []
  const client = createClient({
    baseUrl: 'http://backend.example',
    apiKey: 'sk_any',
    validation: 'off',
    fetch: async (request) => {
      const { searchParams } = new URL(request.url)
      const [limit, cursor] = [searchParams.get('limit'), searchParams.get('cursor')]
      asked.push([limit, cursor])
      // The last row of the page before has moved to the beginning of this one.
      const from = cursor ? Number(cursor) - 1 : 0
      const items = Array.from({ length: Number(limit) }, (_, place) => ({
        id: `deal_${from + place}`,
      }))
      return Response.json({ items, nextCursor: String(from + items.length) })
    },
  })

  const { deals, next } = await loadDeals(client, {}, 126, new AbortController().signal)

  assert.deepEqual(asked, [
    ['63', null],
    ['63', '63'],
    ['63', '125'],
  ])
  assert.deepEqual(
    deals.map(({ id }) => id),
    Array.from({ length: 187 }, (_, place) => `deal_${place}`),
  )
  assert.equal(next, '187')
})
