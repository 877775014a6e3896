import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createClient } from '@prmkit/client'
import { newestMails } from './newest-mails.ts'

/** A backend with so many mails, the newest first. */
function backend(count: number) {
  const asked: (string | null)[] = []
  const client = createClient({
    ...{ baseUrl: 'http://backend.example', apiKey: 'sk_any', validation: 'off' },
    fetch: async ({ url }) => {
      const { searchParams } = new URL(url)
      const [limit, from] = ['limit', 'cursor'].map((name) => Number(searchParams.get(name)))
      asked.push(searchParams.get('limit'))
      const ids = Array.from({ length: count }, (_, place) => ({ id: `job_${place}` }))
      const [items, next] = [ids.slice(from, from! + limit!), from! + limit!]
      return Response.json({ items, ...(next < count && { nextCursor: String(next) }) })
    },
  })
  return { client, asked }
}
const query = { kind: 'mail enrolment.overdue', status: ['failed' as const] }

test('mails come as many as are wanted, and it is told whether there are more', async () => {
  for (const [count, most, shown, hasMore] of [
    [0, 10, 0, false],
    [10, 10, 10, false],
    [11, 10, 10, true],
    [250, 120, 120, true],
    [120, 120, 120, false],
  ] as const) {
    const found = await newestMails(backend(count).client, query, most)
    assert.deepEqual([found.mails.length, found.hasMore], [shown, hasMore], `${count} of ${most}`)
  }
})

test('the first ten mails and the news of more are one request', async () => {
  const { client, asked } = backend(40)
  await newestMails(client, query, 10)
  assert.deepEqual(asked, ['11'])
})
