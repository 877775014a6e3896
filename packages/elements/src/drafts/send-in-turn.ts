import { isRefusal, same, sendOnce, type SendOnce } from './send-once.ts'

/**
 * Sends a message or an action once. What is open from before goes again first, as it was and under
 * its key: only once it was refused does a changed body go in its place. `isOlder` tells that the
 * one from before took effect, so that a changed body was not sent and would be a new one.
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
