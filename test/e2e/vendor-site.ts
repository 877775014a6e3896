// Starts the sample vendor's site as `npm start` does, on free ports and a data folder of its own.
import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { createClient, type Client } from '@prmkit/client'
import type { Deal } from '@prmkit/contract'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { freePort } from '../free-port.ts'

/** The running site. */
export interface VendorSite extends AsyncDisposable {
  url: string
  /** The address of the partner backend. */
  api: string
  /** Opens a window of its own and signs somebody in through the site's own page. */
  signIn(browser: Browser, email: string, options?: BrowserContextOptions): Promise<Page>
  /** The API key with which the vendor's own backend calls the partner backend. */
  secretKey(): Promise<string>
  /** Calls the partner backend as one of its users. */
  as(email: string): Promise<Client>
  /** Every registration of a customer that the backend holds. */
  dealsOf(company: string): Promise<Deal[]>
  /** Resolves once the people of the sample have used the portal. */
  used(): Promise<void>
  /** Ends the backend as a power cut does; the site goes with it. */
  kill(): Promise<void>
  /** Starts both again where they were. */
  restart(): Promise<void>
}

export const people = {
  partner: 'claudia.brueckner@rheinblick-automation.example',
  colleague: 'aylin.sahin@rheinblick-automation.example',
  manager: 'katrin.wessels@quellmark.example',
}

const here = join(import.meta.dirname, '../../examples/vendor-site')

/** Where the data folder lies that each site begins with; without it each begins with an empty one. */
const imported = 'PRMKIT_IMPORTED_SITE'

/**
 * Makes a data folder in which the sample is imported, drawn and used, for all sites that
 * start afterwards, also in other processes. Resolves to what removes it.
 */
export async function importOnce(): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(join(tmpdir(), 'prmkit-imported-'))
  const { child, ended } = await start(here, dataDir, await freePort())
  await used(dataDir)
  child.kill('SIGTERM')
  await ended
  process.env[imported] = dataDir
  return () => rm(dataDir, { recursive: true, force: true })
}

/** Resolves once the people of the sample have used a new portal. */
async function used(dataDir: string): Promise<void> {
  while (!existsSync(join(dataDir, 'used'))) await setTimeout(200)
}

/** Resolves when the site printed its address; rejects with what it said when it ends before. */
export async function startVendorSite(folder = here): Promise<VendorSite> {
  const dataDir = await mkdtemp(join(tmpdir(), 'prmkit-site-'))
  const ready = process.env[imported]
  // A site in another folder is another project, which begins with nothing.
  if (ready && folder === here) await cp(ready, dataDir, { recursive: true })
  const port = await freePort()
  let running = await start(folder, dataDir, port)
  const { url, api } = running
  const secretKey = () => readFile(join(dataDir, 'api-key'), 'utf8')
  // One for each user: the backend bounds the sessions that one may begin in a minute.
  const clients = new Map<string, Promise<Client>>()
  const clientFor = async (email: string) => {
    const vendor = createClient({ baseUrl: api, apiKey: await secretKey() })
    const fetchToken = () => vendor.sessions.create({ body: { user: { email } } })
    return createClient({ baseUrl: api, fetchToken })
  }
  const as = (email: string) => {
    const client = clients.get(email) ?? clientFor(email)
    clients.set(email, client)
    return client
  }
  return {
    url,
    api,
    secretKey,
    used: () => used(dataDir),
    as,
    async signIn(browser, email, options = {}) {
      const context = await browser.newContext({ baseURL: url, locale: 'en-GB', ...options })
      return signInTo(context, email)
    },
    async dealsOf(company) {
      const manager = await as(people.manager)
      const { items } = await manager.deals.list({ query: { search: company } })
      return items.filter(({ customer }) => customer.companyName === company)
    },
    async kill() {
      const pid = await readFile(join(dataDir, 'db/server.pid'), 'utf8')
      process.kill(Number(pid), 'SIGKILL')
      await running.ended
    },
    async restart() {
      running = await start(folder, dataDir, port)
      if (running.api !== api) throw new Error(`The backend came back as ${running.api}`)
    },
    async [Symbol.asyncDispose]() {
      running.child.kill('SIGTERM')
      await running.ended
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/** Signs somebody in on a new page of a window. */
export async function signInTo(context: BrowserContext, email: string): Promise<Page> {
  const page = await context.newPage()
  await page.goto('/sign-in')
  await page.locator('#email').fill(email)
  await page.locator('#password').fill('quellmark')
  await Promise.all([
    page.waitForURL(/\/(partners|desk)/).catch(async (cause) => {
      const text = await page.locator('body').innerText()
      throw new Error(`After signing in the page ${page.url()} says:\n${text}`, { cause })
    }),
    page.locator('.card form .button.strong').click(),
  ])
  return page
}

interface Running {
  child: ChildProcess
  ended: Promise<void>
  url: string
  api: string
}

async function start(folder: string, dataDir: string, port: number): Promise<Running> {
  const child = spawn(
    process.execPath,
    [join(folder, 'start.ts'), '--port', String(port), '--data-dir', dataDir],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  let output = ''
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  return new Promise((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output += chunk
      const url = /site\s+(http:\S+)/.exec(output)?.[1]
      const api = /backend\s+(http:\S+)\/v1/.exec(output)?.[1]
      if (url && api) resolve({ child, ended, url, api })
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    void ended.then(() => reject(new Error(`The site did not start. It said:\n${output}`)))
  })
}
