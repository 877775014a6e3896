/** The item that notes drafts in `localStorage` or `sessionStorage`. */
export const mark = 'prmkit.drafts'
const stores = { device: 'localStorage', tab: 'sessionStorage' } as const
let inPage = false

/** Notes whether drafts are kept, for pages that have not loaded the code that reads them. */
export function markDrafts(kind: 'device' | 'tab' | 'memory', kept: boolean): void {
  if (kind === 'memory') inPage = kept
  else if (kept) globalThis[stores[kind]].setItem(mark, '1')
  else globalThis[stores[kind]].removeItem(mark)
}

/** Tells whether drafts may be kept here; a draft without a mark is found at the first key. */
export function mayHoldDrafts(): boolean {
  try {
    return inPage || [localStorage, sessionStorage].some((items) => mark in items)
  } catch {
    return true
  }
}
