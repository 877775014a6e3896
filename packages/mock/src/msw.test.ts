import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createClient } from '@prmkit/client'
import { setupServer } from 'msw/node'
import { createMock } from './mock.ts'
import { mockHandler } from './msw.ts'

test('one handler answers a client that knows nothing of the mock', async () => {
  const mock = createMock({ baseUrl: 'https://partners.acme.example' })
  const server = setupServer(mockHandler(mock))
  server.listen()
  const { baseUrl, fetchToken } = mock
  const client = createClient({ baseUrl, fetchToken })
  try {
    const body = { customer: { companyName: 'Nordwind' }, status: 'draft' as const }
    const { id } = await client.deals.create({ body })

    assert.equal((await client.deals.get({ params: { id } })).customer.companyName, 'Nordwind')
    assert.ok(await mock.store.read.deals.get(id))
  } finally {
    client.close()
    mock.close()
    server.close()
  }
})
