import type { FieldError, PointInput } from '@prmkit/contract'
import { newId } from '../../ids.ts'
import { dateOf } from '../../rules/boards/periods.ts'
import { addDays } from '../../rules/shared/zones.ts'
import type { PointRecord, StoredRule } from '../../store/points.ts'
import type { PartnerRecord, UserRecord } from '../../store/records.ts'
import { validity } from './award.ts'

/** Milliseconds by which the clock of the vendor's systems may be ahead. */
const skew = 60_000

/** Everything by which rows are judged. */
export interface RowFacts {
  now: string
  zone: string
  lateDays: number
  rules: readonly StoredRule[]
  /** The partners that the caller may give points to. */
  partners: readonly PartnerRecord[]
  users: readonly UserRecord[]
  /** Points that are there already, by their key. */
  known: ReadonlyMap<string, PointRecord>
}

/** The name of a row's event among all points. */
export const keyOfRow = ({ externalIds }: PointInput): string => `external ${externalIds['key']}`

/** The result of a row: its new points, its points from before, or the reason of its refusal. */
export interface RowOutcome {
  point?: PointRecord
  known?: PointRecord
  errors?: FieldError[]
}

/** Judges rows of the vendor's own events, each also by the rows before it in the same request. */
export function checkRows(
  rows: readonly PointInput[],
  facts: RowFacts,
): (RowOutcome & { row: PointInput })[] {
  const known = new Map(facts.known)
  return rows.map((row) => {
    const outcome = checkRow(row, { ...facts, known })
    if (outcome.point) known.set(outcome.point.key, outcome.point)
    return { row, ...outcome }
  })
}

function checkRow(row: PointInput, facts: RowFacts): RowOutcome {
  const errors = faultsOf(row, facts)
  if (errors.length > 0) return { errors }
  const known = facts.known.get(keyOfRow(row))
  const point = pointOf(row, facts)
  if (!known) return { point }
  if (saysSame(point, known) && (row.at === undefined || row.at === known.at)) return { known }
  const detail =
    'An event with this key was given before and says something else. Reverse that one, or name this one otherwise.'
  return { known, errors: [{ pointer: '/externalIds/key', code: 'not-editable', detail }] }
}

/** Tells whether an event says what is known of it; where a bound lowered its points, the points that were asked for count. */
export function saysSame(point: PointRecord, known: PointRecord): boolean {
  const said = ({ partnerId, userId, rule, points, asked = points, note }: PointRecord) =>
    JSON.stringify([partnerId, userId, rule, asked, note])
  return said(point) === said(known)
}

function faultsOf(row: PointInput, facts: RowFacts): FieldError[] {
  const { rules, partners, users, now, zone, lateDays } = facts
  const errors: FieldError[] = []
  const fault = (pointer: string, code: FieldError['code'], detail: string) =>
    errors.push({ pointer, code, detail })
  const rule = rules.find(({ id }) => id === row.rule)
  const own = rules.filter(({ event }) => event === undefined).map(({ id }) => id)
  if (!rule || rule.event !== undefined)
    fault('/rule', 'not-an-option', `Possible: ${own.join(', ') || 'no rule is for own events'}.`)
  else if (rule.takeBack !== undefined)
    fault('/rule', 'not-an-option', `Its points were taken back: ${rule.takeBack}`)
  else if (rule.points === 'given' && row.points === undefined)
    fault('/points', 'required', 'The rule leaves the points open; name them.')
  else if (typeof rule.points === 'number' && (row.points ?? rule.points) !== rule.points)
    fault('/points', 'not-an-option', fixedPoints(rule.points))
  const partner = partners.find(({ id }) => id === row.partnerId)
  if (!partner?.active) fault('/partnerId', 'not-found', 'There is no partner with this id.')
  const user = users.find(({ id }) => id === row.userId)
  const works = user?.active === true && user.partnerIds.includes(row.partnerId)
  if (row.userId !== undefined && !(works && user.role !== 'vendor_manager'))
    fault('/userId', 'not-found', 'Nobody with this id works for the partner.')
  const { at = now } = row
  if (Date.parse(at) > Date.parse(now) + skew)
    fault('/at', 'too-big', `The instant is yet to come; it is ${now}.`)
  if (rule?.to !== undefined && at > rule.to)
    fault('/at', 'too-big', `The rule gave points until ${dateOf(rule.to, zone)}.`)
  const earliest = addDays(dateOf(now, zone), -lateDays)
  if (dateOf(at, zone) < earliest)
    fault('/at', 'in-the-past', `Events are taken ${lateDays} days late at most: from ${earliest}.`)
  return errors
}

/** The words for a row that names other points than its rule gives. */
export function fixedPoints(points: number): string {
  return `The rule gives ${points}. To take points back, reverse their event.`
}

/** The points of a row that is in order. */
export function pointOf(
  row: PointInput,
  facts: Pick<RowFacts, 'rules' | 'now' | 'zone'>,
): PointRecord {
  const { now, zone } = facts
  const rule = facts.rules.find(({ id }) => id === row.rule)!
  const { partnerId, userId, at = now, text, externalIds } = row
  const points = typeof rule.points === 'number' ? rule.points : (row.points ?? 0)
  return {
    ...{ id: newId('point'), key: keyOfRow(row), partnerId, rule: rule.id, action: rule.id },
    ...{ points, at, createdAt: now, texts: rule.texts, externalIds },
    ...(userId !== undefined && { userId }),
    ...(text !== undefined && { note: text }),
    ...validity(rule, at, zone),
  }
}
