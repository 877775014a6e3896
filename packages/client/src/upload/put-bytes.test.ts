import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { mockTimers } from '../../test/mock-timers.ts'
import { putBytes } from './put-bytes.ts'

/** As much of a browser's request as an upload needs; tests play the network. */
class FakeRequest extends EventTarget {
  static last: FakeRequest
  upload = new EventTarget()
  status = 204
  responseText = ''
  aborted = false
  constructor() {
    super()
    FakeRequest.last = this
  }
  open() {}
  send() {}
  setRequestHeader() {}
  getResponseHeader() {
    return null
  }
  abort() {
    this.aborted = true
    this.end('abort')
  }
  end(how: string) {
    this.dispatchEvent(new Event(how))
    this.dispatchEvent(new Event('loadend'))
  }
  progress(loaded: number) {
    this.upload.dispatchEvent(Object.assign(new Event('progress'), { loaded }))
  }
}

function start(t: TestContext) {
  mockTimers(t, { apis: ['setTimeout'] })
  Object.assign(globalThis, { XMLHttpRequest: FakeRequest })
  t.after(() => Reflect.deleteProperty(globalThis, 'XMLHttpRequest'))
  const place = { url: 'https://files.example/f1', method: 'PUT', headers: {} }
  const sent: number[] = []
  const { signal } = new AbortController()
  const note = (bytes: number) => void sent.push(bytes)
  const backend = { native: true, fetch: () => assert.fail('the browser tells the progress') }
  const answer = putBytes(place, new Blob(['Hi']), signal, note, backend)
  return { answer, sent, request: FakeRequest.last, tick: (ms: number) => t.mock.timers.tick(ms) }
}

test('an upload without progress for a minute is given up', async (t) => {
  const { answer, sent, request, tick } = start(t)
  const stalled = assert.rejects(answer, /the upload stalled/)
  tick(59_999)
  request.progress(1)
  tick(59_999)
  assert.equal(request.aborted, false)

  tick(1)

  assert.equal(request.aborted, true)
  await stalled
  assert.deepEqual(sent, [1])
})

test('an upload that does not even begin is given up after a minute', async (t) => {
  const { answer, tick } = start(t)
  const stalled = assert.rejects(answer, /the upload stalled/)

  tick(60_000)

  await stalled
})

test('an upload that has ended is not given up later', async (t) => {
  const { answer, request, tick } = start(t)
  request.end('load')
  assert.equal((await answer).status, 204)

  tick(60_000)

  assert.equal(request.aborted, false)
})
