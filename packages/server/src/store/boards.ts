import type {
  Audience,
  BoardIdentity,
  BoardRanking,
  BoardScope,
  BoardStatus,
  BoardSubject,
  Reason,
} from '@prmkit/contract'

/** A period whose length repeats, or the only one of its kind. */
export type BoardPeriod = 'month' | 'quarter' | 'year' | 'all'

/** A board as the vendor describes it. */
export interface BoardRecord {
  id: string
  externalIds: Record<string, string>
  createdAt: string
  updatedAt: string
  revision: number
  status: BoardStatus
  statusReason?: Reason
  /** A file describes the board, and only that file changes it. */
  fromFile?: true
  /** The place in the vendor's order. */
  position: number
  /** The main language, which stands in for one that is missing. */
  language: string
  /** Titles, texts and units by language. */
  texts: Record<string, { title: string; text?: string; unit: string }>
  /** The rules whose points count. */
  rules: string[]
  rulesSince: string
  subject: BoardSubject
  scope: BoardScope
  identity: BoardIdentity
  minCohort: number
  ranking: BoardRanking
  periods: BoardPeriod[]
  contest?: {
    from: string
    until: string
    prizes: { from: number; to: number; texts: Record<string, string> }[]
  }
  audience: Audience
  /** No period before this day is offered. */
  firstDay: string
  /** The days in the words of the file: a day that counts from today stays until those words change. */
  days?: { from?: string; contest?: [from: string, until: string] }
  custom: Record<string, unknown>
}

/** One sheet of a board: its entries in one period and one field, such as a tier. */
export interface Sheet {
  boardId: string
  period: string
  /** The field; empty where all are compared. */
  group: string
}

/** A change of one score. */
export interface ScoreChange {
  sheet: Sheet
  subject: string
  partnerId: string
  points: number
}

/** An entry with its place: `above` counts the entries with more, `valuesAbove` the greater values. */
export interface RankedScore extends Place {
  subject: string
  partnerId: string
  visible: boolean
  above: number
  valuesAbove: number
}

/** The standing of one subject in a sheet. */
export interface Standing extends RankedScore {
  /** The number of others with the same score. */
  ties: number
}

/**
 * A place in the order of a sheet: the greater score first, then the smaller word of the tie; nobody
 * need stand there. The words are drawn from sheet and subject, so that no order of ids tells between
 * which two a hidden one lies, and each sheet has another order.
 */
export interface Place {
  score: number
  /** A word that no other entry has; empty for the place before all entries of the score. */
  tie: string
}

/** The entries around a place: so many above it, and so many from it on. */
export interface Stretch {
  /** The place to look around; without it, the best one. */
  at?: Place
  above: number
  below: number
}

/** A person's or a company's choice on a board. */
export interface BoardChoice {
  revision: number
  /** Whether others see the name; absent where nothing was chosen yet. */
  visible?: boolean
}

/** Boards and partners that have new points. */
export interface Pulses {
  boardIds: string[]
  partnerIds: string[]
  /** More pulses wait: of boards that were told of less than a second ago, and of partners beyond the bound. */
  more: boolean
}

/** The name of a sheet; subjects hold neither slash nor blank. */
export function sheetName({ boardId, period, group }: Sheet): string {
  return `${boardId}/${period}/${group}`
}

/** A score at or below which an entry is not ranked any more: nobody is ranked with nothing. */
export const isRanked = (score: number): boolean => score !== 0

export interface Boards {
  all(): Promise<BoardRecord[]>
  /** All boards, none of which is added up anew until this transaction ends: points are about to be added. */
  counting(): Promise<BoardRecord[]>
  get(id: string): Promise<BoardRecord | undefined>
  /** Finds a board, and nobody else changes it until this transaction ends. */
  lock(id: string): Promise<BoardRecord | undefined>
  put(boards: readonly BoardRecord[]): Promise<void>
  remove(ids: readonly string[]): Promise<void>
  /** Adds to scores and counts, in the order of their keys; `shown` says who is visible without a choice. */
  add(changes: readonly ScoreChange[], shown: ReadonlyMap<string, boolean>): Promise<void>
  /** The scores that belong to a partner in a sheet. */
  scoresOf(sheet: Sheet, partnerId: string): Promise<{ subject: string; score: number }[]>
  standing(sheet: Sheet, subject: string): Promise<Standing | undefined>
  /** Places of several subjects in a sheet, by subject. */
  places(sheet: Sheet, subjects: readonly string[]): Promise<Map<string, RankedScore>>
  /** Entries around a place, in the order of the sheet. */
  entries(sheet: Sheet, stretch: Stretch): Promise<RankedScore[]>
  /**
   * How many entries a sheet has, and whether so many of them are visible, still there and of partners
   * that the audience has now: of a period that is over, others stand in the sheet, too.
   */
  size(
    sheet: Sheet,
    board: Pick<BoardRecord, 'minCohort' | 'audience'>,
  ): Promise<{ entries: number; enough: boolean }>
  /** Scores of one subject in several sheets, in their order. */
  scores(sheets: readonly Sheet[], subject: string): Promise<number[]>
  /** The fields of a period that have entries. */
  groups(boardId: string, period: string): Promise<string[]>
  choice(boardId: string, subject: string): Promise<BoardChoice>
  /** Finds a choice, and nobody else changes it until this transaction ends. */
  lockChoice(boardId: string, subject: string): Promise<BoardChoice>
  /** Keeps a choice and makes it hold in every sheet of the board. */
  choose(boardId: string, subject: string, choice: Required<BoardChoice>): Promise<void>
  /** Adds the scores of a board up anew from its points. */
  rebuild(rebuilding: Rebuilding): Promise<void>
  /** Says that boards and partners have new points. */
  pulse(boardIds: readonly string[], partnerIds: readonly string[]): Promise<void>
  /** Takes the pulses: each board at most once a second, and at most so many partners. */
  takePulses(now: string, mostPartners: number): Promise<Pulses>
  /** Puts the scores of one subject under another name. */
  rename(subject: string, pseudonym: string): Promise<void>
}

/** Everything by which a board's scores follow from points. */
export interface Rebuilding {
  board: BoardRecord
  timeZone: string
  /** Whether somebody without a choice is visible. */
  shown: boolean
  /** Reads the fields of some partners, once nobody else changes a score. */
  fieldsOf(partnerIds: readonly string[]): Promise<Fields>
  /** The ids among these users whose role keeps them off the board. */
  strangers(userIds: readonly string[]): Promise<ReadonlySet<string>>
}

/** The fields in which partners compete. */
export interface Fields {
  /** The partners that competed in other fields before; every other one has one field in all periods. */
  moved: ReadonlySet<string>
  /** The field of a partner in a period; empty for a partner that is not known. */
  groupOf(partnerId: string, period: string): string
}
