const prefix = 'data:;base64,'

/** The text under which the bytes of a document are kept: themselves, or Base64 where they are no text. */
export function keptBody(bytes: Uint8Array): string {
  const text = textOf(bytes)
  // No database keeps a NUL in a text.
  if (text !== undefined && !text.includes('\0') && !text.startsWith(prefix)) return text
  const letters = Array.from(bytes, (byte) => String.fromCharCode(byte))
  return prefix + btoa(letters.join(''))
}

/** The bytes of a document as they came. */
export function bytesOf(body: string): Uint8Array<ArrayBuffer> {
  if (!body.startsWith(prefix)) return new TextEncoder().encode(body)
  return Uint8Array.from(atob(body.slice(prefix.length)), (letter) => letter.charCodeAt(0))
}

function textOf(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}
