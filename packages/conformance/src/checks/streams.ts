import assert from 'node:assert/strict'
import { check } from '../check.ts'
import { problemOf } from '../expect.ts'

/** Milliseconds by which a beat may be late on its way. */
const tolerance = 5000

type Reader = ReadableStreamDefaultReader<Uint8Array>

/** Reads one piece of a stream; fails when none came in time. */
async function piece(reader: Reader, within: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    const message = `The stream neither said anything nor ended within ${within / 1000} s.`
    timer = setTimeout(() => reject(new assert.AssertionError({ message })), within)
  })
  return Promise.race([reader.read(), late])
    .then(({ done }) => !done)
    .finally(() => clearTimeout(timer))
}

function readerOf(response: Response): Reader {
  assert.equal(response.status, 200)
  return (response.body as ReadableStream<Uint8Array>).getReader()
}

const headers = { Accept: 'text/event-stream' }

export const streams = [
  check(
    'streams.no-transform',
    'events',
    'a proxy is asked to leave the stream as it is',
    async ({ seller }) => {
      const response = await seller.send('GET', '/events', { headers })
      await response.body?.cancel()

      assert.match(response.headers.get('Cache-Control') ?? '', /no-transform/)
    },
  ),
  check(
    'streams.heartbeat',
    'events',
    'a stream on which nothing happens beats every 15 s',
    async ({ target, signIn }) => {
      const { heartbeat = 15_000 + tolerance } = target.bounds ?? {}
      const { send } = await signIn(target.stranger)
      const reader = readerOf(await send('GET', '/events', { headers }))
      try {
        // Its greeting may come in pieces; three more are none.
        for (let count = 0; count < 4; count++)
          assert.ok(await piece(reader, heartbeat), 'The stream ended.')
      } finally {
        await reader.cancel()
      }
    },
  ),
  check(
    'streams.token-end',
    'events',
    'a stream ends with its token',
    async ({ target, send }) => {
      const authorization = { Authorization: `Bearer ${target.briefToken}` }
      const { tokenEnd = 60_000 } = target.bounds ?? {}
      const last = performance.now() + tokenEnd
      const reader = readerOf(
        await send('GET', '/events', { headers: { ...headers, ...authorization } }),
      )
      try {
        while (await piece(reader, Math.max(1, last - performance.now())));
      } finally {
        await reader.cancel()
      }
      await problemOf(await send('GET', '/me', { headers: authorization }), 'token-expired')
    },
    ['briefToken'],
  ),
]
