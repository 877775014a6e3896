import type { Begun, Statements } from '../../store/training.ts'
import type { StatementRecord } from '../../store/training-records.ts'

/** A statement with its launch and enrolment as they were read. */
type Claim = [begun: Begun, statement: StatementRecord]

/**
 * Keeps statements that come while others are being kept together with those that wait, in one query.
 * `keep` answers the ids of those that it kept. Where it fails, none counts as kept, as one may be the cause
 * for all: each then takes its turn alone.
 */
export function gathered(
  keep: (claims: Claim[]) => Promise<ReadonlySet<string>>,
): Statements['insertWhile'] {
  let waiting = new Map<string, Claim>()
  let next: Promise<ReadonlySet<string>> | undefined
  let running: Promise<unknown> = Promise.resolve()

  async function keepAll(): Promise<ReadonlySet<string>> {
    await running
    const claims = [...waiting.values()]
    waiting = new Map()
    next = undefined
    const kept = keep(claims).catch(() => new Set<string>())
    running = kept
    return kept
  }

  return async (begun, statement) => {
    // Of two statements under one id, the second is not new.
    if (waiting.has(statement.id)) return false
    waiting.set(statement.id, [begun, statement])
    next ??= keepAll()
    return (await next).has(statement.id)
  }
}
