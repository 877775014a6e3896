import { mark } from './draft-mark.ts'
import { draftChannel, shelves } from './draft-shelves.ts'
import { savedViewsKey } from '../base/saved-views-key.ts'

/**
 * Log-out deletes a user's drafts everywhere and tells the other tabs; everybody's where the user
 * is not known, those of every backend where that is not known either. Answers false where one may
 * be left.
 */
export async function forgetDrafts(baseUrl?: string, userId?: string): Promise<boolean> {
  const channel = draftChannel()
  const forgotten = await Promise.allSettled(
    Object.values(shelves).map((shelf) => shelf.forget(baseUrl, userId)),
  )
  channel?.postMessage({ forget: baseUrl, userId })
  channel?.close()
  // Where nothing was ever kept, as in a sandboxed frame, nothing can be left.
  return forgotten.every(({ status }) => status === 'fulfilled') || !isMarked()
}

/** Deletes the saved views of a user, which tell what was searched for; everybody's when none is named. */
export function forgetViews(userId?: string): void {
  const end = userId === undefined ? '' : `,${JSON.stringify(userId)}]`
  for (const key of Object.keys(localStorage))
    if (key.startsWith(savedViewsKey) && key.endsWith(end)) localStorage.removeItem(key)
}

/** Tells whether a store of the browser is known to hold drafts; one that cannot be read is not. */
const isMarked = (): boolean =>
  (['localStorage', 'sessionStorage'] as const).some((name) => {
    try {
      return mark in globalThis[name]
    } catch {
      return false
    }
  })
