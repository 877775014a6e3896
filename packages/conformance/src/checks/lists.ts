import assert from 'node:assert/strict'
import type { Deal, DealSort } from '@prmkit/contract'
import { check } from '../check.ts'
import { unique } from '../context.ts'
import { fieldErrorOf } from '../expect.ts'
import { inDays } from './deals/deal-life.ts'

export const lists = [
  check(
    'lists.paging',
    'cursors',
    'pages neither lose nor repeat a record',
    async ({ seller, sample }) => {
      const word = unique()
      const created = await Promise.all(
        Array.from({ length: 12 }, (_, index) =>
          seller.client.deals.create({
            body: sample({ name: `Page ${word} ${index}`, status: 'draft' }),
          }),
        ),
      )
      for (const sort of ['created_desc', 'created_asc', 'name_asc', 'updated_desc'] as const) {
        const ids: string[] = []
        let cursor: string | undefined
        do {
          const query = { search: word, sort, limit: 5, ...(cursor && { cursor }) }
          const page = await seller.client.deals.list({ query })
          assert.ok(page.items.length <= 5)
          const repeated = page.items.find(({ id }) => ids.includes(id))
          assert.ok(
            !repeated,
            `With sort=${sort}, ${repeated?.id} came a second time: is “cursor” read?`,
          )
          ids.push(...page.items.map(({ id }) => id))
          cursor = page.nextCursor
        } while (cursor)

        assert.equal(ids.length, 12, sort)
        assert.deepEqual(new Set(ids), new Set(created.map(({ id }) => id)), sort)
      }
    },
    ['deals', 'writing'],
  ),
  check(
    'lists.new-in-between',
    'cursors',
    'a record made in between disturbs no page',
    async ({ seller, sample }) => {
      const word = unique()
      const create = () =>
        seller.client.deals.create({ body: sample({ name: `Between ${word}`, status: 'draft' }) })
      await create()
      await create()
      const query = { search: word, limit: 1 } as const
      const first = await seller.client.deals.list({ query })
      await create()
      const second = await seller.client.deals.list({
        query: { ...query, cursor: first.nextCursor ?? '' },
      })

      assert.notEqual(second.items[0]?.id, first.items[0]?.id)
      assert.equal(second.items.length, 1)
    },
    ['deals', 'writing'],
  ),
  check(
    'lists.order',
    'lists',
    'a list is in the order that was asked for, else the newest first',
    async ({ seller, sample }) => {
      const word = unique()
      const created = []
      for (const [letter, day] of [
        ['b', 70],
        ['a', 90],
        ['c', 80],
      ] as const)
        created.push(
          await seller.client.deals.create({
            body: sample({
              name: `Order ${word} ${letter}`,
              status: 'draft',
              expectedCloseDate: inDays(day),
            }),
          }),
        )
      const [first] = created as [Deal]
      await seller.client.deals.update({
        params: { id: first.id },
        ifMatch: first.revision,
        body: { nextStep: 'Call again' },
      })
      const listed = async (sort?: DealSort) => {
        const query = { search: word, ...(sort && { sort }) }
        return (await seller.client.deals.list({ query })).items
      }
      const letters = (deals: Deal[]) => deals.map(({ name }) => name.slice(-1)).join('')
      const assertRising = (deals: Deal[], by: (deal: Deal) => string, order: string) => {
        const found = deals.map(by)
        assert.deepEqual(found, found.toSorted(), `${order}: ${found.join(', ')}`)
        assert.equal(found.length, 3, order)
      }
      const byCreation = ({ createdAt }: Deal) => createdAt

      assertRising(await listed('created_asc'), byCreation, 'created_asc')
      assertRising((await listed('created_desc')).toReversed(), byCreation, 'created_desc')
      assertRising((await listed()).toReversed(), byCreation, 'without “sort”')
      assertRising(
        (await listed('updated_desc')).toReversed(),
        ({ updatedAt }) => updatedAt,
        'updated_desc',
      )
      assert.equal(letters(await listed('name_asc')), 'abc', 'name_asc')
      assert.equal(letters(await listed('close_asc')), 'bca', 'close_asc')
    },
    ['deals', 'writing'],
  ),
  check(
    'lists.filters',
    'lists',
    'values of one field are alternatives, fields must all hold',
    async ({ seller, sample }) => {
      const word = unique()
      const create = (status: 'draft' | 'submitted') =>
        seller.client.deals.create({ body: sample({ name: `Filter ${word}`, status }) })
      const draft = await create('draft')
      const sent = await create('submitted')
      const found = async (query: object) => {
        const { items } = await seller.client.deals.list({ query: { search: word, ...query } })
        return items.map(({ id }) => id).toSorted()
      }

      assert.deepEqual(await found({ status: ['draft'] }), [draft.id])
      assert.deepEqual(await found({ status: ['closed'] }), [])
      assert.deepEqual(
        await found({ status: ['draft', 'submitted'] }),
        [draft.id, sent.id].toSorted(),
      )
      assert.deepEqual(await found({ status: ['draft'], search: `nobody-${word}` }), [])
    },
    ['deals', 'writing'],
  ),
  check(
    'lists.owner',
    'lists',
    'the caller’s own are those they own',
    async ({ seller, colleague, sample, asOf }) => {
      const word = unique()
      const body = () => sample({ name: `Owner ${word}`, status: 'draft' })
      const own = await seller.client.deals.create({ body: body() })
      await colleague.client.deals.create({ body: asOf(colleague, body()) })
      const query = { search: word, owner: 'me' } as const
      const { items } = await seller.client.deals.list({ query })

      assert.deepEqual(
        items.map(({ id }) => id),
        [own.id],
      )
    },
    ['deals', 'writing', 'colleague'],
  ),
  check(
    'lists.facets',
    'lists',
    'a facet ignores its own selection',
    async ({ seller, sample }) => {
      const word = unique()
      const create = (status: 'draft' | 'submitted') =>
        seller.client.deals.create({ body: sample({ name: `Facet ${word}`, status }) })
      await create('draft')
      await create('submitted')
      const page = await seller.client.deals.list({
        query: { search: word, status: ['draft'], facets: true },
      })
      const counts = new Map(page.facets?.['status']?.map(({ value, count }) => [value, count]))
      const query = { search: word, limit: 1, facets: true } as const
      const short = await seller.client.deals.list({ query })

      assert.equal(page.total, 1)
      assert.equal(short.total, 2, 'The total is not that of all pages.')
      assert.deepEqual([counts.get('draft'), counts.get('submitted')], [1, 1])
    },
    ['deals', 'writing'],
  ),
  check(
    'lists.search',
    'search',
    'a search finds what has all of its words, in number, name or customer',
    async ({ seller, sample }) => {
      const body = sample({ name: `Ältere Pumpen ${unique()}`, status: 'draft' })
      const deal = await seller.client.deals.create({ body })
      const { companyName } = body.customer
      const mixed = `PUMPEN ${companyName} altere`
      for (const search of [companyName, deal.number, mixed]) {
        const { items } = await seller.client.deals.list({ query: { search } })
        assert.ok(
          items.some(({ id }) => id === deal.id),
          search,
        )
      }
      const other = `nobody-${unique()}`
      for (const search of [other, `${companyName} ${other}`]) {
        const nothing = await seller.client.deals.list({ query: { search } })
        assert.deepEqual(nothing.items, [], search)
      }
    },
    ['deals', 'writing'],
  ),
  check(
    'lists.bad-query',
    'strict-requests',
    'a query field that is misspelt or out of bounds is named',
    async ({ seller }) => {
      await fieldErrorOf(await seller.send('GET', '/deals?limit=1000'), '/limit', 'too-big')
      await fieldErrorOf(await seller.send('GET', '/deals?limit=many'), '/limit')
      await fieldErrorOf(await seller.send('GET', '/deals?staus=draft'), '/staus', 'unknown-field')
      await fieldErrorOf(await seller.send('GET', '/deals?cursor=forged'), '/cursor')
    },
    ['deals'],
  ),
]
