import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checks, run } from '@prmkit/conformance'
import { createApp, memoryFiles, memoryStore, seed } from './index.ts'

const apiKey = 'sk_conformance'

test('the backend over the memory store keeps every promise of the contract', async (suite) => {
  const store = memoryStore()
  await seed(store)
  const limits = { requestsPerMinute: 100_000, availabilityPerHour: 10_000 }
  const app = createApp({ store, fileStore: memoryFiles(), apiKeys: [apiKey], limits })
  const target = {
    baseUrl: 'http://server.example',
    apiKey,
    fetch: (input: RequestInfo | URL, init?: RequestInit) => app.fetch(new Request(input, init)),
    seller: { user: { id: 'ada' } },
    stranger: { user: { id: 'sol' } },
    colleague: { user: { id: 'cleo' } },
    manager: { user: { id: 'mona' } },
  }
  let count = 0
  for await (const { check, result, reason } of run(target)) {
    count += 1
    await suite.test(`${check.id}: ${check.title}`, () => assert.equal(result, 'pass', reason))
  }
  app.close()
  assert.equal(count, checks.length)
})
