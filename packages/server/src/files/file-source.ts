/** A file could not be taken from another host; the message says why. */
export class FetchError extends Error {
  override name = 'FetchError'
}

/** Other hosts from which files are taken by their address. */
export interface FileSource {
  /** Tells whether the vendor allows the host of an address. */
  allows(address: string): boolean
  /** The bytes behind an address, at most so many; rejects with a `FetchError`, also while they come. */
  open(address: string, largest: number): Promise<ReadableStream<Uint8Array>>
}

/** No host at all. */
export const noHosts: FileSource = {
  allows: () => false,
  open: (address) => Promise.reject(new FetchError(`${address} is at no allowed host.`)),
}
