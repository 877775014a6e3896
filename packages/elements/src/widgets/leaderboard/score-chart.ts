import type { BoardMine } from '@prmkit/contract'
import { html, nothing } from 'lit'
import { formatNumber } from '../../base/values/format.ts'
import type { LeaderboardScene } from './host.ts'
import { periodName } from './period-name.ts'

const [width, height] = [240, 48]
/** Room for the dot at the end of the line. */
const edge = 4

/** The points of the periods of one kind as a line, and as a table for assistive technology. */
export function scoreChart(scene: LeaderboardScene, history: BoardMine['history']) {
  const { t, locale, board, period } = scene
  if (history.length < 2) return nothing
  const values = history.map(({ value }) => value)
  const [low, high] = [Math.min(0, ...values), Math.max(1, ...values)]
  const points = values.map((value, at) => {
    const x = edge + (at * (width - 2 * edge)) / (values.length - 1)
    const y = height - edge - ((value - low) * (height - 2 * edge)) / (high - low)
    return [x.toFixed(1), y.toFixed(1)] as const
  })
  const [x, y] = points.at(-1)!
  // The kind is that of the period shown: its name follows from the id.
  const name = (id: string) =>
    period
      ? periodName(scene, board?.periods.find((one) => one.id === id) ?? { ...period, id })
      : id
  return html`<figure class="chart">
    <svg viewBox="0 0 ${width} ${height}" aria-hidden="true">
      <polyline points=${points.map((point) => point.join()).join(' ')} />
      <circle cx=${x} cy=${y} r="3" />
    </svg>
    <table class="away">
      <caption>
        ${t('overTime')}
      </caption>
      <tbody>
        ${history.map(
          (one) =>
            html`<tr>
              <th scope="row">${name(one.period)}</th>
              <td>${formatNumber(locale, one.value)} ${board?.unit}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </figure>`
}
