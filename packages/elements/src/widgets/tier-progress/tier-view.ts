import type { Tier } from '@prmkit/contract'
import { html, nothing } from 'lit'
import { formatDay, formatPastDay } from '../../base/values/format-day.ts'
import { badge } from '../../primitives/badge/badge.ts'
import { gauge } from './gauge.ts'
import type { TierScene } from './host.ts'
import { requirementList } from './requirement-list.ts'

/** The present tier and the next one, side by side where there is room. */
export function tierView(scene: TierScene) {
  const { t, locale, discovery, standing, compact } = scene
  const { tier, since, reviewAt, graceUntil, byHand, requirements, next } = standing
  const date = (instant: string) => formatDay(locale, instant, discovery?.timeZone)
  const dates = [
    since && t('since', { date: formatPastDay(locale, since, discovery?.timeZone) }),
    reviewAt && t('reviewAt', { date: date(reviewAt) }),
  ].filter((one) => one)
  const toKeep = tier && requirements.length && !compact
  return html`<header class="head">
      <div>
        <p class="small muted">${t('yourTier')}</p>
        <h2><bdi>${tier?.name ?? t('noTier')}</bdi></h2>
        ${compact ? nothing : html`<p class="small muted">${dates.join(' · ')}</p>`}
      </div>
      ${next ? gauge(scene, next) : nothing}
    </header>
    ${
      graceUntil && tier
        ? html`<p class="note warning">
            ${t('grace', { tier: tier.name, date: date(graceUntil) })}
          </p>`
        : nothing
    }
    ${byHand && !compact ? html`<p class="note neutral">${t('byHand')}</p>` : nothing}
    <div class="pair">
      ${
        toKeep
          ? html`<section part="tier" aria-labelledby="keep">
              <h3 id="keep">${t('keep', { tier: tier.name })}</h3>
              ${requirementList(scene, requirements)} ${benefits(scene, tier)}
            </section>`
          : nothing
      }
      ${
        next
          ? html`<section part="next" aria-labelledby="next">
              <h3 id="next">${t('next', { tier: next.tier.name })}</h3>
              ${requirementList(scene, next.requirements)}
              ${compact ? nothing : benefits(scene, next.tier)}
            </section>`
          : html`<p>${badge('success', t('highest'))}</p>`
      }
    </div>`
}

const benefits = ({ t }: TierScene, { benefits: all }: Tier) =>
  all.length
    ? html`<h4>${t('benefits')}</h4>
        <ul>
          ${all.map((benefit) => html`<li><bdi>${benefit}</bdi></li>`)}
        </ul>`
    : nothing
