import { parseArgs } from 'node:util'

export const usage = `Usage: prmkit-server [options]

A backend for partner portals.

  --port N          where to listen; 0 takes any free port (default 4000)
  --host NAME       which address to listen on (default localhost; 0.0.0.0 is everyone's)
  --data-dir DIR    where the database and the files are kept (default ./.prmkit)
  --files PLACE     where the files are kept: s3://BUCKET or s3://BUCKET/FOLDER is a store with the interface
                    of Amazon S3 (default: a folder of the data directory)
  --file-hosts LIST hosts, with commas between them, from which files of the content library are taken by
                    their address: files.acme.example, or an origin such as http://dam.internal:8080
  --content DIR     import a vendor's plain files before the server starts; without it, an empty
                    store begins with a small sample programme (not with DATABASE_URL, nor in production)
  --content-origin URL
                    the origin at which packages of courses open: another host that leads to this
                    server, which answers nothing else there; without it, they do not open
  --recount         add the scores of all boards up anew from their points before the server starts
  --memory          keep records in memory and lose them at the end
  --help            this text

Environment
  PRMKIT_SECRET_KEY   secret keys of the vendor's backend, each beginning with sk_, with commas
                      between them; without it one is made up and shown, except in production
  DATABASE_URL        a PostgreSQL server; without it an embedded one (one process, and what was
                      written last may be lost when the power fails)
  PRMKIT_FILES        as --files
  PRMKIT_FILE_HOSTS   as --file-hosts
  AWS_REGION, AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_ENDPOINT_URL_S3
                      how the store of --files is reached, as Amazon's SDK reads them
  PRMKIT_PUBLIC_URL   the address under which browsers reach this server; required with a --host that
                      other machines reach, for instance behind a proxy
  PRMKIT_SMTP_URL     the mail server, such as smtps://user:password@mail.example; without it,
                      messages are only written into the log
  PRMKIT_MAIL_FROM    the address that messages come from; required with PRMKIT_SMTP_URL
  PRMKIT_RECORD_URL   the address of a record on the vendor's site, with {resource} and {id}, which
                      messages lead to; required with PRMKIT_SMTP_URL
  PRMKIT_AUDIT_DAYS   for how many days the audit trail is kept (default 730)
  PRMKIT_LOG_LEVEL    debug, info, warn, error or silent (default info)
  NODE_ENV            production refuses to start without PRMKIT_SECRET_KEY
`

/** The program was called in a way that it does not understand. */
export class UsageError extends Error {
  override name = 'UsageError'
}

export interface Settings {
  help: boolean
  port: number
  host: string
  dataDir: string
  /** The bucket for files; absent where they lie in a folder of the data directory. */
  bucket: { bucket: string; prefix: string; region?: string; endpoint?: string } | undefined
  fileHosts: string[]
  content: string | undefined
  /** The origin at which course files are served. */
  contentOrigin: string | undefined
  recount: boolean
  memory: boolean
  databaseUrl: string | undefined
  /** An empty store gets no sample programme: made-up partners are not expected there. */
  refusesSamples: boolean
  /** The keys of the vendor’s backend; empty where a key must be made up. */
  apiKeys: string[]
  publicUrl: string | undefined
  auditDays: number
  logLevel: string
  /** The mail server; absent where messages are only written into the log. */
  mail: { url: string; from: string; link: string } | undefined
}

const logLevels = ['debug', 'info', 'warn', 'error', 'silent']

/** Reads the command line and the environment; throws with the next step where they make no sense. */
export function readArguments(words: string[], env: Record<string, string | undefined>): Settings {
  const { values } = parse(words)
  const { content, recount = false, memory = false, host = 'localhost', help = false } = values
  const port = Number(values.port ?? '4000')
  if (!Number.isInteger(port) || port < 0 || port > 65_535 || values.port === '')
    throw new UsageError(`“${values.port}” is no port. Give --port a number from 0 to 65535.`)
  const databaseUrl = env['DATABASE_URL'] || undefined
  if (databaseUrl !== undefined && !/^postgres(ql)?:\/\//.test(databaseUrl))
    throw new UsageError(
      'DATABASE_URL does not begin with postgres://. Give it the address of a PostgreSQL server.',
    )
  if (memory && databaseUrl !== undefined)
    throw new UsageError('--memory and DATABASE_URL exclude each other. Leave one of them out.')
  const production = env['NODE_ENV'] === 'production'
  const publicUrl = env['PRMKIT_PUBLIC_URL'] || undefined
  if (publicUrl !== undefined && !/^https?:\/\/[^/?#]+(\/[^?#]*)?$/.test(publicUrl))
    throw new UsageError(`PRMKIT_PUBLIC_URL is “${publicUrl}”, not an http or https address.`)
  if (publicUrl === undefined && !help && !isLoopback(host))
    throw new UsageError(
      `--host ${host} lets other machines in, and PRMKIT_PUBLIC_URL is not set: the addresses of files ` +
        'would follow whatever name a request gives. Set it to the address under which browsers reach this server.',
    )
  const contentOrigin = originOf(values['content-origin'], publicUrl ?? `http://${host}:${port}`)
  const days = env['PRMKIT_AUDIT_DAYS'] || '730'
  if (!/^[1-9]\d{0,4}$/.test(days))
    throw new UsageError(`PRMKIT_AUDIT_DAYS is “${days}”, not a number of days from 1 to 99999.`)
  const logLevel = env['PRMKIT_LOG_LEVEL'] || 'info'
  if (!logLevels.includes(logLevel))
    throw new UsageError(`PRMKIT_LOG_LEVEL is “${logLevel}”. Possible: ${logLevels.join(', ')}.`)
  return {
    ...{
      help,
      port,
      host,
      content,
      contentOrigin,
      recount,
      memory,
      databaseUrl,
      publicUrl,
      logLevel,
    },
    refusesSamples: production || databaseUrl !== undefined,
    bucket: readBucket(values.files ?? env['PRMKIT_FILES'], env),
    fileHosts: readHosts(values['file-hosts'] ?? env['PRMKIT_FILE_HOSTS'] ?? ''),
    dataDir: values['data-dir'] ?? '.prmkit',
    auditDays: Number(days),
    mail: readMail(env),
    apiKeys: help ? [] : readKeys(env, production),
  }
}

function readMail(env: Record<string, string | undefined>): Settings['mail'] {
  const url = env['PRMKIT_SMTP_URL'] || undefined
  if (url === undefined) return undefined
  if (!/^smtps?:\/\/[^/?#]+/.test(url))
    throw new UsageError('PRMKIT_SMTP_URL does not begin with smtp:// or smtps:// and a host.')
  const [from = '', link = ''] = [env['PRMKIT_MAIL_FROM'], env['PRMKIT_RECORD_URL']]
  if (!from.includes('@'))
    throw new UsageError(
      'PRMKIT_MAIL_FROM is no address. Set it to the one that messages come from.',
    )
  if (!/^https?:\/\/.+\{id\}/.test(link))
    throw new UsageError(
      'PRMKIT_RECORD_URL is no address with {id}. Set it to that of a record on your site, ' +
        'such as https://vendor.example/partners/{resource}?id={id}.',
    )
  return { url, from, link }
}

/** The origin of course files, which must be another one than that of the server itself. */
function originOf(text: string | undefined, ownUrl: string): string | undefined {
  if (text === undefined) return undefined
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url || !/^https?:$/.test(url.protocol) || url.pathname !== '/' || url.search || url.hash)
    throw new UsageError(
      `“${text}” is no origin. Give --content-origin one such as https://courses.example.com.`,
    )
  if (new URL(ownUrl).host === url.host)
    throw new UsageError(
      '--content-origin is the address of this server itself. Courses run programs of others, so give them a host of their own.',
    )
  return url.origin
}

/** Tells whether only this machine reaches a host. */
function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host)
}

function parse(words: string[]) {
  try {
    return parseArgs({
      args: words,
      options: {
        port: { type: 'string' },
        host: { type: 'string' },
        'data-dir': { type: 'string' },
        content: { type: 'string' },
        files: { type: 'string' },
        'file-hosts': { type: 'string' },
        'content-origin': { type: 'string' },
        recount: { type: 'boolean' },
        memory: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    })
  } catch (error) {
    const why = error instanceof Error ? error.message.split('. ')[0] : String(error)
    throw new UsageError(`${why}. See prmkit-server --help.`)
  }
}

function readHosts(list: string): string[] {
  const hosts = list
    .split(',')
    .map((host) => host.trim().toLowerCase())
    .filter(Boolean)
  for (const host of hosts)
    if (!/^([a-z0-9-]+\.)+[a-z0-9-]+$/.test(host) && !isOrigin(host))
      throw new UsageError(
        `“${host}” of --file-hosts is no host. Write a name such as files.acme.example, or an origin ` +
          'such as http://dam.internal:8080.',
      )
  return hosts
}

function isOrigin(text: string): boolean {
  return /^https?:\/\//.test(text) && URL.canParse(text) && new URL(text).origin === text
}

function readBucket(
  place: string | undefined,
  env: Record<string, string | undefined>,
): Settings['bucket'] {
  if (!place) return undefined
  const [, bucket, folder] =
    /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:\/([\w./-]*?))?\/?$/.exec(place) ?? []
  if (bucket === undefined)
    throw new UsageError(
      `--files is “${place}”. Give it s3://BUCKET or s3://BUCKET/FOLDER, or leave it out to keep files in the data directory.`,
    )
  const region = env['AWS_REGION'] || undefined
  const endpoint = env['AWS_ENDPOINT_URL_S3'] || env['AWS_ENDPOINT_URL'] || undefined
  return {
    ...{ bucket, prefix: folder ? `${folder}/` : '' },
    ...(region !== undefined && { region }),
    ...(endpoint !== undefined && { endpoint }),
  }
}

function readKeys(env: Record<string, string | undefined>, production: boolean): string[] {
  const keys = (env['PRMKIT_SECRET_KEY'] ?? '')
    .split(',')
    .map((key) => key.trim())
    .filter(Boolean)
  const wrong = keys.findIndex((key) => !/^sk_[\x21-\x2b\x2d-\x7e]{16,}$/.test(key))
  if (wrong >= 0)
    throw new UsageError(
      `Key ${wrong + 1} of PRMKIT_SECRET_KEY is no secret key: “sk_” and at least 16 visible characters. ` +
        'Make one with: echo "sk_$(openssl rand -hex 24)"',
    )
  if (keys.length === 0 && production)
    throw new UsageError(
      'PRMKIT_SECRET_KEY is not set, so the vendor’s backend could not sign anybody in. ' +
        'Make a key with: echo "sk_$(openssl rand -hex 24)"',
    )
  return keys
}
