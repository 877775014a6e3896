import { once } from 'node:events'
import { Duplex } from 'node:stream'
import { Worker } from 'node:worker_threads'
import pg from 'pg'

/** PGlite in a worker thread as a pool of one connection, which queues what comes at once. */
export async function openPglite(folder: string | undefined): Promise<pg.Pool> {
  const worker = new Worker(workerUrl(), { workerData: { folder }, name: 'pglite' })
  await once(worker, 'message')

  const pool = new pg.Pool({
    stream: () => new WorkerStream(worker),
    user: 'postgres',
    database: 'postgres',
    max: 1,
    idleTimeoutMillis: 0,
  } as pg.PoolConfig)
  const endPool = pool.end.bind(pool) as () => Promise<void>
  pool.end = async () => {
    await endPool()
    worker.postMessage('close')
    await once(worker, 'exit')
  }
  return pool
}

/** The address of the worker's file, built or not. */
function workerUrl(): URL {
  return new URL(
    `./pglite-worker${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`,
    import.meta.url,
  )
}

/** The driver's idea of a socket. */
class WorkerStream extends Duplex {
  readonly #worker: Worker
  #sent: ((error?: Error) => void) | undefined

  constructor(worker: Worker) {
    super()
    this.#worker = worker
    worker.on('message', this.#onReply)
    worker.once('error', this.#onEnd)
    worker.once('exit', this.#onEnd)
  }

  connect() {
    // A worker that has ended would never answer.
    if (this.#worker.threadId === -1) this.#onEnd(0)
    else queueMicrotask(() => this.emit('connect'))
    return this
  }

  setNoDelay() {
    return this
  }

  setKeepAlive() {
    return this
  }

  ref() {
    return this
  }

  unref() {
    return this
  }

  override _read() {}

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error) => void) {
    this.#send(chunk, done)
  }

  override _writev(chunks: { chunk: Buffer }[], done: (error?: Error) => void) {
    this.#send(Buffer.concat(chunks.map(({ chunk }) => chunk)), done)
  }

  override _final(done: (error?: Error) => void) {
    done()
    this.destroy()
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void) {
    this.#worker.off('message', this.#onReply)
    this.#worker.off('error', this.#onEnd)
    this.#worker.off('exit', this.#onEnd)
    done(error)
  }

  #send(bytes: Buffer, done: (error?: Error) => void) {
    // PGlite has one session, which outlives the driver's connection: no Terminate for it.
    if (bytes[0] === terminate) return done()
    this.#sent = done
    // The bytes are copied, because the driver's buffers share their memory with others.
    const message = new Uint8Array(bytes)
    this.#worker.postMessage(message, [message.buffer])
  }

  readonly #onReply = (reply: Uint8Array) => {
    const done = this.#sent
    this.#sent = undefined
    if (reply.length > 0) this.push(Buffer.from(reply.buffer, reply.byteOffset, reply.length))
    done?.()
  }

  readonly #onEnd = (reason: Error | number) => {
    const because = reason instanceof Error ? `: ${reason.message}` : ''
    this.destroy(new Error(`Connection terminated: the worker with PGlite has ended${because}`))
  }
}

const terminate = 'X'.charCodeAt(0)
