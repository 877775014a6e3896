import type { RequirementProgress } from '@prmkit/contract'
import { html, nothing } from 'lit'
import { formatDay } from '../../base/values/format-day.ts'
import { formatMoney } from '../../base/values/format-money.ts'
import { formatNumber } from '../../base/values/format.ts'
import { badge } from '../../primitives/badge/badge.ts'
import type { TierScene } from './host.ts'

/** The share of a requirement that is reached, from 0 to 1. */
export const reached = ({ current, minimum }: RequirementProgress) =>
  minimum <= 0 ? 1 : Math.min(1, Math.max(0, current / minimum))

/** Each requirement with its present value, and what is missing, by name and by when. */
export function requirementList(scene: TierScene, requirements: readonly RequirementProgress[]) {
  return requirements.length
    ? html`<ul class="requirements" role="list">
        ${requirements.map((one) => requirement(scene, one))}
      </ul>`
    : html`<p class="muted">${scene.t('noRequirements')}</p>`
}

function requirement(scene: TierScene, one: RequirementProgress) {
  const { t, locale, discovery } = scene
  const { text, current, minimum, missing, dueAt, names = [] } = one
  const value = (amount: number) => valueText(scene, one, amount)
  return html`<li>
    <p><bdi>${text}</bdi> ${missing ? nothing : badge('success', t('met'))}</p>
    <progress max="1" value=${reached(one).toFixed(3)} aria-hidden="true"></progress>
    <p class="small muted">
      ${t('ofMinimum', { current: value(current), minimum: value(minimum) })}
    </p>
    ${
      missing
        ? html`<p class="small missing">
            ${
              dueAt
                ? t('missingUntil', {
                    value: value(missing),
                    date: formatDay(locale, dueAt, discovery?.timeZone),
                  })
                : t('missing', { value: value(missing) })
            }
          </p>`
        : nothing
    }
    ${
      names.length
        ? html`<ul class="small">
            ${names.map((name) => html`<li><bdi>${name}</bdi></li>`)}
          </ul>`
        : nothing
    }
  </li>`
}

/** A value in the unit of its requirement: points, money, or a plain number. */
function valueText(
  { t, locale }: TierScene,
  { metric, currency }: RequirementProgress,
  value: number,
): string {
  if (metric === 'amount' && currency)
    return formatMoney(locale, { amount: String(value), currency })
  return metric === 'points' ? t('points', { n: value }) : formatNumber(locale, value)
}
