import assert from 'node:assert/strict'
import { test } from 'node:test'
import { memoryStore } from '../store/memory/memory-store.ts'
import type { Performer } from './performer.ts'
import { createRunner, type Working } from './runner.ts'

test('a job that never ends keeps no timer once its runner is closed', async () => {
  const store = memoryStore()
  const now = () => '2026-06-01T10:00:00.000Z'
  await store.write(({ work }) =>
    work.add([{ id: 'job', kind: 'stuck', resource: 'assets', resourceId: 'a' }], now()),
  )
  const performer: Performer = { inPlace: false, perform: async () => {}, close: async () => {} }
  const log = { info() {}, warn() {}, error() {} }
  const working = { store, now, clock: Date.now, log } as unknown as Working
  const timers = () => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length
  const before = timers()
  const begun = Promise.withResolvers<void>()
  const runner = createRunner(working, performer, {
    stuck: {
      run() {
        begun.resolve()
        return new Promise(() => {})
      },
    },
  })

  void runner.wake()
  await begun.promise
  assert.equal(timers(), before + 1)
  void runner.close()

  assert.equal(timers(), before)
})
