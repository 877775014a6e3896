import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createClient } from '@prmkit/client'
import { dealsOfNamed, loadDeals } from './deal-pages.ts'

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

test('the registrations of a partner are found by the partner’s name, and no others', async () => {
  const client = createClient({
    baseUrl: 'http://backend.example',
    apiKey: 'sk_any',
    validation: 'off',
    fetch: async ({ url }) => {
      const { pathname, searchParams } = new URL(url)
      if (pathname.endsWith('/partners')) {
        const isNamed = 'Nordwasser GmbH'.toLowerCase().includes(searchParams.get('search') ?? '?')
        return Response.json({ items: isNamed ? [{ id: 'nord' }] : [] })
      }
      const items = searchParams.getAll('partnerId').includes('nord')
        ? [{ id: 'old' }]
        : isSkilled && searchParams.get('ownerName') !== 'amara'
          ? []
          : owned
      return Response.json({ items })
    },
  })
  const customer = { companyName: '' }
  const owned = [
    { id: 'amaras', name: 'Roof', ownerName: 'Amara Ołowska', partners: [], customer },
    { id: 'other', name: 'Wall', ownerName: 'Ben', partners: [], customer },
  ]
  let isSkilled = true
  const find = async (search: string) => {
    const query = { status: ['submitted' as const] }
    const deals = await dealsOfNamed(client, search, query, new AbortController().signal)
    return deals.map(({ id }) => id)
  }

  assert.deepEqual(await find('nordwasser'), ['old'])
  assert.deepEqual(await find('südwasser'), [])
  assert.deepEqual(await find('amara'), ['amaras'])
  // A backend that does not know the query answers with all registrations.
  isSkilled = false
  assert.deepEqual(await find('amara'), ['amaras'])
})

test('a name finds all registrations of all partners and people that have it', async () => {
  const [partners, deals] = [120, 130]
  const page = (all: object[], { searchParams }: URL) => {
    const from = Number(searchParams.get('cursor') ?? 0)
    const until = from + Number(searchParams.get('limit'))
    return Response.json({
      items: all.slice(from, until),
      ...(until < all.length && { nextCursor: String(until) }),
    })
  }
  const deal = (id: string) => ({
    ...{ id, name: 'Roof', ownerName: 'Amara', partners: [], customer: { companyName: '' } },
  })
  const many = (count: number, id: (place: number) => string) =>
    Array.from({ length: count }, (_, place) => deal(id(place)))
  const client = createClient({
    baseUrl: 'http://backend.example',
    apiKey: 'sk_any',
    validation: 'off',
    fetch: async (request) => {
      const url = new URL(request.url)
      if (url.pathname.endsWith('/partners')) return page(many(partners, String), url)
      const ids = url.searchParams.getAll('partnerId')
      if (ids.length === 0)
        return page(
          many(deals, (place) => `owned ${place}`),
          url,
        )
      return page(
        ids.flatMap((id) => many(deals, (place) => `${id} ${place}`)),
        url,
      )
    },
  })

  const found = await dealsOfNamed(client, 'amara', {}, new AbortController().signal)

  assert.equal(new Set(found.map(({ id }) => id)).size, partners * deals + deals)
})
