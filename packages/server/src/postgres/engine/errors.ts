import { ProblemError } from '../../problem.ts'

const networkErrors = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND'])
/** The states of a server that shuts down, crashed, is starting, or has too many connections. */
const unavailableStates = new Set(['57P01', '57P02', '57P03', '53300'])
/** The states of a database that answers and can write nothing: disk full, memory used up, a replica in place of the main server. */
const powerlessStates = new Set(['53100', '53200', '25006'])
const driverWords =
  /Connection terminated|connection timeout|timeout exceeded when trying to connect/

/** Errors from the innermost outward: Drizzle wraps the driver's, which alone has the SQLSTATE. */
function chain(error: unknown): { code?: string; message: string }[] {
  if (!(error instanceof Error)) return []
  return [...chain(error.cause), error as Error & { code?: string }]
}

/** The five characters by which PostgreSQL classifies an error. */
export function sqlState(error: unknown): string | undefined {
  return chain(error).find(({ code }) => code !== undefined && /^[0-9A-Z]{5}$/.test(code))?.code
}

/** Two transactions got in each other's way; one of them may try again. */
export function isConflict(error: unknown): boolean {
  const state = sqlState(error)
  return state === '40001' || state === '40P01'
}

/** The connection is gone, so nothing of the transaction stays unless it was at its commit. */
export function isConnectionLoss(error: unknown): boolean {
  return chain(error).some(
    ({ code = '', message }) =>
      networkErrors.has(code) ||
      unavailableStates.has(code) ||
      code.startsWith('08') ||
      driverWords.test(message),
  )
}

/**
 * The error for callers: a problem where the database is not there, and otherwise the reason
 * without the parameters, which Drizzle puts into its message and which are people's data.
 */
export function translateError(error: unknown): unknown {
  const state = sqlState(error)
  if (isConnectionLoss(error) || powerlessStates.has(state ?? '')) {
    const problem = new ProblemError(
      'unavailable',
      'The database cannot work at the moment; repeat the request with the same Idempotency-Key.',
      { headers: { 'retry-after': '2' } },
    )
    problem.cause = chain(error)[0]
    return problem
  }
  if (state === undefined) return error
  return Object.assign(
    new Error(`The database refused a statement: ${chain(error)[0]?.message} (SQLSTATE ${state}).`),
    { code: state },
  )
}
