import assert from 'node:assert/strict'
import type { ServerResponse } from 'node:http'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { build } from 'esbuild'
import type { Browser, Page } from 'playwright-core'
import { backend, until, type Received, type Reply } from '../../packages/client/test/backend.ts'
import type { Client, LiveEvent } from '../../packages/client/src/index.ts'
import { inEachEngine } from './engine.ts'

declare global {
  var client: Client
  var heard: LiveEvent[]
  var begun: boolean
}

const html = `<!doctype html><meta charset="utf-8"><title>Portal</title><script type="module">
import { createClient } from '/client.js'
globalThis.heard = []
globalThis.client = createClient({ baseUrl: location.origin, fetchToken: () => 'token' })
globalThis.begun = false
client.events.subscribe((event) => {
  // Every subscription begins with a resync.
  if (globalThis.begun) heard.push(event)
  globalThis.begun = true
})
</script>`

const change = (id: string) => ({
  id,
  type: 'deal.approved',
  resource: 'deal',
  resourceId: 'd1',
  revision: 7,
})

/** A page with a client on it, and a backend at the same address whose calls can be replaced. */
async function portal(t: TestContext, instead: (received: Received) => Reply | undefined) {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, '../../packages/client/src/index.ts')],
    bundle: true,
    format: 'esm',
    target: 'es2022',
    write: false,
  })
  const streams: ServerResponse[] = []
  const asked: unknown[] = []
  const { url, received } = await backend(t, (request) => {
    const reply = instead(request)
    if (reply) return reply
    if (request.url === '/') return { headers: { 'content-type': 'text/html' }, body: html }
    if (request.url === '/client.js')
      return { headers: { 'content-type': 'text/javascript' }, body: outputFiles[0]?.text }
    if (request.url !== '/v1/events') return { body: { user: { id: 'u1' } } }
    return (response) => {
      asked.push(request.headers['last-event-id'])
      response.writeHead(200, { 'content-type': 'text/event-stream' }).write('id: start\n\n')
      streams.push(response)
      response.on('close', () => streams.splice(streams.indexOf(response), 1))
    }
  })
  const tell = (id: string) =>
    streams[0]?.write(`id: ${id}\ndata: ${JSON.stringify(change(id))}\n\n`)
  return { url, received, streams, asked, tell }
}

const heardIn = (page: Page) => page.evaluate(() => globalThis.heard.map((event) => event.type))

inEachEngine((open, engine) => {
  test('eight tabs stay usable: one holds the stream and tells the others', async (t) => {
    await using browser: Browser = await open()
    const { url, streams, asked, tell } = await portal(t, () => undefined)
    const context = await browser.newContext()
    const tabs: Page[] = []
    for (let count = 0; count < 8; count++) {
      const tab = await context.newPage()
      await tab.goto(url)
      tabs.push(tab)
    }
    await until(() => streams.length === 1)
    for (const tab of tabs) await tab.waitForFunction(() => globalThis.begun)

    const users = await Promise.all(
      tabs.map((tab) => tab.evaluate(async () => (await globalThis.client.me.get()).user.id)),
    )
    tell('1')
    for (const tab of tabs) await tab.waitForFunction(() => globalThis.heard.length === 1)

    assert.deepEqual(
      users,
      Array.from({ length: 8 }, () => 'u1'),
    )
    assert.equal(streams.length, 1)

    await tabs.shift()?.close()
    await until(() => asked.length === 2 && streams.length === 1)
    tell('2')
    for (const tab of tabs) await tab.waitForFunction(() => globalThis.heard.length === 2)

    assert.deepEqual(asked, [undefined, '1'], engine)
    for (const tab of tabs) assert.deepEqual(await heardIn(tab), ['deal.approved', 'deal.approved'])
  })

  test('an upload tells how far it is, and an abort ends it', async (t) => {
    await using browser: Browser = await open()
    const size = 6_000_000
    let stored = 0
    const { url } = await portal(t, ({ method, url: path, body }) => {
      if (method === 'PUT') {
        if (path === '/never') return () => {}
        stored = body.length
        return { status: 204, body: '' }
      }
      if (method === 'POST' && path === '/v1/files') {
        const to = body.includes('never') ? '/never' : '/blob'
        const headers = { 'content-type': 'text/plain' }
        return { status: 201, body: { file: { id: 'f1' }, url: to, method: 'PUT', headers } }
      }
      if (path === '/v1/files/f1/complete') return { body: { id: 'f1', status: 'ready' } }
      return undefined
    })
    const page = await browser.newPage()
    await page.goto(url)

    const { status, progress } = await page.evaluate(async (length) => {
      const file = new File(['x'.repeat(length)], 'notes.txt', { type: 'text/plain' })
      const progress: number[] = []
      const record = await globalThis.client.upload(file, {
        onProgress: ({ sent }) => progress.push(sent),
      })
      return { status: record.status, progress }
    }, size)
    const aborted = await page.evaluate(async () => {
      const leaving = new AbortController()
      const upload = globalThis.client.upload(new File(['x'], 'never.txt'), {
        signal: leaving.signal,
        onProgress: ({ sent }) => sent > 0 && leaving.abort(new Error('cancelled')),
      })
      return upload.catch((error: Error) => error.message)
    })

    assert.deepEqual([status, stored, aborted], ['ready', size, 'cancelled'])
    assert.deepEqual([progress[0], progress.at(-1)], [0, size])
    assert.ok(progress.length > 2, `${progress}`)
    assert.deepEqual(
      progress,
      progress.toSorted((one, other) => one - other),
    )
  })
})
