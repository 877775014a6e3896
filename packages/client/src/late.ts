/** The code that a client loads once it is needed. */
export interface Late {
  /** The event stream, uploads and the walk through a list. */
  readonly background: () => Promise<typeof import('./background.ts')>
  /** The comparison of answers with the contract's schemas. */
  readonly drift: () => Promise<typeof import('./drift.ts')>
}
