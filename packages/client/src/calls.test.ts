import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Deal, Me } from '@prmkit/contract'
import { backend } from '../test/backend.ts'
import type { Client } from './index.ts'

/** Compiled and never run: what the types let pass, and what they refuse. */
export async function compiles(client: Client) {
  const me: Me = await client.me.get()
  const page = await client.deals.list({ query: { status: ['approved'], limit: 10 } })
  const first: Deal | undefined = page.items[0]
  for await (const deal of client.deals.list()) deal.revision.toFixed()
  for await (const { nextCursor } of client.deals.list().pages()) nextCursor?.length
  const text: string = await client.deals.calendar({ params: { id: me.user.id } })
  const nothing: void = await client.files.remove({ params: { id: text } })
  const body = { name: 'Line 4' }
  const params = { id: 'd1' }
  await client.deals.update({ params, body, ifMatch: 7, idempotencyKey: 'k' }, { headers: {} })
  await client.deals.checkAvailability({ body: { companyName: 'Nordwind' } })

  // @ts-expect-error a route with parameters needs them
  await client.deals.get()
  // @ts-expect-error and by their names
  await client.deals.get({ params: { dealId: 'd1' } })
  // @ts-expect-error a route with a body needs it
  await client.deals.create({})
  // @ts-expect-error with fields that the contract knows
  await client.deals.create({ body: { nmae: 'Line 4' } })
  // @ts-expect-error and of the right type
  await client.deals.create({ body: { name: 4 } })
  // @ts-expect-error a decision needs the revision it is based on
  await client.deals.act({ params, body: { action: 'submit' } })
  // @ts-expect-error as a number
  await client.deals.remove({ params, ifMatch: '"7"' })
  // @ts-expect-error a route without a body takes none
  await client.deals.get({ params, body })
  // @ts-expect-error reading takes no key
  await client.deals.get({ params, idempotencyKey: 'k' })
  // @ts-expect-error nor does a question that is asked by POST
  await client.deals.checkAvailability({ body: { companyName: 'N' }, idempotencyKey: 'k' })
  // @ts-expect-error one record is no list
  for await (const deal of client.deals.get({ params })) assert.ok(deal)
  // @ts-expect-error a stream is subscribed to, not called
  await client.events.stream()
  // @ts-expect-error an operation that the contract does not have
  await client.deals.approve({ params })
  return [first, nothing]
}

test('every operation of the types is there at run time', async (t) => {
  const { client } = await backend(t, () => ({}))

  const names = Object.entries(client).flatMap(([resource, operations]) =>
    Object.entries(operations as object)
      .filter(([, operation]) => typeof operation === 'function')
      .map(([name]) => `${resource}.${name}`),
  )

  for (const name of ['deals.act', 'events.subscribe', 'files.complete', 'sessions.remove'])
    assert.ok(names.includes(name), name)
  assert.ok(!names.includes('events.stream'))
})
