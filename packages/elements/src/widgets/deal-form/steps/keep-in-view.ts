import type { DealFormHost } from '../host.ts'

/** Scrolls the focused control back into view: an error that appeared above has pushed it down. */
export async function keepInView(host: DealFormHost): Promise<void> {
  await host.updateComplete
  host.renderRoot.querySelector(':focus-visible')?.scrollIntoView({ block: 'nearest' })
}
