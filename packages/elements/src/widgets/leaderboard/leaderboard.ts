import type { PrmError } from '@prmkit/client'
import type { Board, BoardMine, Discovery, Me, Period } from '@prmkit/contract'
import { html, nothing, type TemplateResult } from 'lit'
import { followChanges } from '../../base/follow-changes.ts'
import { loadLate } from '../../base/load-late.ts'
import { PortalElement, type WidgetState } from '../../base/portal-element.ts'
import type { Client } from '../../base/portal.ts'
import { NavigateEvent } from '../../events.ts'
import { catalog, type LeaderboardMessages } from '../../locales/leaderboard/catalog.ts'
import { frame } from '../../primitives/frame/frame.ts'
import { boardHead } from './board-head.ts'
import { fetchBoard, fetchMore, findBoard } from './fetch-board.ts'
import type { Places } from './host.ts'
import { styles } from './leaderboard.styles.ts'
import { myPlace } from './my-place.ts'
import { nextPeriod, watchPeriod } from './period-turn.ts'
import { placesTable } from './places-table.ts'
import type { PointList } from './point-list.ts'

/**
 * @summary The vendor's leaderboards: boards and periods, the reader's own place, and the points behind it.
 *
 * @slot loading - Shown while the board is fetched.
 * @slot empty - Shown where there are no boards.
 * @slot error - Shown where the board could not be fetched.
 * @slot offline - Shown above the board while there is no connection.
 * @slot degraded - Shown above the board while something is missing.
 * @event {NavigateEvent} prm-navigate - The partner opens another board (`board`); cancelable.
 * @event {LoadErrorEvent} prm-load-error - The board could not be fetched.
 * @csspart frame - The card.
 * @csspart tools - The choice of board and period.
 * @csspart mine - The reader's own place.
 * @csspart places - The table of places.
 * @csspart more - The button that loads more.
 */
export class PrmLeaderboard extends PortalElement<LeaderboardMessages> {
  static override catalog = catalog
  static override styles = styles
  static override properties = {
    ...PortalElement.properties,
    boardId: { attribute: 'board-id', reflect: true },
    compact: { type: Boolean, reflect: true },
  }

  /** Shows this board; the vendor's first one without it. */
  declare boardId: string | undefined
  /** Shows the own place and the first five only, for the margin of a page. */
  declare compact: boolean

  /** The vendor's settings, once fetched. */
  discovery: Discovery | undefined
  /** The person who is logged in, once fetched. */
  me: Me | undefined
  /** The boards that the reader may choose from. */
  boards: readonly Board[] = []
  /** The board that is shown. */
  board: Board | undefined
  /** The period of the board that is shown. */
  period: Period | undefined
  /** The reader's own place in that period; the vendor's own people have none. */
  mine: BoardMine | undefined
  /** The places of that period that are loaded. */
  places: Places = { items: [] }
  /** True while another board or period is fetched, or a choice is sent. */
  busy = false
  #announcement = ''
  readonly #choices = new Map<string, boolean>()
  #points: PointList | undefined

  constructor() {
    super()
    this.compact = false
  }

  /** Opens another of the boards, unless the page cancels `prm-navigate`. */
  openBoard(id: string): void {
    if (!this.emit(new NavigateEvent({ resource: 'board', id }))) return this.requestUpdate()
    this.boardId = id
    void this.#choose(this.boards.find((board) => board.id === id))
  }

  /** Shows another period of the same board. */
  openPeriod(id: string): void {
    const period = this.board?.periods.find((each) => each.id === id)
    void this.#choose(this.board, period)
  }

  /** Loads the next page; the focus goes to its first row. */
  async more(): Promise<void> {
    const { client, board, places } = this
    if (!client || !board || !places.next) return
    await this.#attempt(async () => {
      const further = await fetchMore(client, this, places)
      if (this.places !== places) return
      this.places = further
      await this.#focus('.places tbody th', places.items.length)
    })
  }

  /** Shows or hides the reader's own name to others, and tells once it is saved; the last choice holds. */
  async setVisible(visible: boolean): Promise<void> {
    const { client, board, mine } = this
    if (!client || !board || !mine) return
    const isSent = this.#choices.has(board.id)
    this.#choices.set(board.id, visible)
    this.mine = { ...mine, visible }
    if (isSent) return this.requestUpdate()
    await this.#attempt(async () => {
      try {
        const { sendChoice } = await loadLate(this, () => import('./send-choice.ts'))
        this.#announcement = this.t((await sendChoice(client, board, mine, this.#choices)) as never)
      } finally {
        this.#choices.delete(board.id)
        if (this.board === board) this.mine = mine
        await this.#fetch(client)
      }
    })
  }

  /** Opens the points behind the reader's own place; the focus goes to their heading. */
  async explain(): Promise<void> {
    await this.#attempt(async () => {
      const { openPoints } = await loadLate(this, () => import('./point-list.ts'))
      this.#points = await openPoints(this as never, () => {
        this.#points = undefined
        void this.#focus('.explain')
      })
      void this.#focus('#points')
    })
  }

  protected override async load(client: Client, signal: AbortSignal): Promise<WidgetState | void> {
    const [discovery, me, boards] = await Promise.all([
      client.discovery.get({}, { signal }),
      client.me.get({}, { signal }),
      client.boards.list({}, { signal }).catch((error: unknown) => ({ error, items: [] })),
    ])
    if (!this.isOffered('boards', discovery)) return 'empty'
    if ('error' in boards) throw boards.error
    Object.assign(this, { discovery, me })
    return this.#take(client, boards.items, this.boardId, signal)
  }

  protected override watch(client: Client, signal: AbortSignal): void {
    const read = () => this.#follow(client, signal)
    followChanges(client, signal, {
      resource: 'boards',
      isWanted: (id) => id === this.board?.id,
      ...{ get: read, changed: () => {}, stale: read },
    })
    watchPeriod(this, read, signal)
  }

  protected override clear(): void {
    this.discovery = this.me = this.board = this.period = this.mine = this.#points = undefined
    Object.assign(this, { boards: [], places: { items: [] } }).#announcement = ''
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    const isNew = changed.has('boardId') && this.boardId !== this.board?.id
    if (isNew && this.loaded && !this.busy) void this.reload()
  }

  override render(): TemplateResult {
    const scene = this as never
    return frame(
      this as never,
      () =>
        html`<p class="away" role="status">${this.#announcement}</p>
          ${
            this.#points?.render() ?? [
              boardHead(scene),
              this.mine ? myPlace(scene, this.mine) : nothing,
              placesTable(scene),
            ]
          }`,
      () =>
        html`<h2>${this.t('noBoards')}</h2>
          <p>${this.t('noBoardsHint')}</p>`,
    )
  }

  async #choose(board = this.board, period = board?.periods[0]) {
    const { client } = Object.assign(this, { board, period })
    if (client) await this.#attempt(() => this.#fetch(client, 0))
  }

  /** Takes the boards as they are now, and fetches the places of the one that is shown. */
  async #take(client: Client, boards: Board[], id: string | undefined, signal: AbortSignal) {
    const board = await findBoard(client, boards, id, signal)
    Object.assign(this, { boards, board, period: nextPeriod(board, this.period) })
    if (!board) return 'empty'
    await this.#fetch(client, this.places.items.length, signal)
  }

  /** Fetches the own place and so many places of the board and the period that are shown. */
  async #fetch(client: Client, least = this.places.items.length, signal?: AbortSignal) {
    const { board, period } = this
    const fetched = await fetchBoard(client, this, least, signal)
    if (this.board !== board || this.period !== period) return
    Object.assign(this, fetched)
    this.requestUpdate()
  }

  /** Takes the changes of the board, and tells of a new rank. */
  async #follow(client: Client, signal: AbortSignal) {
    const before = this.mine?.rank
    try {
      const { items } = await client.boards.list({}, { signal })
      const state = await this.#take(client, items, this.board?.id, signal)
      const { rank } = this.mine ?? {}
      if (rank && before && rank !== before)
        this.#announcement = this.t('updated', { rank: String(rank) })
      this.show(state ?? 'ready')
    } catch (error) {
      if (signal.aborted) return
      // The vendor took the board away, with the names on it.
      if ((error as PrmError).code !== 'not-found') return this.degrade(error)
      this.loaded = false
      this.clear()
      this.fail(error)
    }
  }

  /** Does something of the reader's; a failure is told above what is shown. */
  async #attempt(work: () => Promise<void>) {
    this.busy = true
    this.requestUpdate()
    try {
      await work()
      if (this.state === 'degraded') this.show('ready')
    } catch (error) {
      this.degrade(error)
    }
    this.busy = false
    this.requestUpdate()
  }

  async #focus(selector: string, index = 0) {
    this.requestUpdate()
    await this.updateComplete
    this.renderRoot.querySelectorAll<HTMLElement>(selector)[index]?.focus()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'prm-leaderboard': PrmLeaderboard
  }
}
