import { savedViewsKey } from '../base/saved-views-key.ts'

/** An article that was read on this device. */
export interface RecentArticle {
  readonly id: string
  readonly title: string
  readonly language: string
}

/** The most articles that are kept. */
const most = 6

/**
 * The place of a reader's articles in `localStorage`; log-out deletes it with the saved views, since
 * the name begins as theirs and ends with the user.
 */
export const recentKey = (...owner: (string | undefined)[]): string =>
  savedViewsKey + JSON.stringify(['recent articles', ...owner])

/** The articles that were read last, the newest first; none where nothing can be kept. */
export function readRecent(key: string): readonly RecentArticle[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]')
    return Array.isArray(kept) ? kept.filter(isArticle) : []
  } catch {
    return []
  }
}

/** Puts an article first among those that were read last. */
export function noteRecent(key: string, { id, title, language }: RecentArticle): void {
  const others = readRecent(key).filter((one) => one.id !== id)
  store(key, [{ id, title, language }, ...others])
}

/** Takes an article away, as one that is gone. */
export const dropRecent = (key: string, id: string): void =>
  store(
    key,
    readRecent(key).filter((one) => one.id !== id),
  )

function store(key: string, articles: readonly RecentArticle[]) {
  try {
    localStorage.setItem(key, JSON.stringify(articles.slice(0, most)))
  } catch {
    // Without storage nothing is recent.
  }
}

const isArticle = (one: Partial<RecentArticle> | null): one is RecentArticle =>
  typeof one?.id === 'string' && typeof one.title === 'string' && typeof one.language === 'string'
