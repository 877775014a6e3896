import assert from 'node:assert/strict'
import type { Deal } from '@prmkit/contract'
import { check } from '../check.ts'
import { unique } from '../context.ts'
import { problemOf } from '../expect.ts'

export const idempotency = [
  check(
    'idempotency.missing',
    'idempotency',
    'a write without a key is refused',
    async ({ seller, sample }) => {
      const headers = { 'Idempotency-Key': '' }

      await problemOf(
        await seller.send('POST', '/deals', { headers, body: sample() }),
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
      const body = sample({ name: `Once ${word}` })
      const headers = { 'Idempotency-Key': word }
      const first = (await (await seller.send('POST', '/deals', { headers, body })).json()) as Deal
      const again = await seller.send('POST', '/deals', { headers, body })
      const found = await seller.client.deals.list({ query: { search: word } })

      assert.equal(again.status, 201)
      assert.equal(((await again.json()) as Deal).id, first.id)
      assert.equal(found.items.length, 1)
    },
  ),
  check(
    'idempotency.parallel',
    'idempotency',
    'ten at once make one deal',
    async ({ seller, sample }) => {
      const word = unique()
      const body = sample({ name: `Parallel ${word}` })
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
      await seller.send('POST', '/deals', { headers, body: sample() })
      const other = await seller.send('POST', '/deals', { headers, body: sample() })

      await problemOf(other, 'idempotency-key-reused')
    },
  ),
  check(
    'idempotency.refused',
    'idempotency',
    'a refused request can be repeated with its key',
    async ({ seller, sample }) => {
      const headers = { 'Idempotency-Key': unique() }
      const body = sample()
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
      const mine = await seller.send('POST', '/deals', { headers, body: sample() })
      const theirs = await stranger.send('POST', '/deals', { headers, body: sample() })

      assert.equal(theirs.status, 201)
      assert.notEqual(((await theirs.json()) as Deal).id, ((await mine.json()) as Deal).id)
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
