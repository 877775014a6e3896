import { html, nothing, type TemplateResult } from 'lit'
import type { Deal } from '@prmkit/contract'
import { formatDay } from '../../../base/values/format-day.ts'
import { formatDate } from '../../../base/values/format.ts'
import { badge } from '../../../primitives/badge/badge.ts'
import { fact, plain } from '../../../record/facts.ts'
import { outcomeText, statusText, statusTone } from '../deal-status.ts'
import type { DealDetailScene } from '../host.ts'
import { actionButtons } from './action-buttons.ts'
import { nextSteps } from './next-steps.ts'

/** Status, clock, next action and owner of a registration. */
export function dealRail(scene: DealDetailScene, deal: Deal): TemplateResult {
  const { t, locale } = scene
  const { closure, expectedCloseDate, ownerName, protection } = deal
  const outcome = outcomeText(t, deal)
  const outcomeTone = closure?.outcome === 'won' ? 'success' : 'neutral'
  return html`<p class="above">
      ${badge(statusTone(deal.status), statusText(t, deal))}
      ${outcome ? badge(outcomeTone, outcome) : nothing}
    </p>
    ${protection && deal.status === 'approved' ? clock(scene, protection) : nothing}
    ${nextSteps(scene, deal)} ${actionButtons(scene, deal)}
    <dl class="facts">
      ${fact(t('ownerName'), plain(ownerName))}
      ${fact(t('expectedClose'), expectedCloseDate && formatDate(locale, expectedCloseDate))}
      ${fact(
        t('protectedUntil'),
        protection && formatDay(locale, protection.expiresAt, scene.discovery?.timeZone),
      )}
    </dl>`
}

/** The part of the protection that is left; the words beside it tell the same. */
function clock({ now }: DealDetailScene, { startsAt, expiresAt }: NonNullable<Deal['protection']>) {
  const [start, end] = [Date.parse(startsAt), Date.parse(expiresAt)]
  const left = (end - now) / (end - start)
  return left >= 0 && left <= 1
    ? html`<progress class="clock" max="1" value=${left.toFixed(3)} aria-hidden="true"></progress>`
    : nothing
}
