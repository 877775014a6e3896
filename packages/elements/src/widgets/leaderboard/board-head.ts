import type { Period } from '@prmkit/contract'
import { html, nothing } from 'lit'
import { formatDay } from '../../base/values/format-day.ts'
import { formatNumber } from '../../base/values/format.ts'
import { icon } from '../../primitives/icon/icon.ts'
import { chevronDown } from '../../primitives/icon/icons.ts'
import type { LeaderboardScene } from './host.ts'
import { periodName } from './period-name.ts'
import { untilTurn } from './period-turn.ts'

const [minute, hour, day] = [60_000, 3_600_000, 86_400_000]

/** Title, period, countdown and prizes of a board, with the choice of another. */
export function boardHead(scene: LeaderboardScene) {
  const { t, board, boards, period, compact } = scene
  if (!board) return nothing
  const title = html`<h2><bdi>${board.title}</bdi></h2>`
  const end = period && endText(scene, period)
  return html`<header class="head">
    ${title} ${end ? html`<p class="muted">${end}</p>` : nothing}
    ${
      compact
        ? nothing
        : html`${board.text ? html`<p class="muted">${board.text}</p>` : nothing}
            <div class="tools" part="tools">
              ${
                boards.length > 1
                  ? choice(
                      t('board'),
                      boards.map(({ id, title: name }) => [id, name]),
                      board.id,
                      (id) => scene.openBoard(id),
                    )
                  : nothing
              }
              ${
                board.periods.length > 1
                  ? choice(
                      t('period'),
                      board.periods.map((one) => [one.id, periodName(scene, one)]),
                      period?.id,
                      (id) => scene.openPeriod(id),
                    )
                  : nothing
              }
            </div>
            ${prizes(scene)}`
    }
  </header>`
}

/** One choice among named values, as in the toolbar of a list. */
const choice = (
  label: string,
  values: readonly (readonly [string, string])[],
  chosen: string | undefined,
  choose: (value: string) => void,
) =>
  html`<label class="pick"
    ><span class="small muted">${label}</span>
    <span class="combo"
      ><select
        class="control"
        @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}
      >
        ${values.map(
          ([value, name]) =>
            html`<option value=${value} .selected=${value === chosen}>${name}</option>`,
        )}</select
      >${icon(chevronDown)}</span
    ></label
  >`

/** The countdown of a period that goes on, the end of one that is over, or the start of the next. */
function endText({ t, locale, discovery }: LeaderboardScene, period: Period) {
  const { status, from, until, kind } = period
  const date = (instant: string) => formatDay(locale, instant, discovery?.timeZone)
  if (status === 'upcoming' && from && untilTurn(period) > 0)
    return t('upcoming', { date: date(from) })
  if (!until) return undefined
  const left = Date.parse(until) - Date.now()
  if (status === 'ended' || left <= 0)
    return kind === 'contest' ? t('ended', { date: date(until) }) : undefined
  const [unit, size] = left < hour ? ['minute', minute] : left < day ? ['hour', hour] : ['day', day]
  const time = formatNumber(locale, Math.max(1, Math.floor(left / size)), {
    ...{ style: 'unit', unit, unitDisplay: 'long' },
  })
  return t('left', { time })
}

function prizes({ t, locale, board, period }: LeaderboardScene) {
  if (period?.kind !== 'contest' || !board?.prizes?.length) return nothing
  const number = (value: number) => formatNumber(locale, value)
  return html`<section aria-labelledby="prizes">
    <h3 id="prizes">${t('prizes')}</h3>
    <dl class="prizes">
      ${board.prizes.map(
        ({ from, to, text }) => html`
          <dt>
            ${
              from === to
                ? t('prizeRank', { from: number(from) })
                : t('prizeRanks', { from: number(from), to: number(to) })
            }
          </dt>
          <dd><bdi>${text}</bdi></dd>
        `,
      )}
    </dl>
  </section>`
}
