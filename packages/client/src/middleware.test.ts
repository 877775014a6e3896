import assert from 'node:assert/strict'
import { test } from 'node:test'
import { backend, cut, problem, withoutJitter } from '../test/backend.ts'
import type { Middleware } from './middleware.ts'

test('requests pass the middleware in order, answers the other way round', async (t) => {
  const order: string[] = []
  const named = (name: string): Middleware => ({
    onRequest: ({ operation }) => void order.push(`${name} asks ${operation}`),
    onResponse: ({ response }) => void order.push(`${name} hears ${response.status}`),
  })
  const { client } = await backend(t, () => ({}), { middleware: [named('one'), named('two')] })

  await client.me.get()

  assert.deepEqual(order, ['one asks me.get', 'two asks me.get', 'two hears 200', 'one hears 200'])
})

test('a middleware may change the request and the answer of every attempt', async (t) => {
  withoutJitter(t)
  const middleware: Middleware = {
    onRequest({ request }) {
      const headers = new Headers(request.headers)
      headers.set('x-trace', 'abc')
      return new Request(request, { headers })
    },
    onResponse: async ({ response }) =>
      response.ok ? Response.json({ ...(await response.json()), seen: true }) : undefined,
  }
  const { client, received } = await backend(
    t,
    (_, index) => (index === 0 ? problem(503, 'unavailable') : {}),
    { middleware: [middleware] },
  )

  assert.deepEqual(await client.me.get(), { seen: true })
  assert.deepEqual(
    received.map(({ headers }) => headers['x-trace']),
    ['abc', 'abc'],
  )
})

test('a middleware may answer in place of the backend', async (t) => {
  const { client, received } = await backend(t, () => ({}), {
    middleware: [{ onRequest: () => Response.json({ cached: true }) }],
  })

  assert.deepEqual(await client.me.get(), { cached: true })
  assert.equal(received.length, 0)
})

test('a middleware may make an answer, or another error, of a failure', async (t) => {
  const heard: unknown[] = []
  const saving: Middleware = {
    onError({ error }) {
      heard.push(error)
      return Response.json({ saved: true })
    },
  }
  const renaming: Middleware = { onError: () => new Error('renamed') }
  const { client } = await backend(t, () => cut, { middleware: [saving, renaming] })

  assert.deepEqual(await client.me.get(), { saved: true })
  assert.match(String(heard), /renamed/)
})

test('a middleware that throws fails the call with its words', async (t) => {
  const { client } = await backend(t, () => ({}), {
    retries: 0,
    middleware: [
      {
        onRequest() {
          throw new Error('no trace id')
        },
      },
    ],
  })

  await assert.rejects(client.me.get(), /no trace id/)
})
