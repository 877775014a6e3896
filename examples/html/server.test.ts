import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { test } from 'node:test'

/** A backend that takes every call and hangs up. */
async function rudeBackend() {
  const server = createServer((socket) => socket.once('data', () => socket.destroy()))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  assert.ok(typeof address === 'object' && address)
  return { api: `http://127.0.0.1:${address.port}`, close: () => server.close() }
}

test('a backend that hangs up or is not there is told of, and the endpoint lives on', async (t) => {
  const { api, close } = await rudeBackend()
  const child = spawn(process.execPath, [join(import.meta.dirname, 'server.js')], {
    env: {
      ...process.env,
      API: api,
      PORT: '0',
      PRMKIT_SECRET_KEY: 'sk_any',
      USER_EMAIL: 'any@example',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  t.after(() => child.kill())
  const [line] = await once(child.stdout, 'data')
  const ask = async () => {
    const answer = await fetch(`${String(line).trim()}/prm-token`, { method: 'POST' })
    return [answer.status, (await answer.json()).error] as const
  }

  const hungUp = await ask()
  close()
  const gone = await ask()

  assert.deepEqual([hungUp[0], gone[0]], [502, 502])
  const sentence =
    /^The partner backend at http:\/\/127\S+ does not answer: (\w+)\. Start it, or set API to its address\.$/
  assert.match(hungUp[1], sentence)
  assert.equal(sentence.exec(gone[1])?.[1], 'ECONNREFUSED')
})
