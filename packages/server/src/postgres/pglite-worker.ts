import { existsSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'
import { dataDir as preparedFolder } from '@electric-sql/pglite-prepopulatedfs'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'

// PGlite behind a message port. Bytes of PostgreSQL's protocol go in and out, their memory handed over
// and not copied, so that neither side takes rows apart for the other.

const { folder } = workerData as { folder?: string }
const port = parentPort!
const isNew = folder === undefined || !existsSync(folder)
const database = await PGlite.create({
  ...(folder !== undefined && { dataDir: folder }),
  ...(isNew && { loadDataDir: await preparedFolder() }),
  extensions: { pg_trgm },
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
