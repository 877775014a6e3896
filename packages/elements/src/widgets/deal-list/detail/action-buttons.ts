import { html, nothing, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type { Deal } from '@prmkit/contract'
import { icon } from '../../../primitives/icon/icon.ts'
import { calendar, link } from '../../../primitives/icon/later-icons.ts'
import { recordLink } from '../../../primitives/record-link/record-link.ts'
import { copyLink } from '../../../record/copy-link.ts'
import { dueText } from '../deal-status.ts'
import type { DealDetailScene } from '../host.ts'
import { addToCalendar } from './add-to-calendar.ts'
import { actionsOf, isUrgent, partnerActions, type ActionTexts } from './deal-actions.ts'

/** The actions of the partner, the most urgent first, and the ways to take the deal along. */
export function actionButtons(scene: DealDetailScene, deal: Deal): TemplateResult {
  const { t, locale, now, discovery } = scene
  const isSoon = dueText(t, locale, deal, now, discovery?.timeZone)?.tone === 'warning'
  const actions = actionsOf(deal)
  const urgent = actions.find((action) => isUrgent(action, deal, isSoon))
  const button = (label: string, look: string, press: () => unknown, sign: unknown = nothing) =>
    html`<button class="button ${look}" type="button" @click=${press}>${sign}${label}</button>`
  return html`<div class="actions">
      ${toForm(scene, deal)}
      ${repeat(
        actions.toSorted((a, b) => Number(b === urgent) - Number(a === urgent)),
        (action) => action,
        (action) => {
          const { label, danger }: ActionTexts = partnerActions[action]
          const look = danger ? 'danger' : action === urgent ? 'primary' : ''
          return button(t(label), look, () => scene.ask(action))
        },
      )}
    </div>
    <div class="take">
      ${
        deal.status === 'approved' && deal.protection
          ? button(t('calendar'), 'quiet', () => addToCalendar(scene, deal), icon(calendar))
          : nothing
      }
      ${button(t('copyLink'), 'quiet', () => copyLink(scene as never), icon(link))}
    </div>`
}

/** The way to the form, where a draft is finished and a returned registration is mended. */
function toForm(scene: DealDetailScene, { id, status, allowedActions }: Deal) {
  const { t, formHref: href } = scene
  const isDraft = status === 'draft'
  if (!isDraft && !allowedActions.includes('resubmit')) return nothing
  return recordLink({
    ...{ id, href, look: 'button primary' },
    label: t(isDraft ? 'actContinue' : 'actResubmit'),
    open: () => scene.openForm(),
  })
}
