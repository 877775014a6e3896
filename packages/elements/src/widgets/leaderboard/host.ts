import type { Board, BoardEntry, BoardMine, Discovery, Me, Period } from '@prmkit/contract'
import type { LateHost } from '../../base/load-late.ts'
import type { Translate } from '../../base/localize.ts'
import type { Client } from '../../base/portal.ts'
import type { LeaderboardMessages } from '../../locales/leaderboard/catalog.ts'

/** The places of a board that are loaded. */
export interface Places {
  readonly items: readonly BoardEntry[]
  readonly next?: string | undefined
  readonly total?: number | undefined
  readonly withheld?: string | undefined
}

/** The leaderboard, as its views see it. */
export interface LeaderboardScene extends LateHost {
  readonly t: Translate<LeaderboardMessages>
  readonly locale: string
  readonly client: Client | undefined
  readonly discovery: Discovery | undefined
  readonly me: Me | undefined
  readonly boards: readonly Board[]
  readonly board: Board | undefined
  readonly period: Period | undefined
  readonly mine: BoardMine | undefined
  readonly places: Places
  readonly compact: boolean
  /** True while another board or period is fetched, or a choice is sent. */
  readonly busy: boolean
  /** Draws the leaderboard anew. */
  requestUpdate(): void
  /** Opens another board. */
  openBoard(id: string): void
  /** Shows another period. */
  openPeriod(id: string): void
  /** Loads the next page of places. */
  more(): unknown
  /** Shows or hides the reader's own name to others. */
  setVisible(visible: boolean): unknown
  /** Opens the points behind the reader's own place. */
  explain(): unknown
}
