import type { Store } from '../store/store.ts'
import type { JobRecord } from '../store/work.ts'
import type { FileSource } from '../files/file-source.ts'
import type { FileStore } from '../files/file-store.ts'
import { WorkError, type Performer } from './performer.ts'

/** The parts of the server that jobs can reach. */
export interface Working {
  store: Store
  fileStore: FileStore
  fileSource: FileSource
  /** The program of LibreOffice, where the server has it. */
  office?: string | undefined
  /** Bytes of a file of the vendor. */
  largestFile: number
  clock: () => number
  now(): string
  log: Readonly<Record<'info' | 'warn' | 'error', (fields: object, message: string) => void>>
}

/** A kind of jobs in the queue: reading the record, the work, and keeping the result. */
export interface JobKind {
  run(working: Working, performer: Performer, job: JobRecord): Promise<void>
  /** The attempts of a job, and the milliseconds after each attempt until the next; without it, two attempts at once. */
  retry?: { attempts: number; pause(attempt: number): number }
}

/** The kinds of jobs by name. */
export type JobKinds = Readonly<Record<string, JobKind>>

/** Takes jobs from the queue one after the other. */
export interface Runner {
  /** Looks for jobs now; answers when there are none, where the work is done in place. */
  wake(): Promise<void>
  close(): Promise<void>
}

/** A job whose process has died is free for others after this many milliseconds. */
const lease = 60_000
/** The attempts after which a failing job is given up. */
export const mostAttempts = 2
/** The jobs that run at once: one more than there are processes, so that no process waits while results are kept. */
const lanes = 3

export function createRunner(working: Working, performer: Performer, kinds: JobKinds): Runner {
  const { store, clock, log } = working
  let running: Promise<void> | undefined
  /** The functions that end the renewal of each lease. */
  const kept = new Set<() => void>()
  let again = false
  let closed = false

  async function drain(): Promise<void> {
    do {
      again = false
      await Promise.all(Array.from({ length: lanes }, work))
    } while (again && !closed)
  }

  /** Takes one job after the other: what nobody has begun stays free for other processes. */
  async function work(): Promise<void> {
    for (let job = await take(); job; job = await take()) await run(job)
  }

  async function take(): Promise<JobRecord | undefined> {
    if (closed) return undefined
    const [job] = await store.write(({ work }) => work.take(working.now(), leaseEnd(), 1))
    return job
  }

  const leaseEnd = () => new Date(clock() + lease).toISOString()

  /** Renews the lease of a job until it is told to stop. */
  function keep(job: JobRecord): () => void {
    const timer = setInterval(() => {
      store
        .write(({ work }) => work.renew(job, leaseEnd()))
        .catch((error: unknown) => log.warn({ error: String(error) }, 'a lease was not renewed'))
    }, lease / 3)
    const letGo = () => {
      clearInterval(timer)
      kept.delete(letGo)
    }
    kept.add(letGo)
    return letGo
  }

  async function run(job: JobRecord): Promise<void> {
    const { kind, resource, resourceId, attempts } = job
    const started = clock()
    const letGo = keep(job)
    try {
      const known = kinds[kind]
      if (!known) throw new WorkError(`This server knows no work of the kind “${kind}”.`)
      await known.run(working, performer, job)
      await store.write(({ work }) => work.end(job, 'done', working.now()))
      log.info({ kind, resource, resourceId, ms: clock() - started }, 'a job is done')
    } catch (error) {
      if (closed) return
      const problem = error instanceof Error ? error.message : String(error)
      const { retry } = kinds[kind] ?? {}
      const isFinal = (error as { permanent?: boolean }).permanent === true
      if (retry && attempts < retry.attempts && !isFinal) {
        const until = new Date(clock() + retry.pause(attempts)).toISOString()
        await store.write(({ work }) => work.postpone(job, until, working.now(), problem))
        log.warn({ kind, resource, resourceId, attempts, problem, until }, 'a job is postponed')
        return
      }
      const status = !retry && attempts < mostAttempts ? 'waiting' : 'failed'
      await store.write(({ work }) => work.end(job, status, working.now(), problem))
      log.warn({ kind, resource, resourceId, attempts, problem }, `a job is ${status}`)
    } finally {
      letGo()
    }
  }

  return {
    async wake() {
      if (closed) return
      again = true
      running ??= drain()
        .catch((error: unknown) => log.error({ error: String(error) }, 'the jobs stopped'))
        .finally(() => (running = undefined))
      if (performer.inPlace) await running
    },
    async close() {
      closed = true
      // A store that was closed meanwhile never answers, and its timer would keep the process alive.
      for (const letGo of kept) letGo()
      await performer.close()
      await running
    },
  }
}
