import { join } from 'node:path'
import { resources } from '../../resources.ts'
import { rewardPast } from '../../routes/boards/reward-past.ts'
import { takeBackRules } from '../../routes/boards/take-back-rules.ts'
import { rebuildBoard } from '../../routes/boards/rebuild.ts'
import { boardResource } from '../../routes/boards/resource.ts'
import { announce } from '../../routes/shared/journal.ts'
import type { StoredRule } from '../../store/points.ts'
import type { Store, Tables } from '../../store/store.ts'
import { audienceWords } from '../audience-words.ts'
import type { Dates } from '../csv/dates.ts'
import type { FileLog } from '../problems.ts'
import { readYaml, type YamlFile } from '../text/yaml.ts'
import { countingOf } from '../../rules/boards/counting.ts'
import { isEqual } from '../../rules/shared/is-equal.ts'
import { readBoards } from './boards.ts'
import { readRules, type Understanding } from './rules.ts'
import { readTiers } from './tiers.ts'

/** The number of partners that are read at once. */
const partnersAtOnce = 500

/** The files of points, tiers and boards, in the order in which they refer to one another. */
export const boardFiles = ['points.yaml', 'tiers.yaml', 'boards.yaml'] as const

/** The surroundings of the import. */
export interface BoardImport extends Understanding {
  store: Store
  dir: string
  dates: Dates
}

type Reader = (file: YamlFile, importing: BoardImport, log: FileLog) => Promise<boolean>

/** Brings one of the files in; a file with a fault is told and not used at all. */
export async function importBoardFile(
  name: (typeof boardFiles)[number],
  importing: BoardImport,
  log: FileLog,
): Promise<void> {
  const file = await readYaml(join(importing.dir, name), log)
  const isRead = file && (await readers[name](file, importing, log))
  if (!isRead) log.report.bad++
}

const readers: Record<(typeof boardFiles)[number], Reader> = {
  'points.yaml': importRules,
  'tiers.yaml': importTiers,
  'boards.yaml': importBoards,
}

async function importRules(file: YamlFile, importing: BoardImport, log: FileLog): Promise<boolean> {
  const { store } = importing
  const all = [...resources.values()]
  const events = {
    known: all.flatMap(({ deeds = [] }) => deeds),
    forgotten: all.flatMap(({ forgets = [] }) => forgets),
  }
  const before = await store.read.programme.pointRules()
  const rules = readRules(file, before, events, importing, log)
  if (!rules) return false
  const given = rules.rules.map((rule): StoredRule => {
    const old = before.rules.find(({ id }) => id === rule.id)
    const isPending = old?.pending || (rule.event && rule.from && rule.from !== old?.from)
    return isPending ? { ...rule, pending: true } : rule
  })
  for (const rule of given) {
    const old = before.rules.find(({ id }) => id === rule.id)
    if (!old) log.report.added++
    else if (old.since === rule.since) log.report.unchanged++
    else log.report.changed++
  }
  const isOther = ({ id, since }: StoredRule) =>
    since !== before.rules.find((one) => one.id === id)?.since
  const gone = before.rules.filter(({ id }) => !given.some((one) => one.id === id))
  const others = new Set([...given.filter(isOther), ...gone].map(({ id }) => id))
  await store.write(async (tables) => {
    await tables.programme.putPointRules({ ...rules, rules: given })
    await dateBoards(tables, others, importing.now)
  })
  await rewardPast(store, resources, importing.now)
  await takeBackRules(store, importing.now)
  for (const { id } of gone) {
    const { count, points } = await store.read.points.sums({ rules: [id] })
    if (count > 0)
      log.problem(
        `“${id}” is gone from the file. Its points stand: ${points} of ${count} ${count === 1 ? 'event' : 'events'}. To take them back, list it again with “takeBack: the reason”.`,
      )
  }
  return true
}

/** Keeps in each board that counts a changed rule the instant since which it does, whoever described the board. */
async function dateBoards(tables: Tables, rules: ReadonlySet<string>, now: string): Promise<void> {
  for (const { id } of await tables.boards.all()) {
    const board = await tables.boards.lock(id)
    if (!board?.rules.some((rule) => rules.has(rule))) continue
    const dated = { ...board, updatedAt: now, revision: board.revision + 1, rulesSince: now }
    await tables.boards.put([dated])
    await announce(boardResource, tables, dated, boardResource.events.changed, now)
  }
}

async function importTiers(file: YamlFile, importing: BoardImport, log: FileLog): Promise<boolean> {
  const { store } = importing
  const before = await store.read.programme.tiers()
  const tiers = readTiers(file, await store.read.programme.pointRules(), importing, log)
  if (!tiers) return false
  for (const tier of tiers.tiers) {
    const old = before.tiers.find(({ id }) => id === tier.id)
    if (!old) log.report.added++
    else if (isEqual(old, tier)) log.report.unchanged++
    else log.report.changed++
  }
  await store.write(async (tables) => {
    await tables.programme.putTiers(tiers)
    if (!isEqual(before, tiers)) await lookAtTiers(tables)
  })
  return true
}

/** Lets the server look at the tier of every active partner, some at a time, also after a crash. */
async function lookAtTiers({ partners, boards }: Tables): Promise<void> {
  let cursor: string | undefined
  do {
    const paging = { limit: partnersAtOnce, ...(cursor !== undefined && { cursor }) }
    const page = await partners.list({ scope: { kind: 'all' } }, paging)
    await boards.pulse(
      [],
      page.items.map(({ id }) => id),
    )
    cursor = page.nextCursor
  } while (cursor !== undefined)
}

/**
 * A board that is not in the file any more is taken away; its points stay, and bring it back. Boards
 * that came by the API stay.
 */
async function importBoards(
  file: YamlFile,
  importing: BoardImport,
  log: FileLog,
): Promise<boolean> {
  const { store, now } = importing
  const before = (await store.read.boards.all()).filter(({ fromFile }) => fromFile)
  const rules = await store.read.programme.pointRules()
  const words = await audienceWords(store)
  const boards = readBoards(file, before, rules, { ...importing, words }, log)
  if (!boards) return false
  const oldOf = (id: string) => before.find((board) => board.id === id)
  const changed = boards.filter((board) => board !== oldOf(board.id))
  const gone = before.filter(({ id }) => !boards.some((board) => board.id === id))
  log.report.unchanged += boards.length - changed.length
  for (const board of changed) oldOf(board.id) ? log.report.changed++ : log.report.added++
  await store.write(async (tables) => {
    await tables.boards.remove(gone.map(({ id }) => id))
    await tables.boards.put(changed)
    for (const board of [...changed, ...gone])
      await announce(boardResource, tables, board, boardResource.events.changed, now)
    // The boards change in the transaction of their scores, so that no board says what its scores do not follow.
    for (const board of changed) {
      const old = oldOf(board.id)
      if (!old || !isEqual(countingOf(old), countingOf(board)))
        await rebuildBoard(tables, board, now)
    }
  })
  return true
}
