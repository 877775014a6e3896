import assert from 'node:assert/strict'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { after, before, describe, it } from 'node:test'
import { newId } from '../src/ids.ts'
import type { Store } from '../src/index.ts'
import { openStore } from '../src/postgres/engine/connect.ts'
import { startChild } from './child.ts'
import { startPostgres, type NativePostgres } from './native-postgres.ts'

interface Begun {
  by: ChildProcess
  resourceId: string
  attempts: number
}

describe('a queue of work that two processes share', () => {
  const begun: Begun[] = []
  const jobs = Array.from({ length: 40 }, (_, index) => ({
    ...{ id: newId('job'), kind: 'wait', resource: 'articles', resourceId: `record ${index}` },
  }))
  let server: NativePostgres
  let store: Store
  let processes: ChildProcess[] = []
  let heard = Promise.withResolvers<void>()

  before(async () => {
    server = await startPostgres()
    const databaseUrl = await server.database()
    store = await openStore({ databaseUrl })
    processes = await Promise.all([1, 2].map(() => startChild('doJobs', { databaseUrl })))
    for (const by of processes)
      by.on('message', (told: Omit<Begun, 'by'>) => {
        begun.push({ by, ...told })
        heard.resolve()
      })
    await store.write(({ work }) => work.add(jobs, new Date().toISOString()))
  })
  after(async () => {
    for (const child of processes) child.kill('SIGKILL')
    await store.close()
    await server.stop()
  })

  const until = async (isSo: () => boolean | Promise<boolean>) => {
    while (!(await isSo())) {
      await heard.promise
      heard = Promise.withResolvers<void>()
    }
  }
  const by = (child: ChildProcess | undefined) => begun.filter((one) => one.by === child)

  it('gives each of them other jobs, no more than it can do at once', async () => {
    for (const child of processes) child.send({})
    await until(() => begun.length === 6)

    assert.deepEqual(
      processes.map((child) => by(child).length),
      [3, 3],
    )
    assert.equal(new Set(begun.map(({ resourceId }) => resourceId)).size, 6)
    assert.deepEqual(await store.read.work.count(), { waiting: 34, running: 6, failed: 0 })
  })

  it('gives to the other one what a killed one had begun, and does the rest once', async () => {
    const [killed, survivor] = processes
    const left = by(killed).map(({ resourceId }) => resourceId)
    killed!.kill('SIGKILL')
    await once(killed!, 'exit')
    // Its leases are over, as they are a minute later; those of the survivor go on.
    const taken = jobs.filter(({ resourceId }) => left.includes(resourceId))
    await store.write(async ({ work }) => {
      for (const { id } of taken)
        await work.renew({ id, attempts: 1 }, new Date(Date.now() - 1000).toISOString())
    })
    // It ends whatever it begins, those of the other one among it.
    for (let done = 0; done < 40;) {
      await until(() => by(survivor).length > done)
      for (const { resourceId } of by(survivor).slice(done)) survivor!.send({ end: resourceId })
      done = by(survivor).length
    }

    const attempts = by(survivor).map((one) => [one.resourceId, one.attempts] as const)
    assert.equal(new Set(attempts.map(([resourceId]) => resourceId)).size, attempts.length)
    assert.deepEqual(
      attempts
        .filter(([, times]) => times > 1)
        .map(([resourceId]) => resourceId)
        .toSorted(),
      left.toSorted(),
    )
  })
})
