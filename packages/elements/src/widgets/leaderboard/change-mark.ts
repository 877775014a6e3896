import { html, nothing } from 'lit'
import { formatNumber } from '../../base/values/format.ts'
import type { LeaderboardScene } from './host.ts'

/** The ranks gained or lost since the period before: a sign for the eye, a sentence for the ear. */
export function changeMark(
  { t, locale }: Pick<LeaderboardScene, 't' | 'locale'>,
  change: number | undefined,
) {
  if (change === undefined) return nothing
  const steps = Math.abs(change)
  const [sign, tone, text] =
    change > 0
      ? ['▲', 'gained', t('up', { n: steps })]
      : change < 0
        ? ['▼', 'lost', t('down', { n: steps })]
        : ['=', 'muted', t('same')]
  return html`<span class="change ${tone}"
    ><span aria-hidden="true">${sign}${steps ? ` ${formatNumber(locale, steps)}` : nothing}</span
    ><span class="away">${text}</span></span
  >`
}
