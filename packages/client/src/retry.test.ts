import assert from 'node:assert/strict'
import { test } from 'node:test'
import { askedDelay, backoff, isPassing } from './retry.ts'

const now = Date.parse('2026-11-21T12:00:00.000Z')
const asked: [Record<string, string>, number | undefined][] = [
  [{ 'retry-after': '7' }, 7_000],
  [{ 'retry-after': 'Sat, 21 Nov 2026 12:00:09 GMT' }, 9_000],
  [{ 'retry-after': 'Sat, 21 Nov 2026 11:00:00 GMT' }, 0],
  [{ 'retry-after': 'soon' }, undefined],
  [{ 'retry-after': '1', ratelimit: '"a";r=0;t=50' }, 1_000],
  [{ ratelimit: '"burst";r=0;t=3, "daily";r=0;t=30, "other";r=5;t=900' }, 30_000],
  [{ ratelimit: '"a";t=4;r=0' }, 4_000],
  [{ ratelimit: '"a";r=12;t=60' }, undefined],
  [{ 'ratelimit-reset': '12' }, 12_000],
  [{ 'x-ratelimit-reset': String(now / 1000 + 20) }, 20_000],
  [{ 'x-ratelimit-reset': 'never' }, undefined],
  [{}, undefined],
]

for (const [headers, delay] of asked)
  test(`${JSON.stringify(headers)} asks for ${delay} ms`, (t) => {
    t.mock.timers.enable({ apis: ['Date'], now })

    assert.equal(askedDelay(new Headers(headers)), delay)
  })

test('back-off doubles, takes its full range and has a ceiling', (t) => {
  const random = t.mock.method(Math, 'random', () => 1)
  assert.deepEqual([1, 2, 3, 20].map(backoff), [500, 1000, 2000, 10_000])

  random.mock.mockImplementation(() => 0)
  assert.equal(backoff(3), 0)
})

test('what the backend may do better a moment later is tried again', () => {
  const statuses = [400, 401, 403, 404, 408, 409, 412, 422, 425, 429, 500, 501, 502, 503, 504]

  assert.deepEqual(statuses.filter(isPassing), [408, 425, 429, 500, 502, 503, 504])
})
