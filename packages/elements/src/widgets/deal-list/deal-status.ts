import type { Deal } from '@prmkit/contract'
import { formatDay } from '../../base/values/format-day.ts'
import { formatInstant } from '../../base/values/format.ts'
import type { Translate } from '../../base/localize.ts'
import type { DealListMessages } from '../../locales/deal-list/catalog.ts'
import type { Tone } from '../../primitives/badge/badge.ts'

type Texts = Translate<DealListMessages>

/** The text of a status where the backend gave no label. */
export const statusTexts = {
  draft: 'statusDraft',
  submitted: 'statusSubmitted',
  under_review: 'statusUnderReview',
  action_required: 'statusActionRequired',
  approved: 'statusApproved',
  rejected: 'statusRejected',
  declined: 'statusDeclined',
  duplicate: 'statusDuplicate',
  withdrawn: 'statusWithdrawn',
  expired: 'statusExpired',
  closed: 'statusClosed',
} as const

/** The vendor's word for a status, else ours; an unknown one is “other”. */
export const statusText = (
  t: Texts,
  { status, statusLabel }: Pick<Deal, 'status' | 'statusLabel'>,
) => statusLabel ?? t(statusTexts[status] ?? 'statusOther')

const tones: Partial<Record<Deal['status'], Tone>> = {
  submitted: 'accent',
  under_review: 'accent',
  action_required: 'warning',
  approved: 'success',
  rejected: 'error',
  declined: 'error',
  duplicate: 'error',
}

/** The colour that goes with a status. */
export const statusTone = (status: Deal['status']): Tone => tones[status] ?? 'neutral'

const outcomes = ['won', 'lost', 'cancelled', 'released'] as const

/** How the sale ended, in a word. */
export function outcomeText(t: Texts, { closure }: Pick<Deal, 'closure'>): string | undefined {
  const known = outcomes.find((outcome) => outcome === closure?.outcome)
  return closure && (known ? t(known) : t('statusOther'))
}

const hour = 3_600_000

/** The next thing to happen and its date; urgent things come with a tone. */
export function dueText(
  t: Texts,
  locale: string,
  deal: Deal,
  now: number,
  timeZone: string | undefined,
): { text: string; tone?: Tone } | undefined {
  const { status, decisionDueAt, respondBy, protection } = deal
  const day = (instant: string) => ({ time: formatDay(locale, instant, timeZone) })
  if (status === 'draft') return { text: t('dueDraft') }
  if (status === 'rejected' && deal.allowedActions.includes('resubmit'))
    return { text: t('dueRejected') }
  if (status === 'action_required' && respondBy)
    return { text: t('dueAnswer', day(respondBy)), tone: 'warning' }
  if ((status === 'submitted' || status === 'under_review') && decisionDueAt) {
    const time = formatInstant(locale, decisionDueAt)
    const late = Date.parse(decisionDueAt) < now
    return { text: t(late ? 'dueDecisionLate' : 'dueDecision', { time }) }
  }
  if (status === 'expired' && protection)
    return { text: t('dueProtectionOver', day(protection.expiresAt)) }
  if (status !== 'approved' || !protection) return undefined
  if (protection.extension?.status === 'pending') return { text: t('dueExtension') }
  const left = (Date.parse(protection.expiresAt) - now) / hour
  if (!(left > 0)) return { text: t('dueProtectionOver', day(protection.expiresAt)) }
  const soon: { tone?: Tone } = left < 14 * 24 ? { tone: 'warning' } : {}
  const { time } = day(protection.expiresAt)
  return left < 48
    ? { text: t('dueProtectedHours', { n: Math.max(1, Math.floor(left)), time }), ...soon }
    : // It ends at the end of a day, which is left at any time of today.
      { text: t('dueProtected', { n: Math.floor(left / 24), time }), ...soon }
}
