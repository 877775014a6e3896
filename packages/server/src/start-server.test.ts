import assert from 'node:assert/strict'
import { once } from 'node:events'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { request } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { diskFiles } from './files/disk-files.ts'
import { memoryStore, seed, type MemoryStore } from './index.ts'
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

  it('survives what is not HTTP', async () => {
    const { port } = new URL(server.url)
    for (const nonsense of [
      '\0\0\0\r\n\r\n',
      'GET  / HTTP/9\r\n\r\n',
      'POST /v1/deals HTTP/1.1\r\nContent-Length: -1\r\n\r\n',
      'GET /v1/../../etc/passwd HTTP/1.1\r\nHost: x y\r\n\r\n',
      'GET //evil/v1/me HTTP/1.1\r\nHost: x\r\n\r\n',
    ]) {
      const socket = connect(Number(port), '127.0.0.1')
      socket.on('error', () => {})
      socket.end(nonsense)
      socket.resume()
      await once(socket, 'close')
    }

    assert.equal((await send('GET', '/me')).status, 200)
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
