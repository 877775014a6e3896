import type { Period } from '@prmkit/contract'
import { formatDate } from '../../base/values/format.ts'
import type { LeaderboardScene } from './host.ts'

/** The name of a period, such as “November 2026”, “Q4 2026” or “All time”. */
export function periodName(
  { t, locale }: Pick<LeaderboardScene, 't' | 'locale'>,
  { id, kind, from }: Period,
): string {
  const [, value = ''] = id.split(':')
  const [year = '', part = ''] = value.split('-')
  if (kind === 'month' && part)
    return formatDate(locale, `${value}-01`, { month: 'long', year: 'numeric' })
  if (kind === 'quarter' && part) return t('quarter', { n: part.replace(/\D/g, ''), year })
  if (kind === 'year' && year) return formatDate(locale, `${year}-01-01`, { year: 'numeric' })
  if (kind === 'all') return t('allTime')
  return kind === 'contest' ? t('contest') : (from ?? id)
}
