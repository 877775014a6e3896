import type { PointEvent, PointInput, Routes } from '@prmkit/contract'
import type { Call, Handlers } from '../../http/call.ts'
import { notFound, ProblemError } from '../../problem.ts'
import { maySee, type Caller } from '../../rules/shared/callers.ts'
import type { PointRecord } from '../../store/points.ts'
import type { Tables } from '../../store/store.ts'
import { pageOf, paging } from '../shared/paging.ts'
import { settingsFor } from '../shared/programme.ts'
import { checkRows, keyOfRow, type RowFacts } from './bulk.ts'
import { withinCaps } from './caps.ts'
import { showFacts } from './explain.ts'
import { give, partnerNames, zoneOf } from './give.ts'
import { pointResource } from './resource.ts'
import { reversalOf } from './reverse.ts'
import { newestOf } from './versions.ts'

type Points = Routes['points']

export const points: Handlers<'points'> = {
  async list(call) {
    const { tables, caller, query } = call
    const { partnerId, userId, rule } = query
    const partnerIds = managed(caller, partnerId)
    const filter = {
      ...(partnerIds && { partnerIds }),
      ...(userId !== undefined && { userId }),
      ...(rule !== undefined && { rules: [rule] }),
    }
    const page = await tables.points.list(filter, paging(query))
    const shown = await showAll(call, page.items)
    return pageOf({ ...page, items: shown }, (point) => point)
  },

  async bulk(call) {
    const { tables, caller, body, now } = call
    const { rules, lateDays } = await tables.programme.pointRules()
    const zone = zoneOf(await tables.programme.settings())
    const ids = body.rows.map(({ partnerId }) => partnerId)
    // Requests that bring the same events at once take turns here, so the second finds the first.
    await tables.points.lockNames(partnerNames(ids))
    const facts: RowFacts = {
      ...{ now, zone, lateDays, rules },
      partners: (await tables.partners.many([...new Set(ids)])).filter(
        (partner) => caller.kind === 'api-key' || maySee(caller, { partnerIds: [partner.id] }),
      ),
      users: await tables.users.many(body.rows.flatMap(({ userId }) => userId ?? [])),
      known: await knownOf(tables, body.rows),
    }
    const checked = checkRows(body.rows, facts)
    const fresh = await withinCaps(
      tables,
      checked.flatMap(({ point }) => point ?? []),
      rules,
      zone,
    )
    const kept = new Set((await give(tables, fresh, now)).map(({ key }) => key))
    const results = await settled(tables, checked, kept, facts)
    await note(call, kept.size)
    return {
      body: {
        rows: results.map(({ row, point, known, errors }) => ({
          key: row.externalIds['key'] ?? '',
          ...((point ?? known) && { id: (point ?? known)!.id }),
          result: errors ? 'refused' : point ? 'created' : 'unchanged',
          ...(errors && { errors }),
        })),
      },
    }
  },

  async reverse(call) {
    const { tables, caller, body, now } = call
    const found = await tables.points.get(call.params.id)
    if (!found || (caller.kind === 'session' && !maySee(caller, pointResource.owned(found, now))))
      throw notFound(pointResource.noun)
    await tables.points.lockNames(partnerNames([found.partnerId]))
    const point = (await tables.points.lock(found.id)) ?? found
    if (point.reversalOf !== undefined)
      throw new ProblemError(
        'state-conflict',
        'This event took points back, which cannot be reversed. Give the points anew.',
      )
    if (point.reversedBy !== undefined)
      throw new ProblemError('state-conflict', 'These points were taken back already.')
    const reversal = reversalOf(point, body.reason, now)
    await tables.points.update({ ...point, reversedBy: reversal.id })
    await give(tables, [reversal], now)
    await note(call, 1)
    const [shown] = await showAll(call, [reversal])
    return { body: shown!, shows: { resource: pointResource.name, id: reversal.id } }
  },
}

/** The points that are known by the keys of rows. */
async function knownOf(tables: Tables, rows: readonly PointInput[]) {
  const newest = await newestOf(tables, rows.map(keyOfRow))
  return new Map([...newest].map(([key, { point }]) => [key, point]))
}

/**
 * Judges those rows again whose key another request brought meanwhile, for another partner: the answer
 * names the event that is kept.
 */
async function settled(
  tables: Tables,
  checked: ReturnType<typeof checkRows>,
  kept: ReadonlySet<string>,
  facts: RowFacts,
): Promise<ReturnType<typeof checkRows>> {
  const lost = new Set(
    checked.flatMap(({ point }) => (point && !kept.has(point.key) ? point.key : [])),
  )
  if (lost.size === 0) return checked
  const known = await knownOf(
    tables,
    checked.map(({ row }) => row),
  )
  return checked.map((one) =>
    lost.has(keyOfRow(one.row)) ? checkRows([one.row], { ...facts, known })[0]! : one,
  )
}

/** The partners whose points somebody manages; `undefined` for all. */
function managed(caller: Caller, partnerId: string | undefined): string[] | undefined {
  const own = caller.kind === 'session' && caller.scope.kind === 'portfolio'
  if (!own) return partnerId === undefined ? undefined : [partnerId]
  const ids = caller.scope.kind === 'portfolio' ? [...caller.scope.partnerIds] : []
  return partnerId === undefined ? ids : ids.filter((id) => id === partnerId)
}

/** Points as the vendor sees them. */
async function showAll(
  call: Call<Points['list']> | Call<Points['reverse']>,
  found: readonly PointRecord[],
): Promise<PointEvent[]> {
  const { tables } = call
  const { language } = await settingsFor(call)
  const partners = await tables.partners.many(found.map(({ partnerId }) => partnerId))
  const users = await tables.users.many(found.flatMap(({ userId }) => userId ?? []))
  return found.map((point) => {
    const partner = partners.find(({ id }) => id === point.partnerId)
    const user = users.find(({ id }) => id === point.userId)
    const isOpen = point.reversalOf === undefined && point.reversedBy === undefined
    return {
      ...showFacts(point, language),
      ...(point.source && { source: point.source }),
      ...(point.externalIds && { externalIds: point.externalIds }),
      ...(partner && { partner: { id: partner.id, name: partner.name } }),
      ...(user && { user: { id: user.id, name: user.name } }),
      allowedActions: isOpen ? ['reverse'] : [],
    }
  })
}

async function note(
  { tables, caller, now, requestId, ...call }: Call<Points['bulk']> | Call<Points['reverse']>,
  changed: number,
): Promise<void> {
  if (changed === 0) return
  const id = call.params?.id
  await tables.audit.append({
    ...{ at: now, requestId, resource: pointResource.name },
    ...(caller.kind === 'session' && { userId: caller.user.id, sessionId: caller.session.id }),
    ...{ action: id === undefined ? 'points.given' : 'points.reversed', resourceId: id ?? '' },
  })
}
