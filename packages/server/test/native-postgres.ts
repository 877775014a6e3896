import { spawn, type ChildProcess } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { chown, mkdir, rm } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { postgresPrograms } from './postgres-programs.ts'

/** A PostgreSQL server of a test's own, in a temporary folder. */
export interface NativePostgres {
  port: number
  /** Makes an empty database and answers its address. */
  database(): Promise<string>
  /** Ends every connection as a restart would, and answers when the server is back. */
  restart(): Promise<void>
  stop(): Promise<void>
}

const settings = {
  ...{ listen_addresses: '127.0.0.1', unix_socket_directories: '' },
  ...{ fsync: 'off', max_connections: '60', shared_buffers: '64MB' },
}

/** Starts a server on a free port. */
export async function startPostgres(): Promise<NativePostgres> {
  const { bin, user } = await postgresPrograms()
  const port = await freePort()
  const folder = join(tmpdir(), `prmkit-postgres-${randomUUID()}`)
  const { uid, gid } = user
  await mkdir(folder, { mode: 0o700 })
  if (uid !== undefined && gid !== undefined) await chown(folder, uid, gid)
  const options = { ...user, cwd: tmpdir(), env: { ...process.env, LC_MESSAGES: 'C' } }

  /** Runs a program until it ends, or until it says this. */
  async function run(name: string, args: string[], ready?: string): Promise<ChildProcess> {
    const child = spawn(join(bin, name), args, options)
    let said = ''
    await new Promise<void>((resolve, reject) => {
      const fail = (why: unknown) =>
        reject(new Error(`${name} did not do its work (${String(why)}):\n${said}`))
      const listen = (chunk: Buffer) => {
        said += chunk.toString()
        if (ready !== undefined && said.includes(ready)) resolve()
      }
      child.stdout.on('data', listen)
      child.stderr.on('data', listen)
      child.on('error', fail)
      child.on('exit', (code) => (code === 0 && ready === undefined ? resolve() : fail(code)))
    })
    return child
  }
  const start = () => {
    const set = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
    const told = 'ready to accept connections'
    return run('postgres', ['-D', folder, '-p', String(port), ...set], told)
  }
  const end = async () => {
    if (running.exitCode !== null || running.signalCode !== null) return
    running.kill('SIGINT')
    await once(running, 'exit')
  }
  /** A test that breaks off leaves nothing behind. */
  const abandon = () => {
    running?.kill('SIGQUIT')
    rmSync(folder, { recursive: true, force: true })
  }

  const initial = ['--auth=trust', '--username=postgres', '--encoding=UTF8', '--locale=C.UTF-8']
  await run('initdb', [`--pgdata=${folder}`, ...initial, '--no-sync'])
  let running = await start()
  process.once('exit', abandon)
  const address = (name: string) => `postgres://postgres@127.0.0.1:${port}/${name}`

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
      await end()
      running = await start()
    },
    async stop() {
      process.off('exit', abandon)
      await end()
      await rm(folder, { recursive: true, force: true })
    },
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
