import { existsSync } from 'node:fs'
import { setFlagsFromString } from 'node:v8'
import { parentPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'
import { dataDir as preparedFolder } from '@electric-sql/pglite-prepopulatedfs'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'

// PGlite behind a message port. Bytes of PostgreSQL's protocol go in and out, their memory handed over
// and not copied, so that neither side takes rows apart for the other.

// One of PostgreSQL's functions is so large that optimising it takes 500 MB and seconds of a core, just
// when the first requests come. Code that V8 compiles at once is a third slower, and starts sooner.
setFlagsFromString('--no-wasm-tier-up')
setFlagsFromString('--no-wasm-dynamic-tiering')

const { folder } = workerData as { folder?: string }
const port = parentPort!
const isNew = folder === undefined || !existsSync(folder)
const database = await PGlite.create({
  ...(folder !== undefined && { dataDir: folder }),
  ...(isNew && { loadDataDir: await preparedFolder() }),
  extensions: { pg_trgm },
  startParams: [...PGlite.defaultStartParams, '-c', 'shared_buffers=32MB', '-c', 'jit=off'],
})

port.on('message', async (request: Uint8Array | 'close') => {
  if (request === 'close') {
    await database.close()
    port.close()
    return
  }
  const reply = await database.execProtocolRaw(request)
  port.postMessage(reply, [reply.buffer as ArrayBuffer])
})
port.postMessage('ready')
