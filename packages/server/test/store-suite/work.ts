import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { newId } from '../../src/ids.ts'
import type { Store } from '../../src/store/store.ts'
import type { TakenJob } from '../../src/store/work.ts'
import { later, noon } from '../records.ts'

/** The queue of work, the same in every store. */
export function workSuite(open: () => Store) {
  const add = (kind: string, resourceId: string, at = noon) =>
    open().write(({ work }) =>
      work.add([{ id: newId('job'), kind, resource: 'articles', resourceId }], at),
    )
  const take = (now: string, limit = 100) =>
    open().write(({ work }) => work.take(now, later(now, 60_000), limit))
  const end = (job: TakenJob, status: 'done' | 'waiting' | 'failed', problem?: string) =>
    open().write(({ work }) => work.end(job, status, later(noon, 1), problem))

  describe('work', () => {
    it('is taken once, and asked for once while it waits', async () => {
      await add('once', 'a')
      await add('once', 'a')
      const taken = (await take(noon)).filter(({ kind }) => kind === 'once')

      assert.equal(taken.length, 1)
      assert.deepEqual(
        (await take(noon)).filter(({ kind }) => kind === 'once'),
        [],
      )
      for (const job of taken) await end(job, 'done')
    })

    it('is free again when its process has died', async () => {
      await add('lost', 'a')
      const [first] = await take(noon)
      const [again] = await take(later(noon, 60_001))

      assert.equal(again?.id, first?.id)
      assert.equal(again?.attempts, 2)
      await end(again!, 'done')
    })

    it('stays with its process while that renews its lease', async () => {
      await add('long', 'a')
      const [job] = await take(noon)
      await open().write(({ work }) => work.renew(job!, later(noon, 120_000)))

      assert.deepEqual(await take(later(noon, 60_001)), [])
      await end(job!, 'done')
    })

    it('is ended by nobody who has lost it', async () => {
      await add('taken-over', 'a')
      const [lost] = await take(noon)
      const [held] = await take(later(noon, 60_001))
      await end(lost!, 'failed', 'It came too late.')
      await open().write(({ work }) => work.renew(lost!, noon))
      const now = async () =>
        (await open().read.work.list({ kind: 'taken-over' }, { limit: 1 })).items[0]

      assert.equal((await now())?.status, 'running')
      await end(held!, 'done')
      assert.equal((await now())?.status, 'done')
    })

    it('waits for another attempt with its problem, and is listed by its state', async () => {
      await add('tried', 'b')
      const [job] = await take(noon)
      await end(job!, 'waiting', 'It took too long.')
      const list = (status: 'waiting' | 'failed') =>
        open().read.work.list({ kind: 'tried', status: [status] }, { limit: 10 })

      assert.equal((await list('waiting')).items[0]?.problem, 'It took too long.')
      const [next] = (await take(noon)).filter(({ kind }) => kind === 'tried')
      await end(next!, 'failed', 'It took too long.')
      assert.equal((await list('failed')).items[0]?.attempts, 2)
      assert.ok((await open().read.work.count()).failed >= 1)
    })

    it('rests until an instant, and is then taken again with its attempts', async () => {
      await add('resting', 'd')
      const [job] = (await take(noon)).filter(({ kind }) => kind === 'resting')
      await open().write(({ work }) =>
        work.postpone(job!, later(noon, 500_000), later(noon, 1), 'Nobody answered.'),
      )
      const at = async (milliseconds: number) =>
        (await take(later(noon, milliseconds))).filter(({ kind }) => kind === 'resting')

      const listed = (await open().read.work.list({ kind: 'resting' }, { limit: 1 })).items
      assert.deepEqual(
        listed.map(({ status, problem }) => [status, problem]),
        [['waiting', 'Nobody answered.']],
      )
      assert.deepEqual(await at(499_000), [])
      const [again] = await at(500_000)
      assert.deepEqual(
        [again?.id, again?.attempts, again?.problem],
        [job!.id, 2, 'Nobody answered.'],
      )
      await end(again!, 'done')
    })

    it('forgets what ended long ago', async () => {
      await add('old', 'c')
      const [job] = await take(noon)
      await end(job!, 'done')
      await open().write(({ work }) => work.prune(later(noon, 1000)))

      assert.deepEqual((await open().read.work.list({ kind: 'old' }, { limit: 10 })).items, [])
    })
  })
}
