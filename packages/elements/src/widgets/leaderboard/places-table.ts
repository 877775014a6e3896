import type { BoardEntry } from '@prmkit/contract'
import { html, nothing } from 'lit'
import { guard } from 'lit/directives/guard.js'
import { formatNumber } from '../../base/values/format.ts'
import { changeMark } from './change-mark.ts'
import type { LeaderboardScene } from './host.ts'

/** A board of fewer places says that it is small. */
const smallBoard = 5

/** The places of a board, and the reader's own with its neighbours where it is not among them. */
export function placesTable(scene: LeaderboardScene) {
  const { t, locale, board, places, mine, compact } = scene
  const { items, total = items.length, withheld } = places
  if (!items.length && !total)
    return html`<div class="blank muted">
      <h3>${t('none')}</h3>
      <p>${t('noneHint')}</p>
    </div>`
  if (withheld)
    return html`<p class="note neutral">
      ${t(withheld === 'own_only' ? 'ownOnly' : 'smallCohort')}
    </p>`
  const pinned = items.some(({ isMe }) => isMe)
    ? []
    : (mine?.neighbours ?? []).filter(({ isMe }) => isMe || !compact)
  // Contests and all time have no period before, and one may be withheld: only the own change is told.
  const told = items.some(({ change, isMe }) => change !== undefined && !isMe)
  const rows = (all: readonly BoardEntry[]) =>
    all.map((entry, at) => {
      const { rank } = entry
      const tied = all[at - 1]?.rank === rank || all[at + 1]?.rank === rank
      return guard([entry, tied, told, t, locale], () => row(scene, entry, tied, told))
    })
  return html`${
      total < smallBoard ? html`<p class="small muted">${t('small', { n: total })}</p>` : nothing
    }
    <table class="places" part="places">
      <caption class="away">
        ${board?.title}
      </caption>
      <thead class=${compact ? 'away' : ''}>
        <tr>
          <th scope="col" class="number">${t('rank')}</th>
          <th scope="col">${t('name')}</th>
          <th scope="col" class="number">${board?.unit}</th>
          <th scope="col" class="number">${t('change')}</th>
        </tr>
      </thead>
      <tbody>
        ${rows(items)}
      </tbody>
      ${
        pinned.length
          ? html`<tbody class="pinned">
              <tr>
                <td colspan="4" class="gap">
                  <span aria-hidden="true">⋮</span><span class="away">${t('between')}</span>
                </td>
              </tr>
              ${rows(pinned)}
            </tbody>`
          : nothing
      }
    </table>
    ${
      places.next && !compact
        ? html`<div class="foot">
            <button
              class="button more"
              part="more"
              type="button"
              aria-busy=${scene.busy}
              @click=${() => scene.more()}
            >
              ${t('more')}
            </button>
          </div>`
        : nothing
    }`
}

function row(
  scene: LeaderboardScene,
  { rank, value, change, subject, hidden, isMe }: BoardEntry,
  tied: boolean,
  told: boolean,
) {
  const { t, locale } = scene
  const number = (one: number) => formatNumber(locale, one)
  return html`<tr class=${isMe ? 'me' : ''}>
    <td class="number rank">
      ${number(rank)}${
        tied
          ? html`<span aria-hidden="true"> =</span><span class="away">, ${t('tied')}</span>`
          : nothing
      }
    </td>
    <th scope="row" tabindex="-1">
      ${
        subject
          ? html`<bdi>${subject.name}</bdi>
              ${isMe ? html`<span class="badge">${t('you')}</span>` : nothing}
              ${
                subject.partnerName
                  ? html`<span class="small muted"><bdi>${subject.partnerName}</bdi></span>`
                  : nothing
              }`
          : html`<span class="muted">${isMe ? t('you') : hidden ? t('hidden') : '–'}</span>`
      }
    </th>
    <td class="number">${value === undefined ? '–' : number(value)}</td>
    <td class="number">
      ${
        change === undefined && !hidden && told
          ? html`<span class="muted">${t('isNew')}</span>`
          : changeMark(scene, change)
      }
    </td>
  </tr>`
}
