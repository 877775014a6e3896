import { atOnce, type FileStore } from './file-store.ts'

/** Files in this process's memory: for tests, demonstrations and the mock. */
export function memoryFiles(): FileStore {
  const files = new Map<string, Uint8Array<ArrayBuffer>>()
  return {
    async put(id, bytes, publish = atOnce) {
      const whole = new Uint8Array(await new Response(bytes).arrayBuffer())
      await publish(async () => void files.set(id, whole))
    },
    async get(id, range) {
      const whole = files.get(id)
      if (!whole) return undefined
      const part = range ? whole.subarray(range.first, range.last + 1) : whole
      return { size: whole.byteLength, bytes: new Response(part).body ?? new ReadableStream() }
    },
    async remove(id) {
      files.delete(id)
    },
  }
}
