import type { PrmDealForm } from './deal-form.ts'

export type Later = typeof import('./later.ts')

/** Makes ready what comes after the first key: the draft's place, and the later steps. */
export async function prepare(host: PrmDealForm): Promise<Later | undefined> {
  const { registration } = host
  if (!registration) return undefined
  try {
    const later = await fetchLater(host)
    await later.openDraft(registration)
    later.dress(host.renderRoot as ShadowRoot)
    host.later = later
    host.requestUpdate()
    return later
  } catch (error) {
    host.fail(error)
    return undefined
  }
}

/** What comes after the first key, with its texts. */
export async function fetchLater(host: PrmDealForm): Promise<Later> {
  const later = await import('./later.ts')
  if (!host.later) await later.translate(host)
  return later
}
