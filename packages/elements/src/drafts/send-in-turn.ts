import { isRefusal, same, sendOnce, type SendOnce } from './send-once.ts'

/**
 * Sends a message or an action once. One whose result is not known yet goes again first, unchanged and
 * under its key; a changed body goes in its place only once that one was refused. `isOlder` tells that
 * the earlier one took effect, so that the changed body was not sent and would be a new one.
 */
export async function sendInTurn<Body, Answer>(
  next: SendOnce<Body, Answer>,
): Promise<{ answer: Answer; isOlder: boolean }> {
  const open = next.sending?.bodies[0]
  const isOlder = open !== undefined && !same(open, next.body)
  try {
    const { answer } = await sendOnce(isOlder ? { ...next, body: open } : next)
    return { answer, isOlder }
  } catch (error) {
    if (!isOlder || !isRefusal(error)) throw error
    const { answer } = await sendOnce({ ...next, sending: undefined })
    return { answer, isOlder: false }
  }
}
