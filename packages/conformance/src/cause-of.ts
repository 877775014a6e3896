import { AssertionError } from 'node:assert'

/**
 * The part of a message that all of one fault share: without ids, numbers, places in lists and values.
 * A comparison whose message Node wrote says nothing of its fault but the two values: each check has
 * its own.
 */
export function causeOf(error: unknown, check = ''): string {
  const [line = ''] = (error instanceof Error ? error.message : String(error)).trim().split('\n')
  const cause = line
    // The body of an answer is evidence.
    .replace(/ [{[]".*$/, '')
    .replaceAll(/"(?:[^"\\]|\\.)*"…?/g, '“…”')
    .replaceAll(/\b\w*\d\w*\b/g, '*')
    .slice(0, 300)
  return error instanceof AssertionError && error.generatedMessage ? `${check} ${cause}` : cause
}
