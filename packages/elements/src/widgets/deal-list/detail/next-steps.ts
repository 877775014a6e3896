import { html, nothing, type TemplateResult } from 'lit'
import type { Deal, Form, Reason } from '@prmkit/contract'
import { fieldsOf, isCovered } from '@prmkit/contract/rules'
import { formatDate } from '../../../base/values/format.ts'
import type { Tone } from '../../../primitives/badge/badge.ts'
import { icon } from '../../../primitives/icon/icon.ts'
import { triangleAlert } from '../../../primitives/icon/icons.ts'
import { circleCheck, clock, info } from '../../../primitives/icon/later-icons.ts'
import { recordLink } from '../../../primitives/record-link/record-link.ts'
import type { DealDetailScene } from '../host.ts'
import { dueText } from '../deal-status.ts'

const sentences = {
  draft: 'nextDraft',
  submitted: 'nextSubmitted',
  under_review: 'nextReview',
  action_required: 'nextActionRequired',
  approved: 'nextApproved',
  rejected: 'nextRejected',
  declined: 'nextDeclined',
  duplicate: 'nextDuplicate',
  withdrawn: 'nextWithdrawn',
  expired: 'nextExpired',
  closed: 'nextClosed',
} as const

const tones: Partial<Record<Deal['status'], Tone>> = {
  action_required: 'warning',
  expired: 'warning',
  approved: 'success',
  rejected: 'error',
  declined: 'error',
  duplicate: 'error',
}

const signs = {
  success: circleCheck,
  warning: clock,
  error: triangleAlert,
  neutral: info,
  accent: info,
}

/** The state of a registration, its reason, and the next step of the partner. */
export function nextSteps(scene: DealDetailScene, deal: Deal): TemplateResult {
  const { t, locale, form } = scene
  const next = dueText(t, locale, deal, scene.now, scene.discovery?.timeZone)
  const tone = next?.tone ?? tones[deal.status] ?? 'neutral'
  const extension = deal.protection?.extension
  const isFinal = deal.status === 'rejected' && !deal.allowedActions.includes('resubmit')
  const sentence = isFinal ? 'nextRejectedFinal' : (sentences[deal.status] ?? 'nextOther')
  // The sentences here say it themselves.
  const isSaid = /draft|rejected/.test(deal.status) || extension?.status === 'pending'
  return html`<section class="note ${tone} steps" aria-label=${t('nextSteps')}>
    ${icon(signs[tone])}
    <div>
      <p><strong>${t(sentence)}</strong></p>
      ${next && !isSaid ? html`<p>${next.text}</p>` : nothing} ${reason(scene, deal.statusReason)}
      ${reason(scene, deal.closure?.reason)}
      ${
        deal.status === 'action_required'
          ? html`<p>${t('nextFields', { fields: listing(locale, openFields(form, deal)) })}</p>`
          : nothing
      }
      ${
        extension?.status === 'pending'
          ? html`<p>${t('nextExtension', { date: formatDate(locale, extension.until) })}</p>`
          : extension?.status === 'refused'
            ? html`<p>${t('nextRefused')}</p>
                ${reason(scene, extension.statusReason)}`
            : nothing
      }
      ${conflict(scene, deal)}
    </div>
  </section>`
}

function reason({ discovery }: DealDetailScene, given: Reason | undefined) {
  if (!given) return nothing
  const { reasons = [], lossReasons = [] } = discovery?.deals ?? {}
  const known = [...reasons, ...lossReasons].find(({ value }) => value === given.code)?.label
  return html`<p>
    ${known ?? nothing}${known && given.text ? ': ' : nothing}<bdi>${given.text}</bdi>
  </p>`
}

/** Several names in one sentence. */
export const listing = (locale: string, names: readonly string[]): string =>
  new Intl.ListFormat(locale, { type: 'conjunction' }).format(names)

/** The names of the fields that the vendor opened. */
export function openFields(form: Form | undefined, { editableFields }: Deal): string[] {
  const fields = form ? fieldsOf(form) : []
  return fields
    .filter(({ pointer, hidden }) => !hidden && isCovered(pointer, editableFields))
    .map(({ label }) => label)
}

function conflict(scene: DealDetailScene, { conflict: found, status }: Deal) {
  if (!found || !['submitted', 'under_review', 'duplicate'].includes(status)) return nothing
  // An obstacle to a decision is none once the decision has fallen.
  if (status === 'duplicate' && !found.deals.length) return nothing
  const text = /account/.test(found.code)
    ? 'conflictAccount'
    : found.deals.length
      ? 'conflictOwn'
      : 'conflictOther'
  return html`<p>${scene.t(text)}</p>
    ${
      found.deals.length
        ? html`<ul>
            ${found.deals.map(
              ({ id, number, name }) =>
                html`<li>
                  ${recordLink({
                    ...{ id, href: scene.recordHref, look: 'text' },
                    label: html`<bdi>${number}</bdi> <bdi>${name}</bdi>`,
                    open: (id) => scene.open(id),
                  })}
                </li>`,
            )}
          </ul>`
        : nothing
    }`
}
