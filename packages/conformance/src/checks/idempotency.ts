import assert from 'node:assert/strict'
import { Comment, Deal } from '@prmkit/contract'
import { check } from '../check.ts'
import { unique, type Caller } from '../context.ts'
import { answerOf, problemOf } from '../expect.ts'

export const idempotency = [
  check(
    'idempotency.missing',
    'idempotency',
    'a write without a key is refused',
    async ({ seller, sample }) => {
      const { id, revision } = await seller.client.deals.create({ body: sample() })
      const headers = { 'Idempotency-Key': '', 'If-Match': `"${revision}"` }
      const writes = [
        ['POST', '/deals', sample()],
        ['PATCH', `/deals/${id}`, { name: 'New' }],
        ['POST', `/deals/${id}/actions`, { action: 'withdraw' }],
        ['POST', `/deals/${id}/comments`, { text: 'Hello' }],
        ['DELETE', `/deals/${id}`, undefined],
      ] as const

      for (const [method, path, body] of writes)
        await problemOf(
          await seller.send(method, path, { headers, body }),
          'idempotency-key-missing',
        )
    },
  ),
  check(
    'idempotency.replay',
    'idempotency',
    'the same key and body take effect once',
    async ({ seller, sample }) => {
      const word = unique()
      const body = sample({ name: `Once ${word}`, status: 'draft' })
      const headers = { 'Idempotency-Key': word }
      const send = async () =>
        answerOf(await seller.send('POST', '/deals', { headers, body }), 201, Deal)
      const first = await send()
      const again = await send()
      const found = await seller.client.deals.list({ query: { search: word } })

      assert.equal(again.id, first.id)
      assert.equal(found.items.length, 1)
    },
  ),
  check(
    'idempotency.parallel',
    'idempotency',
    'ten at once make one deal',
    async ({ seller, sample }) => {
      const word = unique()
      const body = sample({ name: `Parallel ${word}`, status: 'draft' })
      const headers = { 'Idempotency-Key': word }
      const send = () => seller.send('POST', '/deals', { headers, body })
      const answers = await Promise.all(Array.from({ length: 10 }, send))
      const found = await seller.client.deals.list({ query: { search: word } })

      assert.equal(found.items.length, 1)
      for (const answer of answers)
        if (answer.status !== 201) await problemOf(answer, 'idempotency-in-progress')
    },
  ),
  check(
    'idempotency.other-body',
    'idempotency',
    'the same key with another body is refused',
    async ({ seller, sample }) => {
      const headers = { 'Idempotency-Key': unique() }
      await seller.send('POST', '/deals', { headers, body: sample({ status: 'draft' }) })
      const other = await seller.send('POST', '/deals', {
        headers,
        body: sample({ status: 'draft' }),
      })

      await problemOf(other, 'idempotency-key-reused')
    },
  ),
  check(
    'idempotency.refused',
    'idempotency',
    'a refused request can be repeated with its key',
    async ({ seller, sample }) => {
      const headers = { 'Idempotency-Key': unique() }
      const body = sample({ status: 'draft' })
      const refused = await seller.send('POST', '/deals', { headers, body: { ...body, name: 7 } })
      const mended = await seller.send('POST', '/deals', { headers, body })

      await problemOf(refused, 'validation-failed')
      assert.equal(mended.status, 201)
    },
  ),
  check(
    'idempotency.users',
    'idempotency',
    'another user’s key is another key',
    async ({ seller, stranger, sample }) => {
      const headers = { 'Idempotency-Key': unique() }
      const create = async ({ send }: Caller) =>
        answerOf(
          await send('POST', '/deals', { headers, body: sample({ status: 'draft' }) }),
          201,
          Deal,
        )

      assert.notEqual((await create(seller)).id, (await create(stranger)).id)
    },
  ),
  check(
    'idempotency.operations',
    'idempotency',
    'another operation’s key is another key',
    async ({ seller, sample }) => {
      const headers = { 'Idempotency-Key': unique() }
      const created = await seller.send('POST', '/deals', {
        headers,
        body: sample({ status: 'draft' }),
      })
      const { id } = await answerOf(created, 201, Deal)
      const body = { text: 'Hello' }
      const answer = await seller.send('POST', `/deals/${id}/comments`, { headers, body })

      assert.equal((await answerOf(answer, 201, Comment)).text, 'Hello')
    },
  ),
  check(
    'idempotency.before-revision',
    'idempotency',
    'a repeated action is answered, not called stale',
    async ({ seller, sample }) => {
      const deal = await seller.client.deals.create({ body: sample() })
      const withdraw = () =>
        seller.send('POST', `/deals/${deal.id}/actions`, {
          headers: { 'Idempotency-Key': `withdraw-${deal.id}`, 'If-Match': `"${deal.revision}"` },
          body: { action: 'withdraw' },
        })

      assert.equal((await withdraw()).status, 200)
      assert.equal((await withdraw()).status, 200)
    },
  ),
]
