import assert from 'node:assert/strict'
import { Capability, Discovery } from '@prmkit/contract'
import { check } from '../check.ts'
import { problemOf } from '../expect.ts'

/** The list of each resource that has one below its own name. */
const lists: Partial<Record<Capability, string>> = {
  deals: '/deals',
  announcements: '/announcements',
  boards: '/boards',
  tiers: '/tiers',
  articles: '/articles',
  training: '/courses',
  classes: '/classes',
}

export const capabilities = [
  check(
    'capabilities.blocks',
    'capabilities',
    'discovery describes a resource exactly when it names its capability',
    async ({ discovery }) => {
      for (const capability of Capability.options.filter((name) => name in Discovery.shape)) {
        const named = discovery.capabilities.includes(capability)
        const described = capability in discovery
        assert.equal(
          described,
          named,
          `Discovery ${described ? 'has' : 'lacks'} the block “${capability}” and ${named ? 'names' : 'does not name'} the capability.`,
        )
      }
    },
  ),
  check(
    'capabilities.operations',
    'capabilities',
    'a resource can be asked for exactly when discovery names its capability',
    async ({ discovery, seller }) => {
      for (const [capability, path] of Object.entries(lists)) {
        const answer = await seller.send('GET', path)
        if (discovery.capabilities.includes(capability as Capability))
          assert.equal(answer.status, 200, `GET ${path} was answered with ${answer.status}.`)
        else await problemOf(answer, 'not-found')
      }
    },
  ),
  check(
    'capabilities.read-only',
    'capabilities',
    'a user who may only read changes nothing',
    async ({ seller }) => {
      const body = { name: 'a.txt', mediaType: 'text/plain', size: 2 }

      await problemOf(await seller.send('POST', '/deals', { body: {} }), 'read-only')
      await problemOf(await seller.send('POST', '/files', { body }), 'read-only')
    },
    ['deals', 'reading-only'],
  ),
]
