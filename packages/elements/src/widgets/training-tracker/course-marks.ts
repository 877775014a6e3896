import type { Course, Discovery } from '@prmkit/contract'
import { html, nothing } from 'lit'
import { formatDay } from '../../base/values/format-day.ts'
import { formatNumber } from '../../base/values/format.ts'
import type { Translate } from '../../base/localize.ts'
import type { messages } from '../../locales/training/en.ts'
import { badge } from '../../primitives/badge/badge.ts'
import { ring } from '../../primitives/ring/ring.ts'

/** The texts that the words about courses need. */
export interface CourseTexts {
  readonly t: Translate<typeof messages>
  readonly locale: string
  readonly discovery?: Discovery | undefined
}

/** The reader’s way through a course, or somebody else’s. */
type Way = NonNullable<Course['mine']>

/** The kind of a course in words. */
export const kindText = ({ t }: CourseTexts, kind: Course['kind']): string =>
  t(
    kind === 'link'
      ? 'kindLink'
      : kind === 'document'
        ? 'kindDocument'
        : kind === 'class'
          ? 'kindClass'
          : 'kindPackage',
  )

/** How far somebody has come, in words. */
export const stateText = (
  { t }: CourseTexts,
  { status, progress }: Pick<Way, 'status' | 'progress'>,
): string =>
  status === 'completed'
    ? t('done')
    : status === 'waived'
      ? t('waived')
      : status === 'failed'
        ? t('notPassed')
        : status === 'assigned' && !progress
          ? t('notStarted')
          : t('progress', { n: progress })

/** How far somebody has come: a ring with the words beside it; a course not passed has no ring. */
export const progressMark = (texts: CourseTexts, way: Pick<Way, 'status' | 'progress'>) =>
  way.status === 'failed'
    ? badge('error', stateText(texts, way))
    : html`<span class="progress small">${ring(way.progress / 100)}${stateText(texts, way)}</span>`

/** The vendor’s day until which a course is to be done, where it is not done yet. */
export const dueMark = (
  { t, locale, discovery }: CourseTexts,
  { dueAt, overdue, status }: Pick<Way, 'dueAt' | 'overdue' | 'status'>,
) => {
  if (!dueAt || /^(completed|waived|withdrawn)$/.test(status)) return nothing
  const date = formatDay(locale, dueAt, discovery?.timeZone)
  return overdue ? badge('error', t('overdue', { date })) : badge('warning', t('due', { date }))
}

/** The marks of a course: due, required, and how far the reader has come. */
export const courseMarks = (texts: CourseTexts, { mine, mandatory }: Course) => {
  const isDone = mine && /^(completed|waived)$/.test(mine.status)
  return [
    mine ? dueMark(texts, mine) : nothing,
    mandatory && !isDone ? badge('neutral', texts.t('required')) : nothing,
    mine && mine.status !== 'withdrawn' ? progressMark(texts, mine) : nothing,
  ]
}

/** Minutes in the reader's words, from an hour on as hours. */
export function durationText({ locale }: { readonly locale: string }, minutes: number): string {
  const [value, unit] = minutes < 60 ? [minutes, 'minute'] : [minutes / 60, 'hour']
  const options = { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: 1 } as const
  return formatNumber(locale, value, options)
}
