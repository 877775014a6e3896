import assert from 'node:assert/strict'
import { capabilitiesFor, Capability, Discovery, routes, type Route } from '@prmkit/contract'
import { check } from '../check.ts'
import { problemOf } from '../expect.ts'

const groups: Record<string, Record<string, Route>> = routes

/** The lists that a session may ask for and that one capability alone brings, each with that capability. */
const lists = Object.entries(groups).flatMap(([resource, { list }]) => {
  const [capability, ...others] = capabilitiesFor(resource)
  const isOpen =
    list !== undefined && ['partner', 'session', 'session-or-api-key'].includes(list.access)
  return capability && others.length === 0 && isOpen ? [{ capability, path: list.path }] : []
})

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
      for (const { capability, path } of lists) {
        const answer = await seller.send('GET', path)
        if (discovery.capabilities.includes(capability))
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
