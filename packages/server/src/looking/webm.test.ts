import assert from 'node:assert/strict'
import { test } from 'node:test'
import { webm } from '../../test/sample-files.ts'
import { lookAtVideo } from './video.ts'

const look = (bytes: Uint8Array) =>
  lookAtVideo('video/webm', bytes.byteLength, async (first, length) =>
    bytes.slice(first, first + length),
  )

test('a WebM tells how long it takes, in whatever units its head counts', async () => {
  assert.deepEqual(await look(webm(75)), { duration: 75 })
  assert.deepEqual(await look(webm(75, 250_000)), { duration: 75 })
})

test('a WebM that was recorded without its length, or is cut off or senseless, has none', async () => {
  const whole = webm(75)
  const cuts = [0, 1, 5, 20, 60, 100, 110, 120].map((length) => whole.subarray(0, length))
  const negative = webm(-5)
  for (const bytes of [webm(undefined), ...cuts, negative, webm(Number.NaN), webm(Infinity)])
    assert.deepEqual(await look(bytes), {})
})
