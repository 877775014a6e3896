import { mostPoints } from '@prmkit/contract'
import { newId } from '../../ids.ts'
import { reverseOpen } from '../../routes/boards/reverse.ts'
import { validity } from '../../routes/boards/award.ts'
import { fixedPoints, saysSame } from '../../routes/boards/bulk.ts'
import { withinCaps } from '../../routes/boards/caps.ts'
import { give, partnerNames, zoneOf } from '../../routes/boards/give.ts'
import { newestOf, versionKey, type Version } from '../../routes/boards/versions.ts'
import { dateOf } from '../../rules/boards/periods.ts'
import { isEqual } from '../../rules/shared/is-equal.ts'
import type { PointRecord } from '../../store/points.ts'
import type { UserRecord } from '../../store/records.ts'
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
    { names: ['points'], help: 'where the rule says `given`; negative ones are taken' },
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
    if (rule?.takeBack !== undefined)
      row.wrong('rule', `Its points were taken back: ${rule.takeBack} Take the row out.`)
    const given = row.whole('points', -mostPoints, mostPoints)
    if (rule?.points === 'given' && given === undefined && row.cell('points') === undefined)
      row.wrong('points', 'The rule leaves the points open; write them here.')
    if (typeof rule?.points === 'number' && given !== undefined && given !== rule.points)
      row.wrong('points', fixedPoints(rule.points))
    const partnerId = row.required('partner', row.reference('partner'), '')
    const userId = row.reference('user')
    const user = row.record<UserRecord>('user', userId)
    if (user && !user.partnerIds.includes(partnerId))
      row.wrong('user', `${quoted(user.name)} does not work for this partner.`)
    const at = row.instant('at') ?? now
    if (at > now) row.wrong('at', `The instant is yet to come; it is ${now}.`)
    if (rule?.to !== undefined && at > rule.to)
      row.wrong('at', `The rule gave points until ${dateOf(rule.to, settings?.timeZone ?? 'UTC')}.`)
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
  async check(tables, rows) {
    const deeds = rows.map(({ record }) => record.key)
    const newest = await newestOf(tables, deeds)
    for (const { row, record } of rows) {
      const known = newest.get(record.key)?.point
      const isSame =
        !known ||
        (saysSame(record, known) && (row.cell('at') === undefined || record.at === known.at))
      if (!isSame)
        row.wrong(
          'key',
          `${quoted(row.cell('key') ?? '')} names an event that came by the API and says something else: rule ${known.rule}, ${known.points} points, ${known.at}. Reverse that one, or name this one otherwise.`,
        )
    }
  },
  async replace(tables, { added, changed, records, at }) {
    const { rules } = await tables.programme.pointRules()
    const zone = zoneOf(await tables.programme.settings())
    const rows = [...added, ...changed]
    const newest = await newestOf(
      tables,
      rows.map(({ record }) => record.key),
    )
    const old = [...newest.values()].map(({ point }) => point)
    const partnerIds = [...old, ...rows.map(({ record }) => record)].map((one) => one.partnerId)
    await tables.points.lockNames(partnerNames(partnerIds))
    // After a change of the time zone or the form of numbers every row is read anew, and most say the same.
    const differing = changed.filter(({ record }) => {
      const known = newest.get(record.key)?.point
      return !known || !isUnchanged(record, known)
    })
    const corrected = differing.flatMap(({ record }) => {
      const point = newest.get(record.key)?.point
      return point ? [{ point, code: 'corrected' }] : []
    })
    const taken = await reverseOpen(tables, corrected, at)
    const reversals = new Map(taken.map((point) => [point.reversalOf, point]))
    const isChanged = new Set(differing.map(({ record }) => record.key))
    // Rows give points one after the other: a bound counts the points that earlier rows gave and took back.
    const drafts = records.flatMap((record) => {
      const before = newest.get(record.key)
      if (!isChanged.has(record.key)) return before ? [] : [record]
      const reversal = reversals.get(before?.point.id)
      return [...(reversal ? [reversal] : []), anew(record, before)]
    })
    const points = await withinCaps(tables, drafts, rules, zone)
    const kept = new Set((await give(tables, points, at)).map(({ id }) => id))
    // A request may have brought the key since it was checked: the next import tells of that row.
    const isUsed = ({ record }: MadeRow<PointRecord>) =>
      kept.has(record.id) || newest.has(record.key)
    return [...added.filter(isUsed), ...changed]
  },
}

/**
 * Tells whether a row says nothing new of points: one that names no instant has that of its import,
 * and the day of one that was taken back is nobody's any more.
 */
function isUnchanged(record: PointRecord, known: PointRecord): boolean {
  const isUndated = record.at === record.createdAt
  return (
    saysSame(record, known) &&
    isEqual(record.externalIds, known.externalIds) &&
    (isUndated || record.at === known.at || known.reversedBy !== undefined)
  )
}

/** The points of a row that says something new, after those that it said before. */
function anew(record: PointRecord, before: Version | undefined): PointRecord {
  if (!before) return record
  return { ...record, id: newId('point'), key: versionKey(record.key, before.version + 1) }
}
