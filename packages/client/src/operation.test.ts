import assert from 'node:assert/strict'
import { test } from 'node:test'
import { routes, takesIdempotencyKey, versionPrefix, type Route } from '@prmkit/contract'
import { backend } from '../test/backend.ts'
import { addressOf, newKey, operations, prefix } from './operation.ts'

const base = 'https://partners.acme.example'
const find = (name: string) => {
  const found = operations.get(name)
  assert.ok(found, name)
  return found
}

const hasItems = ({ method, response }: Route) =>
  method === 'get' && 'items' in ((response as { shape?: object } | undefined)?.shape ?? {})

test('the route list says of every operation what the route table says', () => {
  assert.equal(prefix, versionPrefix)
  const table = Object.entries(routes).flatMap(([resource, entries]) =>
    Object.entries(entries as Record<string, Route>).map(([name, route]) => ({
      name: `${resource}.${name}`,
      method: route.method.toUpperCase(),
      path: route.path,
      key: takesIdempotencyKey(route),
      match: route.ifMatch === true,
      // A list of one page is read as the others are.
      paged: route.paged === true || hasItems(route),
      public: route.access === 'public',
    })),
  )

  const list = [...operations.values()].map(({ name, method, path, flags }) => ({
    name,
    method,
    path,
    key: method !== 'GET' && !flags.has('unkeyed'),
    match: flags.has('match'),
    paged: flags.has('paged'),
    public: flags.has('public'),
  }))

  assert.deepEqual(list, table)
})

test('discovery stands at the version itself', () => {
  assert.equal(addressOf(base, find('discovery.get'), {}), `${base}/v1`)
})

test('a list in a query is a repeated field, and what is undefined is left out', () => {
  const query = { status: ['draft', 'submitted'], search: 'a & b', owner: undefined, facets: true }

  assert.equal(
    addressOf(base, find('deals.list'), { query }),
    `${base}/v1/deals?status=draft&status=submitted&search=a+%26+b&facets=true`,
  )
})

test('an id stays one part of the path, whatever it holds', () => {
  const address = (id: string) => addressOf(base, find('deals.get'), { params: { id } })

  assert.equal(address('a/b?c#d e'), `${base}/v1/deals/a%2Fb%3Fc%23d%20e`)
  for (const id of ['', '.', '..', undefined as never])
    assert.throws(() => address(id), { name: 'UsageError', code: 'invalid-argument' })
})

test('a decision carries the revision it is based on, as a strong tag', async (t) => {
  const { client, received } = await backend(t, () => ({ body: { id: 'd1' } }))

  await client.deals.act({ params: { id: 'd1' }, ifMatch: 7, body: { action: 'submit' } })

  assert.equal(received[0]?.headers['if-match'], '"7"')
  await assert.rejects(
    client.deals.remove({ params: { id: 'd1' }, ifMatch: undefined as never }),
    /^UsageError: DELETE \/deals\/\{id\} was called without ifMatch/,
  )
})

test('questions carry no idempotency key', async (t) => {
  const { client, received } = await backend(t, () => ({ body: { result: 'free' } }))

  await client.deals.checkAvailability({ body: { companyName: 'Nordwind' } })

  assert.equal(received[0]?.headers['idempotency-key'], undefined)
  assert.equal(received[0]?.headers['content-type'], 'application/json')
})

test('a page without TLS makes keys too', (t) => {
  Object.defineProperty(crypto, 'randomUUID', { value: undefined, configurable: true })
  t.after(() => Reflect.deleteProperty(crypto, 'randomUUID'))

  const keys = new Set(Array.from({ length: 100 }, newKey))

  assert.equal(keys.size, 100)
  for (const key of keys) assert.match(key, /^\d+(-\d+){3}$/)
})
