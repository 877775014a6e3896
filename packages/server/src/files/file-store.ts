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

/** Decides whether bytes may be found from now on; may call `appear` again after a failure of its own. */
export type Publish = (appear: () => Promise<void>) => Promise<void>

/** Lets all bytes appear. */
export const atOnce: Publish = (appear) => appear()

/** Where files' bytes live: memory, a folder, or a store of the vendor's. */
export interface FileStore {
  /**
   * Keeps the bytes under an id, all of them or none; rejects with the stream's error. When all are
   * there it calls `publish`, if given, which calls `appear` or rejects: only `appear` puts them in the
   * place of what was there before.
   */
  put(id: string, bytes: ReadableStream<Uint8Array>, publish?: Publish): Promise<void>
  get(id: string, range?: ByteRange): Promise<StoredBytes | undefined>
  remove(id: string): Promise<void>
}
