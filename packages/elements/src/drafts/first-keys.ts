import { markDrafts } from './draft-mark.ts'
import type { Draft, DraftScope } from './draft-scope.ts'

/** The beginning of the keys in `sessionStorage` of all drafts whose scope begins so. */
export const keyOf = (prefix: readonly string[]): string =>
  prefix.length ? `prmkit.draft.${JSON.stringify(prefix).slice(0, -1)},` : 'prmkit.draft.'

/** A scope as its parts, the widest first. */
export const prefixOf = ({ baseUrl, userId, partnerId, name }: DraftScope): string[] => [
  ...[baseUrl, userId, partnerId, name],
]

/** The stamp of a draft that was kept before the code came which keeps drafts. */
export const firstStamp = ''

/** Keeps the first keys in the tab until the code that keeps drafts has come. */
export function keepFirstKeys(scope: DraftScope, version: string, content: unknown): void {
  const draft: Draft = { version, stamp: firstStamp, savedAt: Date.now(), content }
  try {
    sessionStorage.setItem(keyOf(prefixOf(scope)) + version, JSON.stringify(draft))
    markDrafts('tab', true)
  } catch {
    // A page without storage, such as a sandboxed frame, keeps them as long as it lives.
  }
}
