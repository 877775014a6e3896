/** One message of an event stream. */
export interface Message {
  readonly event: string
  /** Missing where a message only says how far the stream is, or when to come back. */
  readonly data: string | undefined
  readonly id: string | undefined
  /** Milliseconds to wait before connecting again. */
  readonly retry: number | undefined
}

/** The most characters that may come without the end of a message. */
const limit = 1_000_000

/** Reads an event stream (WHATWG HTML, 9.2) and calls `onBytes` for every sign of life. */
export async function* messagesOf(
  body: ReadableStream<Uint8Array>,
  onBytes: () => void,
): AsyncGenerator<Message> {
  const reader = body.getReader()
  const decoder = new TextDecoder()
  let buffer = ''
  let afterReturn = false
  let fields: Record<string, string> = {}
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      onBytes()
      let text = decoder.decode(value, { stream: true })
      // A line may end in two characters, and they in two chunks.
      if (afterReturn && text.startsWith('\n')) text = text.slice(1)
      afterReturn = text.endsWith('\r')
      const lines = (buffer + text).split(/\r\n?|\n/)
      buffer = lines.pop() ?? ''
      if (buffer.length + (fields['data']?.length ?? 0) > limit)
        throw new Error('an event of the stream has no end')
      for (const line of lines) {
        if (line) {
          read(line, fields)
          continue
        }
        const { event = 'message', data, id, retry = '' } = fields
        fields = {}
        yield { event, data, id, retry: /^\d+$/.test(retry) ? Number(retry) : undefined }
      }
    }
  } finally {
    // Lets the connection go, also when the reader of these messages stops early.
    reader.cancel().catch(() => {})
  }
}

function read(line: string, fields: Record<string, string>) {
  const [, name, value = ''] = /^([^:]*):? ?(.*)$/s.exec(line) ?? []
  if (name === 'data' && fields['data'] !== undefined) fields['data'] += `\n${value}`
  else if (name) fields[name] = value
}
