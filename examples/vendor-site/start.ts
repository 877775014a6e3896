import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { serve } from '@hono/node-server'
import { readArguments, usage, UsageError, type Settings } from './arguments.ts'
import { demoPassword } from './site/accounts.ts'
import { partnersOf } from './site/api.ts'
import { createSite } from './site/app.ts'
import { openSignIns } from './site/sign-ins.ts'
import { buildSite } from './build.ts'
import { useFirst } from './first-use.ts'

// Two programs, as at a real vendor: the partner backend, and the vendor's own site beside it.
const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const say = (text: string) => process.stdout.write(`${text}\n`)

try {
  const settings = readArguments(process.argv.slice(2), process.env)
  if (settings.help) process.stdout.write(usage)
  else await start(settings)
} catch (error) {
  process.stderr.write(`vendor-site: ${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(error instanceof UsageError ? 2 : 1)
}

/** The wanted port, or any that is free. */
function freePort(wanted: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', () => resolve(freePort(0)))
    probe.listen(wanted, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() =>
        typeof address === 'object' && address
          ? resolve(address.port)
          : reject(new Error('No port.')),
      )
    })
  })
}

/** A secret that stays the same from start to start. */
async function secret(dataDir: string, name: string): Promise<string> {
  const file = join(dataDir, name)
  try {
    return await readFile(file, 'utf8')
  } catch {
    const made = `sk_${randomBytes(24).toString('base64url')}`
    await mkdir(dataDir, { recursive: true })
    await writeFile(file, made, { mode: 0o600 })
    return made
  }
}

/** Starts the partner backend over the vendor's content; resolves when it is ready. */
async function startBackend(port: number, dataDir: string, apiKey: string): Promise<string> {
  const main = fileURLToPath(import.meta.resolve('@prmkit/server/node')).replace(
    /node(\.\w+)$/,
    'bin$1',
  )
  const url = `http://localhost:${port}`
  const options = [
    '--port',
    String(port),
    '--data-dir',
    join(dataDir, 'db'),
    '--content',
    at('content'),
    // Both names lead here; courses have the other one, because cookies ignore ports.
    '--host',
    '127.0.0.1',
    '--content-origin',
    `http://127.0.0.1:${port}`,
  ]
  const child = spawn(process.execPath, [main, ...options], {
    env: { ...process.env, PRMKIT_SECRET_KEY: apiKey, PRMKIT_PUBLIC_URL: url },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const ended = new Promise<never>((_, reject) => {
    child.once('exit', (code) =>
      reject(new Error(`The backend stopped with ${code}; it says why above.`)),
    )
  })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      child.removeAllListeners('exit').once('exit', () => process.exit(0))
      child.kill(signal)
    })
  }
  process.once('exit', () => child.kill())
  const ready = async () => {
    for (;;) {
      const answer = await fetch(`${url}/ready`).catch(() => undefined)
      if (answer?.ok) return url
      await sleep(50)
    }
  }
  ended.catch((error: Error) => {
    process.stderr.write(`\n${error.message}\n`)
    process.exit(1)
  })
  return Promise.race([ready(), ended])
}

/** Once in the life of a data folder, when its files are prepared: partners’ people use them. */
async function usePortal(apiUrl: string, apiKey: string, dataDir: string): Promise<void> {
  const done = join(dataDir, 'used')
  if (existsSync(done)) return
  for (let open = 1; open > 0; await sleep(200)) {
    const { jobs } = await (await fetch(`${apiUrl}/ready`)).json()
    open = jobs.waiting + jobs.running
  }
  await useFirst(apiUrl, apiKey)
  await writeFile(done, '')
}

/** Starts both and says where. */
async function start({ port: wanted, ...settings }: Settings): Promise<void> {
  const began = performance.now()
  const dataDir = resolve(settings.dataDir ?? at('.data'))
  const assets = join(dataDir, 'assets')
  const port = await freePort(wanted)
  const apiPort = await freePort(wanted && wanted + 1)
  const apiKey = await secret(dataDir, 'api-key')
  const cookieSecret = await secret(dataDir, 'cookie-secret')

  say('Starting the partner backend (the first time it makes its database) and building the site …')
  const [apiUrl] = await Promise.all([startBackend(apiPort, dataDir, apiKey), buildSite(assets)])
  const siteUrl = settings.publicUrl ?? `http://localhost:${port}`
  const signIns = await openSignIns({
    secret: cookieSecret,
    endedFile: join(dataDir, 'ended-sign-ins.json'),
    secure: siteUrl.startsWith('https:'),
  })
  const partners = partnersOf(apiUrl, apiKey)
  const site = createSite({ siteUrl, apiUrl, partners, assets, signIns })
  serve({ fetch: site.fetch, port, hostname: 'localhost' }, () => {
    const seconds = ((performance.now() - began) / 1000).toFixed(1)
    say(`
  Quellmark’s site     http://localhost:${port}
  Partner backend      ${apiUrl}/v1

  Sign in as a partner                claudia.brueckner@rheinblick-automation.example
  and, in a private window, the desk  katrin.wessels@quellmark.example
  Everybody’s password                ${demoPassword}

  Ready after ${seconds} s. The sign-in page lists more people; Ctrl-C ends both programs.
`)
  })
  await usePortal(apiUrl, apiKey, dataDir).catch((error: Error) => {
    process.stderr.write(`The reports of use stay empty: ${error.message}\n`)
  })
}
