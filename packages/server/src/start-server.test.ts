import assert from 'node:assert/strict'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { request } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { after, before, describe, it, test } from 'node:test'
import { Problem, problemCodes, type ProblemCode } from '@prmkit/contract'
import { diskFiles } from './files/disk-files.ts'
import { memoryFiles, memoryStore, seed, type MemoryStore } from './index.ts'
import { startServer, type RunningServer } from './start-server.ts'

const apiKey = 'sk_start_server_tests'

describe('a server that listens', () => {
  let folder: string
  let store: MemoryStore
  let server: RunningServer
  let authorization: string

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'prmkit-http-'))
    store = memoryStore()
    await seed(store)
    const fileStore = await diskFiles(folder)
    server = await startServer({ store, fileStore, apiKeys: [apiKey], port: 0, host: '127.0.0.1' })
    const session = await send('POST', '/sessions', { user: { id: 'ada' } }, `Bearer ${apiKey}`)
    authorization = `Bearer ${session.body.token}`
  })
  after(async () => {
    await server.close()
    await rm(folder, { recursive: true })
  })

  async function send(method: string, path: string, body?: unknown, who = authorization) {
    const response = await fetch(`${server.url}/v1${path}`, {
      method,
      headers: {
        authorization: who,
        'content-type': 'application/json',
        'idempotency-key': crypto.randomUUID(),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    return { status: response.status, body: text ? JSON.parse(text) : undefined }
  }

  it('takes the longest search in any script', async () => {
    for (const letter of ['س', '機', 'ß']) {
      const search = encodeURIComponent(letter.repeat(10_000))
      assert.equal((await send('GET', `/articles/search?search=${search}`)).status, 200, letter)
    }
  })

  it('keeps the searches of the last seconds when it closes', async () => {
    const fileStore = memoryFiles()
    const other = await startServer({
      ...{ store, fileStore, apiKeys: [apiKey], port: 0, host: '127.0.0.1' },
    })
    const path = '/v1/articles/search?search=lastminute'
    assert.equal((await fetch(other.url + path, { headers: { authorization } })).status, 200)
    await other.close()

    const { items } = await store.read.searches.list({ search: 'lastminute' }, { limit: 9 })
    assert.equal(items.length, 1)
  })

  it('has counted boards by its own rule before it answers', async () => {
    assert.equal(await store.read.programme.countingRule(), 1)
  })

  it('takes a large file in pieces and gives back any part of it', async () => {
    const size = 20_000_000
    const bytes = new Uint8Array(size).fill(120)
    bytes.set(new TextEncoder().encode('%PDF-1.7'))
    const { body: upload } = await send('POST', '/files', {
      name: 'a.pdf',
      mediaType: 'application/pdf',
      size,
    })
    const sent = await fetch(upload.url, { method: 'PUT', headers: upload.headers, body: bytes })
    const { body: file } = await send('POST', `/files/${upload.file.id}/complete`)
    const { body: link } = await send('POST', `/files/${file.id}/download`)
    const part = await fetch(link.url, { headers: { range: 'bytes=19999990-' } })

    assert.deepEqual([sent.status, file.status, part.status], [204, 'ready', 206])
    assert.equal(await part.text(), 'x'.repeat(10))
  })

  it('forgets an upload whose connection broke', async () => {
    const { body: upload } = await send('POST', '/files', {
      name: 'a.pdf',
      mediaType: 'application/pdf',
      size: 1_000_000,
    })
    const put = request(upload.url, {
      method: 'PUT',
      headers: { ...upload.headers, 'content-length': 1_000_000 },
    })
    put.on('error', () => {})
    await new Promise<void>((resolve) => put.write(new Uint8Array(100_000), () => resolve()))
    const isThere = async () =>
      (await readdir(folder)).some((name) => name.startsWith(upload.file.id))
    while (!(await isThere())) await new Promise(setImmediate)
    put.destroy()
    while (await isThere()) await new Promise(setImmediate)

    assert.equal(
      (await send('POST', `/files/${upload.file.id}/complete`)).body.code,
      'upload-rejected',
    )
  })

  it('refuses a body that is too large without reading it, also one of unknown length', async () => {
    const announced = await send('POST', '/deals', { problem: 'x'.repeat(3_000_000) })
    const endless = new ReadableStream({
      pull(controller) {
        controller.enqueue(new Uint8Array(100_000).fill(32))
      },
    })
    const response = await fetch(`${server.url}/v1/deals`, {
      ...{ method: 'POST', body: endless, duplex: 'half' },
      headers: { authorization, 'content-type': 'application/json', 'idempotency-key': 'endless' },
    } as RequestInit).catch(() => undefined)

    assert.deepEqual([announced.status, announced.body.code], [413, 'payload-too-large'])
    // A client that goes on sending may find the connection closed before it reads the answer.
    assert.ok(response === undefined || response.status === 413)
    assert.equal((await send('GET', '/me')).status, 200)
  })

  /** The answer to bytes that no client would send. */
  async function answerTo(bytes: string): Promise<Response> {
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1')
    socket.on('error', () => {})
    socket.write(bytes)
    const text = await new Response(Readable.toWeb(socket) as ReadableStream<Uint8Array>).text()
    const [head = '', body = ''] = text.split('\r\n\r\n')
    const [line = '', ...lines] = head.split('\r\n')
    const headers = lines.map((one) => one.split(/: (.*)/s).slice(0, 2) as [string, string])
    return new Response(body, { status: Number(line.split(' ')[1]), headers })
  }

  const get = (path: string, headers: string) =>
    `GET ${path} HTTP/1.1\r\n${headers}Connection: close\r\n\r\n`
  const wrong: Record<string, [bytes: string, code: ProblemCode]> = {
    'bytes that are not HTTP': ['\0\0\0\r\n\r\n', 'malformed-request'],
    'another HTTP': ['GET  / HTTP/9\r\n\r\n', 'malformed-request'],
    'a negative length': [get('/v1', 'Host: x\r\nContent-Length: -1\r\n'), 'malformed-request'],
    'no Host': [get('/v1', ''), 'malformed-request'],
    'a Host with a space': [get('/v1/../../etc/passwd', 'Host: x y\r\n'), 'malformed-request'],
    'a Host with a path': [get('/v1', 'Host: x/y\r\n'), 'malformed-request'],
    'an address that is none': [get('http://[/v1', 'Host: x\r\n'), 'malformed-request'],
    'a header with a line break': [get('/v1', 'Host: x\r\nA: b\rc\r\n'), 'malformed-request'],
    'headers without end': [
      get('/v1', `Host: x\r\nA: ${'x'.repeat(200_000)}\r\n`),
      'headers-too-large',
    ],
    'an address without end': [
      get(`/v1?${'x'.repeat(200_000)}`, 'Host: x\r\n'),
      'headers-too-large',
    ],
    'a proxy’s request': ['CONNECT a.example:80 HTTP/1.1\r\nHost: a\r\n\r\n', 'method-not-allowed'],
    'a method that browsers forbid': [
      'TRACE /v1 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
      'method-not-allowed',
    ],
    'another’s address': [get('//evil/v1/me', 'Host: x\r\n'), 'not-found'],
    'a body in broken pieces': [
      `POST /v1/deals HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer x\r\nTransfer-Encoding: chunked\r\n\r\nnonsense\r\n`,
      'malformed-request',
    ],
  }

  for (const [what, [bytes, code]] of Object.entries(wrong))
    it(`refuses ${what} with a problem document`, async () => {
      const answer = await answerTo(bytes)
      const text = await answer.text()
      const problem = Problem.parse(JSON.parse(text || 'null'))

      assert.deepEqual([answer.status, problem.code], [problemCodes[code], code], text)
      assert.equal(answer.headers.get('content-type'), 'application/problem+json')
      assert.equal(answer.headers.get('request-id'), problem.requestId)
      assert.equal((await send('GET', '/me')).status, 200)
    })

  it('answers a request that expects what nobody knows', async () => {
    const answer = await answerTo(get('/health', 'Host: x\r\nExpect: miracles\r\n'))

    assert.equal(answer.status, 200)
  })

  it('stops in time although an upload does not end and streams are open', async () => {
    const other = memoryStore()
    await seed(other)
    const files = join(folder, 'stopping')
    const stopping = await startServer({
      ...{ store: other, fileStore: await diskFiles(files), apiKeys: [apiKey] },
      ...{ port: 0, host: '127.0.0.1', drainTime: 50 },
    })
    const json = { 'content-type': 'application/json', 'idempotency-key': 'x' }
    const ask = async (path: string, who: string, body: object) => {
      const headers = { ...json, authorization: `Bearer ${who}` }
      const sent = { method: 'POST', headers, body: JSON.stringify(body) }
      // oxlint-disable-next-line typescript/no-explicit-any
      return (await fetch(`${stopping.url}/v1${path}`, sent)).json() as Promise<any>
    }
    const { token } = await ask('/sessions', apiKey, { user: { id: 'ada' } })
    const announced = { name: 'a.pdf', mediaType: 'application/pdf', size: 1000 }
    const upload = await ask('/files', token, announced)
    const put = request(upload.url, {
      method: 'PUT',
      headers: { ...upload.headers, 'content-length': 1000 },
    })
    const cut = new Promise((resolve) => put.on('error', resolve))
    put.write('%PDF-')
    const stream = await fetch(`${stopping.url}/v1/events`, {
      headers: { authorization: `Bearer ${token}` },
    })
    const parts = async () => (await readdir(files)).filter((name) => name.endsWith('.part'))
    while ((await parts()).length === 0) await new Promise(setImmediate)
    await stopping.close()

    await cut
    assert.match(await stream.text(), /^retry: /)
    while ((await parts()).length > 0) await new Promise(setImmediate)
    assert.equal((await other.read.files.get(upload.file.id))?.status, 'uploading')
  })

  it('lets a running request finish when it stops, and takes no new one', async () => {
    const other = memoryStore()
    await seed(other)
    const { promise: held, resolve: letGo } = Promise.withResolvers<void>()
    const { promise: reached, resolve: reach } = Promise.withResolvers<void>()
    const check = async () => {
      reach()
      await held
    }
    const stopping = await startServer({
      ...{ store: { ...other, check }, fileStore: await diskFiles(folder), apiKeys: [apiKey] },
      ...{ port: 0, host: '127.0.0.1' },
    })
    const running = fetch(`${stopping.url}/ready`)
    await reached
    const closed = stopping.close()
    await assert.rejects(fetch(`${stopping.url}/health`))
    letGo()

    assert.equal((await running).status, 200)
    await closed
  })
})

test('a server whose courses share the portal’s host says so', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'prmkit-host-'))
  const fileStore = await diskFiles(folder)
  const warned = async (contentOrigin: string) => {
    const lines: string[] = []
    const log = { info() {}, error() {}, warn: (_: object, text: string) => void lines.push(text) }
    const shared = { apiKeys: [apiKey], port: 0, host: '127.0.0.1', store: memoryStore(), log }
    const server = await startServer({ ...shared, fileStore, contentOrigin })
    await server.close()
    return lines.filter((line) => line.includes('cookies'))
  }

  assert.equal((await warned('http://127.0.0.1:9')).length, 1)
  assert.deepEqual(await warned('http://localhost:9'), [])
  await rm(folder, { recursive: true })
})
