// The memory that the server takes with the sample content, as a process of its own.
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient, type Client } from '@prmkit/client'
import { freePort } from './free-port.ts'

const root = join(import.meta.dirname, '..')
const apiKey = 'sk_only_for_this_measurement'
const emails = [
  'claudia.brueckner@rheinblick-automation.example',
  'katrin.wessels@quellmark.example',
]

interface Memory {
  /** Megabytes after the import, before the first request. */
  ready: number
  /** Megabytes after people signed in, listed and registered. */
  used: number
  /** The most it ever took. */
  peak: number
}

/** Imports the sample content into PGlite, or the PostgreSQL at this address, and works with it. */
export async function benchMemory(databaseUrl?: string): Promise<Memory> {
  const dataDir = await mkdtemp(join(tmpdir(), 'prmkit-memory-'))
  const port = await freePort()
  const bin = join(root, 'packages/server/src/bin.ts')
  const content = join(root, 'examples/vendor-site/content')
  const options = ['--port', String(port), '--data-dir', dataDir, '--content', content]
  const child = spawn(process.execPath, [bin, ...options], {
    env: {
      ...process.env,
      PRMKIT_SECRET_KEY: apiKey,
      DATABASE_URL: databaseUrl,
      PRMKIT_LOG_LEVEL: 'info',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit')
  try {
    await listening(child)
    const ready = (await memoryOf(child.pid!)).now
    await work(`http://localhost:${port}`)
    const { now, peak } = await memoryOf(child.pid!)
    return { ready, used: now, peak }
  } finally {
    child.kill('SIGTERM')
    await ended
    await rm(dataDir, { recursive: true, force: true })
  }
}

/** Reads on to the end: a full pipe would stop the server. */
function listening(child: ChildProcess): Promise<void> {
  let said = ''
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', (chunk) => {
      said += chunk
      if (said.includes('"msg":"listening"')) resolve()
    })
    child.once('exit', () => reject(new Error(`The server did not start:\n${said}`)))
  })
}

/** Two people sign in, walk through all lists and register some deals. */
async function work(baseUrl: string): Promise<void> {
  const vendor = createClient({ baseUrl, apiKey })
  for (const email of emails) {
    const session = await vendor.sessions.create({ body: { user: { email } } })
    const person = createClient({ baseUrl, fetchToken: () => Promise.resolve(session) })
    for (let round = 0; round < 5; round++)
      for await (const deal of person.deals.list({ query: { limit: 25 } }))
        if (round === 0) await person.deals.get({ params: { id: deal.id } })
    if (email === emails[0]) await register(person)
  }
}

async function register(partner: Client): Promise<void> {
  for (let index = 0; index < 10; index++) {
    const customer = { companyName: `Wasserwerk ${index} GmbH`, country: 'DE' }
    await partner.deals.create({ body: { name: `Project ${index}`, status: 'draft', customer } })
  }
}

/** Resident megabytes of a process, as Linux counts them. */
async function memoryOf(pid: number): Promise<{ now: number; peak: number }> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  const read = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]) / 1024
  return { now: read('VmRSS'), peak: read('VmHWM') }
}
