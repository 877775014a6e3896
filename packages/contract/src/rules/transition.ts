/** The cause of a transition; the clock is the server itself. */
export type Actor = 'partner' | 'vendor' | 'clock'

/** One row of a transition table: in these statuses this actor may do this. */
export interface Transition<Status extends string = string, Guard extends string = string> {
  readonly action: string
  readonly actor: Actor | readonly Actor[]
  readonly from: readonly Status[]
  /** The status afterwards; absent where it stays, `deleted` where the record goes, `previous` as before an undone action. */
  readonly to?: Status | 'deleted' | 'previous'
  /** Conditions besides status and actor. */
  readonly guards?: readonly Guard[]
  /** A reason must be given. */
  readonly reason?: true
  /** Type of the event that tells of it. */
  readonly event: string
}

/** The rows that are open to an actor in a status, guards aside, in the order of the table. */
export type TransitionsFrom<Row extends Transition> = (
  status: Row['from'][number],
  actor: Actor,
) => readonly Row[]

/** Reads a transition table; each status and actor is looked up once. */
export function transitionsOf<Row extends Transition>(rows: readonly Row[]): TransitionsFrom<Row> {
  const known = new Map<string, readonly Row[]>()
  return (status, actor) => {
    const key = `${actor} ${status}`
    let open = known.get(key)
    if (!open) {
      open = rows.filter((row) => row.from.includes(status) && [row.actor].flat().includes(actor))
      known.set(key, open)
    }
    return open
  }
}
