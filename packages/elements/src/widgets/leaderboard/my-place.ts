import type { BoardMine } from '@prmkit/contract'
import { html, nothing } from 'lit'
import { formatNumber } from '../../base/values/format.ts'
import { changeMark } from './change-mark.ts'
import type { LeaderboardScene } from './host.ts'
import { scoreChart } from './score-chart.ts'

/** The reader's own place: rank, points, distance to the next rank, and who may see it. */
export function myPlace(scene: LeaderboardScene, mine: BoardMine) {
  const { t, locale, board, compact } = scene
  const { rank, of, value, ties, toNext, change, visible, editableFields } = mine
  const isPartner = board?.subject === 'partner'
  const number = (one: number) => formatNumber(locale, one)
  return html`<section class="mine" part="mine" aria-labelledby="mine">
    <h3 id="mine">${t(isPartner ? 'companyPlace' : 'myPlace')}</h3>
    ${
      rank === undefined
        ? html`<p>${t('noRank')}</p>`
        : html`<p class="score">
              <b>${t('rankOf', { rank: number(rank), of: number(of) })}</b>
              <span><b>${number(value)}</b> ${board?.unit}</span>
              ${changeMark(scene, change)}
            </p>
            <p class="small muted">
              ${ties ? t('ties', { n: ties }) : nothing} ${ties && toNext ? ' · ' : nothing}
              ${toNext ? t('toNext', { n: toNext }) : nothing}
            </p>`
    }
    ${
      compact
        ? nothing
        : html`${scoreChart(scene, mine.history)}
            ${
              editableFields.includes('/visible')
                ? html`<label class="check"
                    ><input
                      type="checkbox"
                      .checked=${visible}
                      aria-describedby="visible-hint"
                      @change=${(event: Event) =>
                        scene.setVisible((event.target as HTMLInputElement).checked)}
                    />
                    <span
                      >${t(isPartner ? 'showCompany' : 'showMe')}
                      <span class="small muted" id="visible-hint">${t('showMeHint')}</span></span
                    ></label
                  >`
                : nothing
            }
            <button
              class="button explain"
              type="button"
              aria-busy=${scene.busy}
              @click=${() => scene.explain()}
            >
              ${t('explain')}
            </button>`
    }
  </section>`
}
