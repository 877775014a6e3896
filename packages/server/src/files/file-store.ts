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

/** Answers the ids among these that no record names. */
export type Unnamed = (ids: readonly string[]) => Promise<readonly string[]>

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
  /**
   * Looks at the next files, at most so many, and goes on there the next time. Removes those that were
   * kept before an instant and that `unnamed` answers, and what unfinished uploads have left since
   * before it. Answers how many it removed.
   */
  collect(before: string, limit: number, unnamed: Unnamed): Promise<number>
  /** The access of browsers to the store itself; absent where all bytes go through this server. */
  direct?: DirectAccess
}

/** A store that browsers reach themselves, under addresses that it knows to be signed. */
export interface DirectAccess {
  /** The address to which a browser sends the announced number of bytes by PUT, and the headers to send with them. */
  upload(
    id: string,
    file: { mediaType: string; size: number },
    seconds: number,
  ): Promise<{ url: string; headers: Record<string, string> }>
  /** Keeps what was sent for an id under that id; what is sent later changes nothing. */
  take(id: string): Promise<void>
  /** An address from which a browser gets a file as a download, in whole or in parts. */
  download(
    id: string,
    file: { mediaType: string; disposition: string },
    seconds: number,
  ): Promise<string>
}
