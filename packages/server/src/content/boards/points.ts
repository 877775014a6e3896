import { mostPoints } from '@prmkit/contract'
import { reversalOf } from '../../routes/boards/reverse.ts'
import { validity } from '../../routes/boards/award.ts'
import { give } from '../../routes/boards/give.ts'
import type { PointRecord } from '../../store/points.ts'
import type { UserRecord } from '../../store/records.ts'
import type { Tables } from '../../store/store.ts'
import { columnsOf } from '../csv/columns.ts'
import type { MadeRow, Table } from '../csv/table.ts'
import { quoted, suggestion } from '../problems.ts'

/** `points.csv`: points for the vendor's own events, also those of years before. */
export const points: Table<PointRecord> = {
  file: 'points.csv',
  kind: 'points',
  columns: columnsOf([
    { names: ['key'], required: true, help: 'names the event, which counts once' },
    { names: ['rule'], required: true, help: 'a rule of `points.yaml` without `event`' },
    { names: ['partner'], required: true, of: 'partners', help: 'key of a partner' },
    { names: ['user'], of: 'users', help: 'key of a user there' },
    { names: ['points'], help: 'where the rule says `given`' },
    { names: ['at'], help: 'an instant; else the import' },
    { names: ['text', 'externalId.'] },
  ]),
  row(row, id, key, { now, pointRules, settings }) {
    const rules = (pointRules?.rules ?? []).filter(({ event }) => event === undefined)
    const name = row.required('rule', row.text('rule', 64), '')
    const rule = rules.find((one) => one.id === name)
    const names = rules.map((one) => one.id)
    if (name !== '' && !rule)
      row.wrong(
        'rule',
        `${quoted(name)} is no rule of points.yaml for own events.${suggestion(name, names)}`,
      )
    const given = row.whole('points', -mostPoints, mostPoints)
    if (rule?.points === 'given' && given === undefined && row.cell('points') === undefined)
      row.wrong('points', 'The rule leaves the points open; write them here.')
    if (typeof rule?.points === 'number' && given !== undefined && given !== rule.points)
      row.wrong('points', `The rule gives ${rule.points}.`)
    const partnerId = row.required('partner', row.reference('partner'), '')
    const userId = row.reference('user')
    const user = row.record<UserRecord>('user', userId)
    if (user && !user.partnerIds.includes(partnerId))
      row.wrong('user', `${quoted(user.name)} does not work for this partner.`)
    const at = row.instant('at') ?? now
    if (at > now) row.wrong('at', `The instant is yet to come; it is ${now}.`)
    const note = row.text('text', 500)
    return {
      ...{ id, key: `external ${key}`, partnerId, rule: name, action: name, at, createdAt: now },
      points: typeof rule?.points === 'number' ? rule.points : (given ?? 0),
      ...{ texts: rule?.texts ?? {}, externalIds: row.externalIds(key) },
      ...(userId !== undefined && { userId }),
      ...(note !== undefined && { note }),
      ...validity(rule ?? {}, at, settings?.timeZone ?? 'UTC'),
    }
  },
  async replace(tables, { added, changed, at }) {
    await give(
      tables,
      added.map(({ record }) => record),
      at,
    )
    await replaceChanged(tables, changed, at)
  },
}

/** A row that says something new takes the points of before back, and gives those that it says. */
async function replaceChanged(
  tables: Tables,
  changed: readonly MadeRow<PointRecord>[],
  at: string,
): Promise<void> {
  const fresh: PointRecord[] = []
  for (const { record, hash } of changed) {
    const old = await tables.points.lock(record.id)
    const last = old && (await lastOf(tables, old))
    if (last && last.reversedBy === undefined) {
      const reversal = reversalOf(last, { code: 'corrected' }, at)
      await tables.points.update({ ...last, reversedBy: reversal.id })
      fresh.push(reversal)
    }
    const id = `${record.id}_${hash.slice(0, 8)}`
    fresh.push({ ...record, id, key: `${record.key} ${hash}` })
  }
  await give(tables, fresh, at)
}

/** The newest version of an event that rows have corrected. */
async function lastOf(tables: Tables, first: PointRecord): Promise<PointRecord> {
  const { partnerId, rule, externalIds } = first
  let cursor: string | undefined
  do {
    const page = await tables.points.list(
      { partnerIds: [partnerId], rules: [rule] },
      { limit: 100, ...(cursor !== undefined && { cursor }) },
    )
    const open = page.items.find(
      (point) =>
        point.externalIds?.['key'] === externalIds?.['key'] &&
        point.reversedBy === undefined &&
        point.reversalOf === undefined,
    )
    if (open) return open
    cursor = page.nextCursor
  } while (cursor !== undefined)
  return first
}
