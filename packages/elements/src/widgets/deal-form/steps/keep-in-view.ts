import type { PrmDealForm } from '../deal-form.ts'

/** Keeps in view what has the keyboard: an error that came above it has pushed it down. */
export async function keepInView(host: PrmDealForm): Promise<void> {
  await host.updateComplete
  host.renderRoot.querySelector(':focus-visible')?.scrollIntoView({ block: 'nearest' })
}
