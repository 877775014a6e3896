import assert from 'node:assert/strict'
import { test } from 'node:test'
import { messagesOf, type Message } from './sse.ts'

/** A body that comes in the given pieces. */
function bodyOf(...chunks: (string | Uint8Array<ArrayBuffer>)[]): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      for (const chunk of chunks)
        controller.enqueue(typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk)
      controller.close()
    },
  })
}

async function read(...chunks: (string | Uint8Array<ArrayBuffer>)[]): Promise<Message[]> {
  const messages: Message[] = []
  for await (const message of messagesOf(bodyOf(...chunks), () => {})) messages.push(message)
  return messages
}

/** A message that says nothing. */
const empty: Message = { event: 'message', data: undefined, id: undefined, retry: undefined }

test('messages have a type, an id, lines of data and a time to come back', async () => {
  const stream =
    ': hello\n\nid: 7\nevent: change\ndata: one\ndata:two\n\ndata\n\nid: 8\nretry: 3000\n\n'

  assert.deepEqual(await read(stream), [
    empty,
    { ...empty, event: 'change', data: 'one\ntwo', id: '7' },
    { ...empty, data: '' },
    { ...empty, id: '8', retry: 3000 },
  ])
})

test('it does not matter where the stream is cut into pieces, nor how lines end', async () => {
  for (const end of ['\n', '\r\n', '\r']) {
    const stream = ['id: é7', 'data: {"a":', 'data: "b"}', '', 'data: c', '', ''].join(end)
    const bytes = new TextEncoder().encode(stream)
    const whole = await read(bytes)
    assert.deepEqual(
      whole.map(({ data }) => data),
      ['{"a":\n"b"}', 'c'],
    )
    for (let cut = 1; cut < bytes.length; cut++)
      assert.deepEqual(await read(bytes.slice(0, cut), bytes.slice(cut)), whole)
  }
})

test('what has no end at the end of the stream is no message', async () => {
  assert.deepEqual(await read('data: half'), [])
})

test('every piece is a sign of life', async () => {
  let signs = 0

  const stream = messagesOf(bodyOf(': 1\n\n', ': 2\n\n'), () => (signs += 1))

  for await (const { data } of stream) assert.equal(data, undefined)

  assert.equal(signs, 2)
})

test('a message that never ends is given up', async () => {
  const endless = Array.from({ length: 40 }, () => 'x'.repeat(50_000))

  await assert.rejects(read('data: ', ...endless), /has no end/)
  await assert.rejects(read(...endless.map((line) => `data: ${line}\n`)), /has no end/)
})

test('stopping to read lets the connection go', async () => {
  let cancelled = false
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(new TextEncoder().encode('data: 1\n\n')),
    cancel: () => void (cancelled = true),
  })

  for await (const message of messagesOf(body, () => {})) {
    assert.equal(message.data, '1')
    break
  }

  assert.equal(cancelled, true)
})
