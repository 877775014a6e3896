import { html, nothing, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type { Deal } from '@prmkit/contract'
import { NavigateEvent } from '../../../events.ts'
import { icon } from '../../../primitives/icon/icon.ts'
import { calendar, link } from '../../../primitives/icon/icons.ts'
import type { PrmDealDetail } from './deal-detail.ts'
import { actionsOf, isUrgent, partnerActions } from './deal-actions.ts'
import { due } from '../deal-status.ts'

/** What the partner can do now, the most urgent first, and what can be taken away. */
export function actionButtons(detail: PrmDealDetail, deal: Deal): TemplateResult {
  const { t, locale, now, commands } = detail
  const soon = due(t, locale, deal, now)?.tone === 'warning'
  const actions = actionsOf(deal)
  const urgent = actions.find((action) => isUrgent(action, deal, soon))
  const button = (label: string, look: string, press: () => unknown, sign: unknown = nothing) =>
    html`<button class="button ${look}" type="button" @click=${press}>${sign}${label}</button>`
  const goOn = () => detail.emit(new NavigateEvent({ resource: 'draft', id: deal.id }))
  return html`<div class="actions">
    ${deal.status === 'draft' ? button(t('actContinue'), 'primary', goOn) : nothing}
    ${repeat(
      actions.toSorted((a, b) => Number(b === urgent) - Number(a === urgent)),
      (action) => action,
      (action) => {
        const known: { label: 'actUpdate'; danger?: true } = partnerActions[action] as never
        const look = known.danger ? 'danger' : action === urgent ? 'primary' : ''
        return button(t(known.label), look, () => detail.ask(action))
      },
    )}
    ${
      deal.status === 'approved' && deal.protection
        ? button(t('calendar'), 'quiet', () => commands.calendar(deal), icon(calendar))
        : nothing
    }
    ${button(t('copyLink'), 'quiet', () => commands.copy(deal), icon(link))}
  </div>`
}
