import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import type { Store } from '../../src/store/store.ts'
import { later, noon, unique } from '../records.ts'

/** Answers kept for repeated requests. */
export function idempotencySuite(opened: () => Store) {
  describe('idempotency', () => {
    let store: Store
    before(() => {
      store = opened()
    })

    const answer = { status: 201, headers: { etag: '"1"' }, body: '{}' }
    /** Takes a key for a second; a process is dead after half a second of silence. */
    const claim = (key: string, now = noon, fingerprint = 'f', processId = unique('process')) => {
      const lease = { processId, until: later(now, 1000), aliveSince: later(now, -500) }
      return store.write(({ idempotency }) => idempotency.claim(key, fingerprint, now, lease))
    }
    const beat = (processId: string, now: string) =>
      store.write(({ idempotency }) => idempotency.beat(processId, now))

    it('answers a repeated request with what the first was told', async () => {
      const key = unique('key')
      const first = await claim(key)
      assert.ok(first.state === 'mine')

      assert.deepEqual(await claim(key), { state: 'running' })
      assert.deepEqual(await claim(key, noon, 'g'), { state: 'other-request' })
      assert.equal(
        await store.write(({ idempotency }) => idempotency.finish(key, first.claimId, answer)),
        true,
      )
      assert.deepEqual(await claim(key, later(noon, 9000)), { state: 'done', answer })
    })

    it('hands a claim over when its lease ran out, and the first can no longer finish', async () => {
      const key = unique('key')
      const first = await claim(key)
      const second = await claim(key, later(noon, 1000))
      assert.ok(first.state === 'mine' && second.state === 'mine')
      const finish = (claimId: string) =>
        store.write(({ idempotency }) => idempotency.finish(key, claimId, answer))

      assert.equal(await finish(first.claimId), false)
      assert.equal(await finish(second.claimId), true)
    })

    it('hands a claim over as soon as its process is dead, and not while it gives signs of life', async () => {
      const [key, other] = [unique('key'), unique('key')]
      const [living, dying] = [unique('process'), unique('process')]
      await claim(key, noon, 'f', living)
      await claim(other, noon, 'f', dying)
      await beat(living, later(noon, 400))
      const states = [
        await claim(key, later(noon, 501)),
        await claim(other, later(noon, 500)),
        await claim(other, later(noon, 501)),
      ]

      assert.deepEqual(
        states.map(({ state }) => state),
        ['running', 'running', 'mine'],
      )
    })

    it('forgets processes that were silent for long', async () => {
      const [key, process] = [unique('key'), unique('process')]
      await claim(key, noon, 'f', process)
      await beat(process, later(noon, 200))
      const prune = (before: string) => store.write(({ idempotency }) => idempotency.prune(before))
      await prune(noon)
      assert.equal((await claim(key, later(noon, 600))).state, 'running')
      await beat(process, later(noon, -1))
      await prune(noon)

      assert.equal((await claim(key, later(noon, 600))).state, 'mine')
    })

    it('gives a key back, and forgets it in time', async () => {
      const key = unique('key')
      const first = await claim(key)
      assert.ok(first.state === 'mine')
      await store.write(({ idempotency }) => idempotency.release(key, first.claimId))
      const second = await claim(key)
      assert.ok(second.state === 'mine')
      await store.write(({ idempotency }) => idempotency.finish(key, second.claimId, answer))
      await store.write(({ idempotency }) => idempotency.release(key, second.claimId))
      assert.equal((await claim(key)).state, 'done')
      await store.write(({ idempotency }) => idempotency.prune(later(noon, 1)))

      assert.equal((await claim(key)).state, 'mine')
    })

    it('gives a key to one of many', async () => {
      const key = unique('key')
      const claims = await Promise.all(Array.from({ length: 8 }, () => claim(key)))

      assert.equal(claims.filter(({ state }) => state === 'mine').length, 1)
    })
  })
}
