import type { Client } from '../../base/portal.ts'
import { forgetDrafts, forgetViews } from '../../drafts/forget.ts'

/** Deletes what is kept of the user, of everybody here where that cannot be told, and signs out. */
export async function leave(connecting: Promise<Client> | undefined): Promise<void> {
  const signal = AbortSignal.timeout(3000)
  const client = await connecting?.catch(() => undefined)
  const me = await client?.me.get({}, { signal }).catch(() => undefined)
  const userId = me?.user.id
  const views = async () => forgetViews(userId)
  await Promise.allSettled([forgetDrafts(client?.baseUrl, userId), views(), client?.logout()])
}
