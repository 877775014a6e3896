import type { Board, PointEvent } from '@prmkit/contract'
import { css, html, nothing, type TemplateResult } from 'lit'
import { guard } from 'lit/directives/guard.js'
import { formatDay, formatPastDay } from '../../base/values/format-day.ts'
import { formatNumber } from '../../base/values/format.ts'
import type { Translate } from '../../base/localize.ts'
import { catalog } from '../../locales/leaderboard-later/catalog.ts'
import type { messages } from '../../locales/leaderboard-later/en.ts'
import { icon } from '../../primitives/icon/icon.ts'
import { arrowLeft } from '../../primitives/icon/later-icons.ts'
import type { LeaderboardScene } from './host.ts'
import { periodName } from './period-name.ts'

export { catalog }

/** The look of the points behind a place. */
export const styles = css`
  .points {
    display: grid;
    gap: calc(var(--_space) * 4);
  }

  .back {
    margin-inline-start: calc(var(--_space) * -4);
  }

  .back .icon:dir(rtl) {
    transform: scaleX(-1);
  }

  .rules ul {
    padding-inline-start: 1.2em;
  }
`

/** Loads the first of the points and gives their list; rejects with the client's error. */
export async function openPoints(scene: LeaderboardScene, close: () => void): Promise<PointList> {
  const list = new PointList(scene, close)
  await list.more()
  return list
}

/** The points behind the reader's own place, each with its rule, its date and its record. */
export class PointList {
  readonly #scene: LeaderboardScene
  readonly #close: () => void
  #events: readonly PointEvent[] = []
  /** The points of colleagues on a company's board, of which the reader sees the sum only. */
  #others = 0
  #next: string | undefined
  #busy = false
  /** The period and the value for which points were loaded. */
  #of = ''

  constructor(scene: LeaderboardScene, close: () => void) {
    this.#scene = scene
    this.#close = close
  }

  /** Loads the next page; rejects with the client's error. */
  more(): Promise<void> {
    return this.#load(this.#next)
  }

  async #load(cursor?: string): Promise<void> {
    const { client, board, period } = this.#scene
    if (!client || !board) return
    const loading = (this.#of = this.#shown)
    this.#busy = true
    this.#scene.requestUpdate()
    try {
      const { items, nextCursor, others } = await client.boards.explain({
        params: { id: board.id },
        query: {
          ...(period && { period: period.id }),
          ...(cursor !== undefined && { cursor }),
        },
      })
      if (loading !== this.#of) return
      this.#events = cursor === undefined ? items : [...this.#events, ...items]
      this.#next = nextCursor
      this.#others = others ?? 0
    } finally {
      this.#busy = false
      this.#scene.requestUpdate()
    }
  }

  /** The period and the value whose points are shown. */
  get #shown(): string {
    const { board, period, mine } = this.#scene
    return `${board?.id} ${period?.id} ${mine?.value}`
  }

  /** Loads as many points as there are again; goes back to the board where that fails. */
  async #again(): Promise<void> {
    const { length } = this.#events
    const of = this.#of
    try {
      await this.#load()
      // A newer period or value begins anew by itself.
      while (of === this.#of && this.#next && this.#events.length < length) await this.more()
    } catch {
      this.#close()
    }
  }

  render(): TemplateResult {
    const { locale, board, period, mine, client, discovery } = this.#scene
    const t = this.#scene.t as unknown as Translate<typeof messages>
    const name = period ? periodName(this.#scene, period) : ''
    if (this.#of !== this.#shown) {
      this.#of = this.#shown
      queueMicrotask(() => void this.#again())
    }
    return html`<section class="points" aria-labelledby="points">
      <p>
        <button class="button quiet back" type="button" @click=${() => this.#close()}>
          ${icon(arrowLeft)}${t('pointsBack')}
        </button>
      </p>
      <h2 id="points" tabindex="-1">${t('pointsOf', { period: name })}</h2>
      ${
        this.#events.length || this.#others
          ? html`<table class="places">
              <thead>
                <tr>
                  <th scope="col">${t('pointsReason')}</th>
                  <th scope="col">${t('pointsDate')}</th>
                  <th scope="col" class="number">${board?.unit}</th>
                </tr>
              </thead>
              <tbody>
                ${this.#events.map((event) => guard([event, t, locale, discovery], () => this.#row(event)))}
              </tbody>
              ${
                this.#next
                  ? nothing
                  : html`<tfoot>
                      ${
                        this.#others
                          ? html`<tr>
                              <th scope="row" colspan="2">${t('pointsOthers')}</th>
                              <td class="number">
                                ${formatNumber(locale, this.#others, { signDisplay: 'exceptZero' })}
                              </td>
                            </tr>`
                          : nothing
                      }
                      <tr>
                        <th scope="row" colspan="2">${t('pointsSum')}</th>
                        <td class="number">${formatNumber(locale, mine?.value ?? 0)}</td>
                      </tr>
                    </tfoot>`
              }
            </table>`
          : html`<p>${t('pointsNone')}</p>`
      }
      ${
        this.#next && client
          ? html`<div class="foot">
              <button
                class="button more"
                type="button"
                aria-busy=${this.#busy}
                @click=${() => this.more().catch(() => this.#close())}
              >
                ${t('pointsMore')}
              </button>
            </div>`
          : nothing
      }
      ${
        board?.rules.length
          ? html`<section class="rules" aria-labelledby="rules">
              <h3 id="rules">${t('pointsRules')}</h3>
              <ul>
                ${this.#rules(board.rules).map(
                  ({ text, until }) =>
                    html`<li>
                      <bdi>${text}</bdi>
                      ${
                        until === undefined
                          ? nothing
                          : html`<span class="small muted"
                              >${t('pointsValidUntil', { date: this.#dayOf(until) })}</span
                            >`
                      }
                    </li>`,
                )}
              </ul>
              <p class="small muted">
                ${t('rulesSince', {
                  date: this.#dayOf(board.rulesSince),
                })}
              </p>
            </section>`
          : nothing
      }
    </section>`
  }

  /** The rules that gave points at some time of the period that is shown. */
  #rules(rules: Board['rules']) {
    const { from: first = '', until: last = '~' } = this.#scene.period ?? {}
    return rules.filter(({ from = '', until = '~' }) => from <= last && until >= first)
  }

  #dayOf(at: string) {
    return formatPastDay(this.#scene.locale, at, this.#scene.discovery?.timeZone)
  }

  #row({ at, points, text, source, validUntil, capped, reversalOf, reversedBy }: PointEvent) {
    const { locale, discovery } = this.#scene
    const t = this.#scene.t as unknown as Translate<typeof messages>
    const notes = [
      source?.name,
      reversalOf && t('pointsReversal'),
      reversedBy && t('pointsReversed'),
      capped && t('pointsCapped'),
      validUntil &&
        t('pointsValidUntil', { date: formatDay(locale, validUntil, discovery?.timeZone) }),
    ].filter((note) => note)
    return html`<tr>
      <th scope="row">
        <bdi>${text}</bdi>
        ${notes.map((note) => html`<span class="small muted"><bdi>${note}</bdi></span>`)}
      </th>
      <td>${this.#dayOf(at)}</td>
      <td class="number">${formatNumber(locale, points, { signDisplay: 'exceptZero' })}</td>
    </tr>`
  }
}
