#!/usr/bin/env node
import { join, resolve } from 'node:path'
import { pino } from 'pino'
import { readArguments, usage, UsageError, type Settings } from './arguments.ts'
import { newId } from './ids.ts'

/** Everything that was opened, to be closed in the opposite order. */
const opened: (() => Promise<void>)[] = []

try {
  const settings = readArguments(process.argv.slice(2), process.env)
  if (settings.help) process.stdout.write(usage)
  else await start(settings)
} catch (error) {
  await closeAll()
  process.stderr.write(`prmkit-server: ${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = error instanceof UsageError ? 2 : 1
}

async function start(settings: Settings): Promise<void> {
  // Only now: help and refusals need not wait for the engines.
  const { claimStorage, diskFiles, importContent, memoryStore, openStore, startServer } =
    await import('./node.ts')
  const { port, host, publicUrl, databaseUrl, memory, content } = settings
  const log = pino({ level: settings.logLevel, base: null })
  const dataDir = resolve(settings.dataDir)
  const apiKeys = settings.apiKeys.length > 0 ? settings.apiKeys : [inventKey()]
  const store = memory
    ? memoryStore()
    : await openStore(databaseUrl === undefined ? { dataDir, log } : { databaseUrl, log })
  opened.push(() => store.close())
  const fileStore = await diskFiles(join(dataDir, 'files'))
  if (!memory) await claimStorage(store, fileStore.storageId)
  if (content !== undefined) await importContent(store, resolve(content), { log })
  const programme = await store.read.programme.settings().catch(() => undefined)
  if (!programme)
    throw new Error('The store has no programme yet. Start once with --content DIR to import it.')
  const server = await startServer({
    ...{ store, fileStore, apiKeys, log, port, host },
    ...(publicUrl !== undefined && { publicUrl }),
  })
  opened.push(() => server.close())
  log.info({ url: server.url }, 'listening')
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      log.info({ signal }, 'stopping')
      void closeAll().then(() => log.info({}, 'stopped'))
    })
}

/** Shown once, to the person who starts the server, and written into no log. */
function inventKey(): string {
  const key = newId('sk')
  process.stderr.write(
    `prmkit-server: PRMKIT_SECRET_KEY is not set; this key works until the server stops:\n  ${key}\n`,
  )
  return key
}

async function closeAll(): Promise<void> {
  for (const close of opened.splice(0).toReversed()) await close()
}
