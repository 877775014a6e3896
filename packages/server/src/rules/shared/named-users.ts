import type { UserRecord } from '../../store/records.ts'

/** Of the users with one address or external id, the active one; nobody where it is not clear who is meant. */
export function whoIsMeant(users: readonly UserRecord[]): UserRecord | undefined {
  const active = users.filter((user) => user.active)
  return active.length > 1 ? undefined : (active[0] ?? users[0])
}
