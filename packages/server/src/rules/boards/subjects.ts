import type { BoardSubject } from '@prmkit/contract'

/**
 * The name of a subject in scores: a company, or a person at a company, for whoever works for two
 * has a score at each. Points without a person count for no person.
 */
export function subjectOf(
  subject: BoardSubject,
  partnerId: string,
  userId: string | undefined,
): string | undefined {
  if (subject === 'partner') return partnerId
  return userId === undefined ? undefined : `${partnerId}/${userId}`
}

/** The person in the name of a subject. */
export function personIn(subject: string): string | undefined {
  return subject.split('/')[1]
}
