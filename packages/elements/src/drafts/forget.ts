import { draftChannel, shelves } from './draft-shelves.ts'
import { savedViewsKey } from '../base/saved-views-key.ts'

/**
 * Log-out deletes a user's drafts everywhere and tells the other tabs; everybody's where
 * the user is not known, those of every backend where that is not known either.
 */
export async function forgetDrafts(baseUrl?: string, userId?: string): Promise<void> {
  const channel = draftChannel()
  await Promise.allSettled(Object.values(shelves).map((shelf) => shelf.forget(baseUrl, userId)))
  channel?.postMessage({ forget: baseUrl, userId })
  channel?.close()
}

/** Deletes the saved views of a user, which tell what was searched for; everybody's when none is named. */
export function forgetViews(userId?: string): void {
  const end = userId === undefined ? '' : `,${JSON.stringify(userId)}]`
  for (const key of Object.keys(localStorage))
    if (key.startsWith(savedViewsKey) && key.endsWith(end)) localStorage.removeItem(key)
}
