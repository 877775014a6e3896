import { join, resolve } from 'node:path'
import { pino, type Logger } from 'pino'
import { readArguments, usage, UsageError, type Settings } from './arguments.ts'
import { beginProgramme } from './begin-programme.ts'
import { claimStorage } from './claim-storage.ts'
import { diskFiles } from './files/disk-files.ts'
import { fileHosts } from './files/file-hosts.ts'
import { smtpMail } from './mail/smtp-mail.ts'
import { findOffice } from './looking/libre-office.ts'
import { newId } from './ids.ts'
import { rebuildBoards } from './routes/boards/rebuild.ts'
import { startServer } from './start-server.ts'
import { memoryStore } from './store/memory/memory-store.ts'
import type { Store } from './store/store.ts'

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
  const { port, host, publicUrl, memory, content, contentOrigin, databaseUrl, mail } = settings
  const dataDir = resolve(settings.dataDir)
  const log = pino({ level: settings.logLevel, base: null })
  const apiKeys = settings.apiKeys.length > 0 ? settings.apiKeys : [inventKey()]
  const store = memory ? memoryStore() : await openDatabase(settings, log)
  opened.push(() => store.close())
  const fileStore = await openFiles(settings)
  if (!memory) await claimStorage(store, fileStore.storageId)
  if (content !== undefined) {
    const { importContent } = await import('./content/import.ts')
    await importContent(store, resolve(content), { log, fileStore })
  }
  await beginProgramme(store, {
    place: databaseUrl === undefined ? (memory ? 'memory' : dataDir) : 'the database',
    ...{ refusesSamples: settings.refusesSamples, log },
  })
  if (settings.recount) {
    await rebuildBoards(store, undefined, new Date().toISOString())
    log.info({}, 'the scores of all boards were added up anew')
  }
  const fileSource = fileHosts(settings.fileHosts)
  const office = await findOffice(process.env['PATH'] ?? '')
  log.info(
    { ...(office !== undefined && { office }) },
    office === undefined
      ? 'LibreOffice was not found; office files are shown as their text'
      : 'LibreOffice makes pages of office files',
  )
  const server = await startServer({
    fileSource,
    ...(office !== undefined && { office }),
    ...{ store, fileStore, apiKeys, log, port, host, auditDays: settings.auditDays },
    ...(publicUrl !== undefined && { publicUrl }),
    ...(mail && { mail: { port: smtpMail(mail), link: mail.link } }),
    ...(contentOrigin !== undefined && { contentOrigin }),
  })
  opened.push(() => server.close())
  log.info({ url: server.url }, 'listening')
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      log.info({ signal }, 'stopping')
      void closeAll().then(() => log.info({}, 'stopped'))
    })
}

/** Loaded only here: help, refusals and memory need not wait for the engines. */
async function openDatabase({ databaseUrl, dataDir }: Settings, log: Logger): Promise<Store> {
  const { openStore } = await import('./postgres/engine/connect.ts')
  return openStore(
    databaseUrl === undefined ? { dataDir: resolve(dataDir), log } : { databaseUrl, log },
  )
}

/** A folder beside the database, or a store that is reached by the SDK of Amazon. */
async function openFiles({ dataDir, bucket }: Settings) {
  if (!bucket) return diskFiles(join(resolve(dataDir), 'files'))
  const { s3Files } = await import('./files/s3-files.ts')
  return s3Files(bucket)
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
