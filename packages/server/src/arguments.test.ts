import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readArguments, usage, UsageError } from './arguments.ts'

const key = 'sk_0123456789abcdef'
const env = { PRMKIT_SECRET_KEY: key }

test('nothing said means the embedded database on port 4000', () => {
  const settings = readArguments([], env)

  assert.deepEqual([settings.port, settings.dataDir, settings.memory], [4000, '.prmkit', false])
  assert.deepEqual(
    [settings.apiKeys, settings.databaseUrl, settings.content],
    [[key], undefined, undefined],
  )
})

test('files are kept in the data directory unless a bucket is named', () => {
  const bucket = (words: string[], more = {}) => readArguments(words, { ...env, ...more }).bucket

  assert.equal(bucket([]), undefined)
  assert.deepEqual(bucket(['--files', 's3://acme-files']), { bucket: 'acme-files', prefix: '' })
  const store = { AWS_REGION: 'eu-central-1', AWS_ENDPOINT_URL_S3: 'https://store.example' }
  assert.deepEqual(bucket([], { PRMKIT_FILES: 's3://acme-files/portal/', ...store }), {
    ...{ bucket: 'acme-files', prefix: 'portal/' },
    ...{ region: 'eu-central-1', endpoint: 'https://store.example' },
  })
})

test('files are taken from no host unless it is named', () => {
  const words = ['--file-hosts', 'Files.Acme.example, http://dam.internal:8080']

  assert.deepEqual(readArguments([], env).fileHosts, [])
  assert.deepEqual(readArguments(words, env).fileHosts, [
    ...['files.acme.example', 'http://dam.internal:8080'],
  ])
})

test('the audit trail is kept for two years unless told', () => {
  assert.equal(readArguments([], env).auditDays, 730)
  assert.equal(readArguments([], { ...env, PRMKIT_AUDIT_DAYS: '3650' }).auditDays, 3650)
})

test('a sample goes neither into a database server nor into production', () => {
  const refuses = (more: Record<string, string>) =>
    readArguments([], { ...env, ...more }).refusesSamples

  assert.deepEqual(
    [{}, { DATABASE_URL: 'postgres://db/x' }, { NODE_ENV: 'production' }].map(refuses),
    [false, true, true],
  )
})

test('several keys stand side by side, so that one can follow another', () => {
  const { apiKeys } = readArguments([], { PRMKIT_SECRET_KEY: `${key}, sk_fedcba9876543210 ,` })

  assert.deepEqual(apiKeys, [key, 'sk_fedcba9876543210'])
})

test('what makes no sense is refused with the next step, and no key is repeated', () => {
  const wrong: [string[], Record<string, string>, RegExp][] = [
    [['--port', 'x'], env, /“x” is no port.*--port/],
    [['--port', '65536'], env, /is no port/],
    [['--port', ''], env, /is no port/],
    [['--prot', '1'], env, /--prot.*--help/s],
    [['extra'], env, /extra.*--help/s],
    [['--files', 's3://'], env, /s3:\/\/BUCKET/],
    [['--files', 'https://files.example/'], env, /s3:\/\/BUCKET/],
    [[], { ...env, PRMKIT_FILES: 's3://UPPER/x' }, /“s3:\/\/UPPER\/x”/],
    [['--file-hosts', 'acme.example, nobody'], env, /“nobody” of --file-hosts is no host/],
    [[], { ...env, PRMKIT_FILE_HOSTS: 'https://acme.example/path' }, /no host/],
    [['--content'], env, /--content.*--help/s],
    [['--memory'], { ...env, DATABASE_URL: 'postgres://db/x' }, /exclude each other/],
    [[], { ...env, DATABASE_URL: 'mysql://db/x' }, /postgres:\/\//],
    [[], { ...env, PRMKIT_PUBLIC_URL: 'api.example' }, /PRMKIT_PUBLIC_URL/],
    [[], { ...env, PRMKIT_LOG_LEVEL: 'loud' }, /debug, info/],
    [[], { ...env, PRMKIT_AUDIT_DAYS: '0' }, /PRMKIT_AUDIT_DAYS is “0”/],
    [[], { ...env, PRMKIT_AUDIT_DAYS: '2 years' }, /number of days/],
    [[], { PRMKIT_SECRET_KEY: 'sk_short' }, /Key 1 .*openssl/],
    [[], { PRMKIT_SECRET_KEY: `${key},secret-but-not-ours-123` }, /Key 2 /],
    [[], { NODE_ENV: 'production' }, /PRMKIT_SECRET_KEY is not set/],
  ]
  for (const [words, environment, message] of wrong)
    assert.throws(
      () => readArguments(words, environment),
      (error: Error) => {
        assert.ok(error instanceof UsageError)
        assert.match(error.message, message)
        assert.ok(!error.message.includes('sk_short') && !error.message.includes('not-ours'))
        return true
      },
    )
})

test('a host that other machines reach needs the address under which they do', () => {
  const address = { PRMKIT_PUBLIC_URL: 'https://api.acme.example' }
  for (const host of ['0.0.0.0', '::', '10.0.0.5', 'server.internal', '127.evil.example'])
    assert.throws(() => readArguments(['--host', host], {}), {
      message: /lets other machines in.*PRMKIT_PUBLIC_URL is not set/,
    })
  for (const host of ['localhost', '127.0.0.1', '::1'])
    assert.equal(readArguments(['--host', host], {}).publicUrl, undefined)
  assert.equal(readArguments(['--host', '0.0.0.0'], address).publicUrl, address.PRMKIT_PUBLIC_URL)
})

test('the help names every option and every variable', () => {
  for (const word of [
    '--port',
    '--host',
    '--data-dir',
    '--content',
    '--memory',
    'PRMKIT_SECRET_KEY',
    'DATABASE_URL',
    'PRMKIT_PUBLIC_URL',
    'PRMKIT_AUDIT_DAYS',
    'PRMKIT_LOG_LEVEL',
  ])
    assert.ok(usage.includes(word), word)
  assert.equal(readArguments(['-h'], { NODE_ENV: 'production' }).help, true)
})

test('the origin of courses is an origin, and another one than the server’s own', () => {
  const read = (origin: string, url?: string) =>
    readArguments(['--content-origin', origin], { ...(url && { PRMKIT_PUBLIC_URL: url }) })

  assert.equal(read('https://Courses.example/').contentOrigin, 'https://courses.example')
  assert.equal(readArguments([], {}).contentOrigin, undefined)
  assert.throws(() => read('https://courses.example/here'), /is no origin\. Give --content-origin/)
  assert.throws(() => read('courses'), /“courses” is no origin/)
  assert.throws(() => read('http://localhost:4000'), /the address of this server itself/)
  assert.throws(() => read('https://a.example', 'https://a.example/api'), /this server itself/)
})
