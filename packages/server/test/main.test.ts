import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { give, seed } from '../src/index.ts'
import { openStore, s3Files } from '../src/node.ts'
import { aBoard, aPoint } from './board-records.ts'
import { noon } from './records.ts'
import { startS3 } from './s3.ts'

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url))
const folder = await mkdtemp(join(tmpdir(), 'prmkit-main-'))
after(() => rm(folder, { recursive: true, force: true }))

const content = join(folder, 'content')
const key = 'sk_0123456789abcdef'

/** Starts the program; `said` waits for a line that it writes. */
function start(words: string[], environment: Record<string, string> = {}) {
  const env = { PATH: process.env['PATH'] ?? '', PRMKIT_SECRET_KEY: key, ...environment }
  const child = spawn(process.execPath, [main, ...words], { env, cwd: folder })
  let output = ''
  const waiting = new Set<() => void>()
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text
      for (const look of waiting) look()
    })
  const exit = once(child, 'exit').then(([code]) => code as number)
  return {
    ...{ child, exit },
    output: () => output,
    said: (pattern: RegExp) =>
      new Promise<RegExpExecArray>((resolve, reject) => {
        const look = () => {
          const found = pattern.exec(output)
          if (found) resolve(found)
        }
        waiting.add(look)
        look()
        void exit.then(() => reject(new Error(`It ended and said:\n${output}`)))
      }),
  }
}

const address = 'joerg@nordwind.example'

async function writeContent() {
  const files = {
    'vendor.yaml': 'name: Tidemark\ncurrencies: [EUR]\n',
    'partners.csv': 'key,name\np1,Nordwind\n',
    'users.csv': `key,name,email,role,partners\nu1,Jörg Person,${address},partner_admin,p1\n`,
  }
  await mkdir(content, { recursive: true })
  for (const [name, text] of Object.entries(files)) await writeFile(join(content, name), text)
}

test('--help explains and ends well, a wrong word ends with 2 and the next step', async () => {
  const help = start(['--help'])
  const wrong = start(['--prot', '80'])

  assert.deepEqual([await help.exit, await wrong.exit], [0, 2])
  assert.match(help.output(), /--data-dir/)
  assert.match(wrong.output(), /--prot.*--help/s)
})

test('in an empty folder the server begins with a sample, says so, and signs its user in', async () => {
  const data = join(folder, 'empty')
  const server = start(['--port', '0', '--data-dir', data])
  const [, sentence = ''] = await server.said(/"msg":"(There was no programme [^"]+)"/)
  const [, url = ''] = await server.said(/"url":"([^"]+)"/)
  const [, email = ''] = /token for (\S+) by/.exec(sentence) ?? []
  const [, sample = ''] = /copy (\S+), edit/.exec(sentence) ?? []
  const session = await fetch(`${url}/v1/sessions`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify({ user: { email } }),
  })
  const { token } = (await session.json()) as { token: string }
  const deals = await fetch(`${url}/v1/deals`, { headers: { authorization: `Bearer ${token}` } })
  const { items } = (await deals.json()) as { items: { name: string }[] }
  server.child.kill('SIGTERM')
  await server.exit

  assert.ok(sentence.includes(data), sentence)
  assert.ok((await readdir(sample)).includes('vendor.yaml'), sample)
  assert.equal(items.length, 2)

  const again = start(['--port', '0', '--data-dir', data])
  await again.said(/"url":"([^"]+)"/)
  again.child.kill('SIGTERM')
  await again.exit
  assert.ok(!again.output().includes('sample'))
})

test('--files keeps the files in a bucket, and one that is not there is told', async (t) => {
  const { options, close } = await startS3()
  t.after(close)
  const environment = {
    ...{ AWS_ACCESS_KEY_ID: 'S3RVER', AWS_SECRET_ACCESS_KEY: 'S3RVER' },
    AWS_ENDPOINT_URL_S3: options.endpoint ?? '',
  }
  const words = ['--memory', '--port', '0', '--data-dir', join(folder, 'none'), '--files']
  const server = start([...words, `s3://${options.bucket}/main`], environment)
  await server.said(/"url":"([^"]+)"/)
  assert.match(server.output(), /LibreOffice (was not found|makes pages)/)
  server.child.kill('SIGTERM')
  await server.exit

  const { storageId } = await s3Files({ ...options, prefix: 'main/' })
  assert.match(storageId, /^storage_/)
  const missing = start([...words, 's3://nobodys'], environment)
  assert.equal(await missing.exit, 1)
  assert.match(missing.output(), /bucket nobodys cannot be used.*AWS_REGION/)
})

test('--recount adds scores that are wrong up anew', async () => {
  const dataDir = join(folder, 'recount')
  const sheet = { boardId: 'all', period: 'all', group: '' }
  const before = await openStore({ dataDir })
  await seed(before)
  await before.write(async (tables) => {
    await tables.boards.put([aBoard({ id: 'all' })])
    await give(tables, [aPoint({ points: 10 })], noon)
    const wrong = { sheet, subject: 'north', partnerId: 'north', points: 5 }
    await tables.boards.add([wrong], new Map())
  })
  assert.equal((await before.read.boards.standing(sheet, 'north'))?.score, 15)
  await before.close()

  const server = start(['--recount', '--port', '0', '--data-dir', dataDir])
  await server.said(/"url":"([^"]+)"/)
  server.child.kill('SIGTERM')
  await server.exit

  const after = await openStore({ dataDir })
  const standing = await after.read.boards.standing(sheet, 'north')
  await after.close()
  assert.equal(standing?.score, 10)
})

test('in production a store without a programme is refused with the next step', async () => {
  const words = ['--memory', '--port', '0', '--data-dir', join(folder, 'none')]
  const { exit, output } = start(words, { NODE_ENV: 'production' })

  assert.equal(await exit, 1)
  assert.match(output(), /no programme in memory yet.*--content DIR/)
})

test('it serves, logs neither keys nor tokens nor people, and stops in order with streams open', async () => {
  await writeContent()
  const server = start([
    '--memory',
    '--port',
    '0',
    '--data-dir',
    join(folder, 'data'),
    '--content',
    content,
  ])
  const [, url = ''] = await server.said(/"url":"([^"]+)"/)
  const user = { email: address }
  const session = await fetch(`${url}/v1/sessions`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify({ user }),
  })
  const { token } = (await session.json()) as { token: string }
  const headers = { authorization: `Bearer ${token}` }
  const me = (await (await fetch(`${url}/v1/me`, { headers })).json()) as { user: { name: string } }
  await fetch(`${url}/v1/deals?search=${encodeURIComponent('Very Secret')}`, { headers })
  const stream = await fetch(`${url}/v1/events`, { headers })
  assert.equal((await fetch(`${url}/ready`)).status, 200)

  server.child.kill('SIGTERM')
  const rest = await stream.text()
  assert.equal(await server.exit, 0)

  assert.match(rest, /^retry: /)
  const output = server.output()
  for (const secret of [key, token, me.user.name, user.email, 'Very Secret', 'Bearer'])
    assert.ok(!output.includes(secret), secret)
  assert.match(output, /"operation":"deals.list","status":200/)
  assert.match(output, /"msg":"stopped"/)
})

test('a port that is taken is said, and the end is 1', async () => {
  const first = start([
    '--memory',
    '--port',
    '0',
    '--data-dir',
    join(folder, 'data'),
    '--content',
    content,
  ])
  const [, port = ''] = await first.said(/"url":"[^"]+:(\d+)"/)
  const second = start([
    '--memory',
    '--port',
    port,
    '--data-dir',
    join(folder, 'data'),
    '--content',
    content,
  ])

  assert.equal(await second.exit, 1)
  assert.match(second.output(), new RegExp(`Port ${port} .*--port`))
  first.child.kill('SIGTERM')
  assert.equal(await first.exit, 0)
})
