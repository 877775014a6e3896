import type { User } from '@prmkit/contract'
import type { UserRecord } from '../../store/records.ts'

/** A person as others see them. */
export function showUser({ id, name, email, language }: UserRecord): User {
  return { id, name, email, ...(language !== undefined && { language }) }
}
