import { html } from 'lit'
import { formatNumber } from '../../base/values/format.ts'
import { ring } from '../../primitives/ring/ring.ts'
import type { TierScene } from './host.ts'

/** A ring that fills with the share of a tier that is reached, from 0 to 1; its words say the same. */
export function gauge({ t, locale }: TierScene, share: number, tier: string) {
  const percent = formatNumber(locale, Math.floor(share * 100))
  return html`<p class="gauge">${ring(share)}<span>${t('reached', { n: percent, tier })}</span></p>`
}
