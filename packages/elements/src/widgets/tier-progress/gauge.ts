import { html } from 'lit'
import { formatNumber } from '../../base/format.ts'
import type { TierScene } from './host.ts'

const length = 2 * Math.PI * 20

/** A ring that fills with the share that is reached, from 0 to 1; its words say the same. */
export function gauge({ t, locale }: TierScene, share: number) {
  const percent = formatNumber(locale, Math.floor(share * 100))
  return html`<p class="gauge">
    <svg viewBox="0 0 48 48" aria-hidden="true">
      <circle cx="24" cy="24" r="20" />
      <circle
        class="filled"
        cx="24"
        cy="24"
        r="20"
        stroke-dasharray="${(length * share).toFixed(1)} ${length.toFixed(1)}"
      />
    </svg>
    <span>${t('reached', { n: percent })}</span>
  </p>`
}
