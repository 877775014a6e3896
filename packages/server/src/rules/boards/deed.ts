import type { Owned } from '../shared/visibility.ts'

/** Something that happened to a record, by which a rule may give points. */
export interface Deed {
  /** The type of the event. */
  type: string
  at: string
  resource: string
  record: { id: string; name?: string }
  owned: Owned
  /** The action that this one undoes: the types that its event may have, and its instant. */
  undoes?: { types: readonly string[]; at: string }
}
