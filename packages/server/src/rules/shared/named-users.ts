import type { UserRecord } from '../../store/records.ts'

/** The active one of the users with one address or external id, the first where none is active; undefined where several are. */
export function whoIsMeant(users: readonly UserRecord[]): UserRecord | undefined {
  const active = users.filter((user) => user.active)
  return active.length > 1 ? undefined : (active[0] ?? users[0])
}
