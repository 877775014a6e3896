/** Bytes of a file, from a place on. */
export interface StoredBytes {
  /** Bytes of the whole file. */
  size: number
  bytes: ReadableStream<Uint8Array>
}

/** The first and last byte that are wanted, both included. */
export interface ByteRange {
  first: number
  last: number
}

/** Where files' bytes live: memory, a folder, or a store of the vendor's. */
export interface FileStore {
  /** Keeps the bytes under an id, all of them or none; rejects with the stream's error. */
  put(id: string, bytes: ReadableStream<Uint8Array>): Promise<void>
  get(id: string, range?: ByteRange): Promise<StoredBytes | undefined>
  remove(id: string): Promise<void>
}
