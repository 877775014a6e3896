import { atOnce, type FileStore } from './file-store.ts'

/** Files in this process's memory: for tests, demonstrations and the mock. */
export function memoryFiles(): FileStore {
  const files = new Map<string, { whole: Uint8Array<ArrayBuffer>; at: string }>()
  return {
    async put(id, bytes, publish = atOnce) {
      const whole = new Uint8Array(await new Response(bytes).arrayBuffer())
      await publish(async () => void files.set(id, { whole, at: new Date().toISOString() }))
    },
    async get(id, range) {
      const whole = files.get(id)?.whole
      if (!whole) return undefined
      const part = range ? whole.subarray(range.first, range.last + 1) : whole
      return { size: whole.byteLength, bytes: new Response(part).body ?? new ReadableStream() }
    },
    async remove(id) {
      files.delete(id)
    },
    async collect(before, _limit, unnamed) {
      const old = [...files].flatMap(([id, { at }]) => (at < before ? id : []))
      const gone = await unnamed(old)
      for (const id of gone) files.delete(id)
      return gone.length
    },
  }
}
