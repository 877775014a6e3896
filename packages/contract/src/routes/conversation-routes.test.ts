import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as z from 'zod/mini'
import { conversationRoutes } from './conversation-routes.ts'
import { dealRoutes } from './deal-routes.ts'
import { Deal } from '../schemas/deals/deals.ts'

const Case = z.object({ id: z.string(), subject: z.string() })

test('another resource gets the same operations below its own path', () => {
  const cases = conversationRoutes('cases', Case)
  const path: '/cases/{id}/comments' = cases.addComment.path

  assert.equal(path, '/cases/{id}/comments')
  assert.deepEqual(
    Object.entries(cases).map(([name, route]) => [name, route.method, route.path]),
    Object.entries(conversationRoutes('deals', Deal)).map(([name, route]) => [
      name,
      route.method,
      route.path.replace('/deals/', '/cases/'),
    ]),
  )
})

test('an attachment answers the record of its resource', () => {
  assert.equal(conversationRoutes('cases', Case).attach.response, Case)
  assert.equal(dealRoutes.attach.response, Deal)
})
