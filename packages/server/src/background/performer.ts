/** Work that came to no end: it took too long, used too much memory, or failed. */
export class WorkError extends Error {
  override name = 'WorkError'
}

/**
 * Does pieces of work that know nothing of the store: JSON in, JSON out. In a server each runs in a
 * child process that can be ended; in a page it runs in place.
 */
export interface Performer {
  perform(kind: string, input: unknown): Promise<unknown>
  /** The performer does the work at once, so that a request may wait for it. */
  readonly inPlace: boolean
  close(): Promise<void>
}

/** Says that a piece of work has come on, so that it gets its time anew. */
export type Progress = () => void

/** A kind of work: the function from its input to its result. */
export type Perform = (input: never, progress: Progress) => Promise<unknown>
