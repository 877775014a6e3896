import assert from 'node:assert/strict'
import { test } from 'node:test'
import { memoryStore } from '../store/memory/memory-store.ts'
import { WorkError, type Performer } from './performer.ts'
import { createRunner, type JobKinds, type Working } from './runner.ts'

const begin = Date.parse('2026-06-01T10:00:00.000Z')

/** The lines that a runner logs while it does one job to its end, its clock set on to each rest. */
async function linesOf(kind: string, kinds: JobKinds): Promise<[string, object, string][]> {
  const store = memoryStore()
  const lines: [string, object, string][] = []
  const line = (level: string) => (fields: object, message: string) => {
    lines.push([level, fields, message])
  }
  let at = begin
  const now = () => new Date(at).toISOString()
  const log = { info: line('info'), warn: line('warn'), error: line('error') }
  const working = { store, now, clock: () => at, log } as unknown as Working
  const performer: Performer = { inPlace: true, perform: async () => {}, close: async () => {} }
  const runner = createRunner(working, performer, kinds)
  const job = { id: 'job', kind, resource: 'articles', resourceId: 'a' }
  await store.write(({ work }) => work.add([job], now()))
  for (let left = 1; left > 0; at += 60_000) {
    await runner.wake()
    const { waiting, running } = await store.read.work.count()
    left = waiting + running
  }
  await runner.close()
  return lines
}

const which = { resource: 'articles', resourceId: 'a' }

test('a job that is done is logged with its kind, its record and its time', async () => {
  const lines = await linesOf('render', { render: { run: async () => {} } })

  assert.deepEqual(lines, [['info', { kind: 'render', ...which, ms: 0 }, 'a job is done']])
})

test('each attempt of a job that fails is logged with the reason', async () => {
  const problem = 'It took longer than 10 s and was ended.'
  const render = { run: () => Promise.reject(new WorkError(problem)) }
  const about = { kind: 'render', ...which, problem }

  assert.deepEqual(await linesOf('render', { render }), [
    ['warn', { ...about, attempts: 1 }, 'a job is waiting'],
    ['warn', { ...about, attempts: 2 }, 'a job is failed'],
  ])
})

test('a job that rests before its next attempt is logged with the end of its rest', async () => {
  let isDown = true
  const mail = {
    retry: { attempts: 3, pause: () => 60_000 },
    async run() {
      if (isDown) {
        isDown = false
        throw new Error('no answer')
      }
    },
  }
  const [postponed, done] = await linesOf('mail', { mail })
  const until = new Date(begin + 60_000).toISOString()
  const about = { kind: 'mail', ...which, attempts: 1, problem: 'no answer', until }

  assert.deepEqual(postponed, ['warn', about, 'a job is postponed'])
  assert.equal(done?.[2], 'a job is done')
})

test('a job of a kind that this server does not know fails, and is not taken for done', async () => {
  const lines = await linesOf('later', {})

  assert.match(JSON.stringify(lines.at(-1)), /“later”.*a job is failed/)
})

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
