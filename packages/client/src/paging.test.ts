import assert from 'node:assert/strict'
import { test } from 'node:test'
import { backend, problem } from '../test/backend.ts'
import type { Client } from './client.ts'

/** Three pages; the second repeats a record of the first. */
const pages = [
  { items: [{ id: 'a' }, { id: 'b' }], nextCursor: 'one' },
  { items: [{ id: 'b' }, { id: 'c' }], nextCursor: 'two' },
  { items: [{ id: 'd' }] },
]
const page = ({ url }: { url: string }) => {
  const cursor = new URL(url, 'http://x').searchParams.get('cursor')
  return { body: pages[cursor === 'two' ? 2 : cursor === 'one' ? 1 : 0] }
}
const idsOf = async (list: ReturnType<Client['deals']['list']>) => {
  const ids: string[] = []
  for await (const deal of list) ids.push(deal.id)
  return ids
}

test('a list is awaited for its first page', async (t) => {
  const { client, received } = await backend(t, page)

  const { items, nextCursor } = await client.deals.list({ query: { limit: 2 } })

  assert.deepEqual([items.length, nextCursor, received.length], [2, 'one', 1])
})

test('a list is walked to its end, each record once, under the same question', async (t) => {
  const { client, received } = await backend(t, page)

  assert.deepEqual(await idsOf(client.deals.list({ query: { limit: 2 } })), ['a', 'b', 'c', 'd'])
  assert.deepEqual(
    received.map(({ url }) => url),
    ['', '&cursor=one', '&cursor=two'].map((cursor) => `/v1/deals?limit=2${cursor}`),
  )
})

test('pages come as the backend sends them', async (t) => {
  const { client } = await backend(t, page)
  const sizes: number[] = []

  for await (const { items } of client.deals.list().pages()) sizes.push(items.length)

  assert.deepEqual(sizes, [2, 2, 1])
})

test('nothing is asked before somebody wants it, nor after somebody has enough', async (t) => {
  const { client, received } = await backend(t, page)

  const list = client.deals.list()
  assert.equal(received.length, 0)
  for await (const deal of list) if (deal.id === 'a') break

  await list
  assert.equal(received.length, 1)
})

test('a list that fails is a promise that fails', async (t) => {
  const { client } = await backend(t, () => problem(403, 'forbidden'))
  let ended = false

  const caught = await client.deals
    .list()
    .finally(() => (ended = true))
    .catch((error: Error) => error.name)

  assert.deepEqual([caught, ended], ['ProblemError', true])
  await assert.rejects(idsOf(client.deals.list()), { code: 'forbidden' })
})

test('a cursor that leads in a circle, or is none, ends the walk with an error', async (t) => {
  for (const nextCursor of ['again', ['again'], 7]) {
    const { client } = await backend(t, () => ({ body: { items: [], nextCursor } }))

    await assert.rejects(idsOf(client.deals.list()), {
      name: 'ContractError',
      code: 'bad-cursor',
    })
  }
})
