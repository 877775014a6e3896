import type { Client } from '../../base/portal.ts'
import { forgetDrafts, forgetViews } from '../../drafts/forget.ts'

/**
 * Deletes what is kept of the user, of everybody here where that cannot be told, and signs out. False
 * where a draft may be left on this device.
 */
export async function leave(connecting: Promise<Client> | undefined): Promise<boolean> {
  const signal = AbortSignal.timeout(3000)
  const client = await connecting?.catch(() => undefined)
  const me = await client?.me.get({}, { signal }).catch(() => undefined)
  const userId = me?.user.id
  const views = async () => forgetViews(userId)
  const [drafts] = await Promise.allSettled([
    forgetDrafts(client?.baseUrl, userId),
    views(),
    client?.logout(),
  ])
  const isClean = drafts.status === 'fulfilled' && drafts.value
  if (!isClean)
    console.warn(
      'Drafts of the user who logged out could not be deleted from this device. Ask them to clear the data of this site.',
    )
  return isClean
}
