import type { TierProgress } from '@prmkit/contract'
import { html } from 'lit'
import { formatNumber } from '../../base/values/format.ts'
import { ring } from '../../primitives/ring/ring.ts'
import type { TierScene } from './host.ts'
import { reached } from './requirement-list.ts'

/**
 * A ring that fills with the share of a tier that is reached: the mean of all its requirements, which
 * is the whole only where each of them is met. Its words say the same, and a table for assistive
 * technology the share of each requirement.
 */
export function gauge({ t, locale }: TierScene, { tier, requirements }: TierProgress) {
  const shares = requirements.map(reached)
  const share = shares.length ? shares.reduce((sum, one) => sum + one, 0) / shares.length : 1
  const percent = (one: number) => formatNumber(locale, Math.floor(one * 100))
  return html`<div class="gauge">
    ${ring(share)}
    <p id="share">${t('reached', { n: percent(share), tier: tier.name })}</p>
    <table class="away" aria-labelledby="share">
      <tbody>
        ${requirements.map(
          ({ text }, at) =>
            html`<tr>
              <th scope="row">${text}</th>
              <td>${percent(shares[at]!)} %</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`
}
