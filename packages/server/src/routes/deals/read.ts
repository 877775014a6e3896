import { dealStatuses, type Routes } from '@prmkit/contract'
import type { Call } from '../../http/call.ts'
import { sha256 } from '../../auth/hash.ts'
import { ProblemError } from '../../problem.ts'
import { visibleRecord } from '../../resource.ts'
import { customerKeys } from '../../rules/customers/customers.ts'
import { findConflict } from '../../rules/deals/conflicts.ts'
import { protectionCalendar } from '../../rules/deals/protection-calendar.ts'
import { settled } from '../../rules/deals/clock.ts'
import { visibleRefs } from '../../rules/deals/view.ts'
import { ownerOf } from '../../rules/shared/owned.ts'
import { endOfDay } from '../../rules/shared/zones.ts'
import { disposition } from '../files/file-bytes.ts'
import { countCustomer } from './asked-customers.ts'
import { showDeals, showOne } from './load.ts'
import { dealResource } from './resource.ts'
import { programmeFor } from './programme.ts'
import type { DealFilter } from '../../store/deals.ts'

type Deals = Routes['deals']
const pageSize = 25
const sentIn = dealStatuses.filter((status) => status !== 'draft')

/** A page of registrations, with counts where they are asked for. */
export async function listDeals(call: Call<Deals['list']>) {
  const { tables, caller, query } = call
  const { search, status, stage, partnerId, owner, ownerName, expiresUntil } = query
  const { sort = 'created_desc', limit = pageSize, cursor, facets = false } = query
  const { programme } = await programmeFor(call)
  const { timeZone, deals } = programme
  // A reader who does not see drafts does not count them either.
  const chosen =
    caller.side === 'vendor' ? (status ?? sentIn).filter((one) => one !== 'draft') : status
  const ownerUserIds = ownerName === undefined ? undefined : await tables.users.named(ownerName)
  if (chosen?.length === 0 || ownerUserIds?.length === 0)
    return { body: { items: [], ...(facets && { total: 0, facets: {} }) } }
  const filter: DealFilter = {
    scope: caller.scope,
    ...(search !== undefined && { search }),
    ...(chosen && { status: chosen }),
    ...(stage && { stage }),
    ...(partnerId && { partnerId }),
    ...(owner === 'me' && { ownerUserId: caller.user.id }),
    ...(ownerUserIds && { ownerUserIds }),
    ...(expiresUntil !== undefined && { expiresBefore: dayAfter(expiresUntil, timeZone) }),
  }
  const [page, counts] = await Promise.all([
    tables.deals.list(filter, sort, { limit, ...(cursor !== undefined && { cursor }) }),
    facets ? tables.deals.count(filter) : undefined,
  ])
  const labels: Record<string, Record<string, string>> = {
    status: deals.statusLabels,
    stage: Object.fromEntries(deals.stages.map(({ value, label }) => [value, label])),
  }
  const named = Object.entries(counts?.facets ?? {}).map(([facet, values]) => {
    const label = (value: string) => labels[facet]?.[value]
    const shown =
      caller.side === 'vendor' ? values.filter(({ value }) => value !== 'draft') : values
    return [
      facet,
      shown.map((one) => ({
        ...one,
        ...(label(one.value) && { label: label(one.value) as string }),
      })),
    ]
  })
  return {
    body: {
      items: await showDeals(call, page.items),
      ...(page.nextCursor !== undefined && { nextCursor: page.nextCursor }),
      ...(counts && { total: counts.total, facets: Object.fromEntries(named) }),
    },
  }
}

/** The instant after a day in a zone. It is bounded by the year 9000, because no protection lasts longer and the calendar ends soon after. */
function dayAfter(day: string, timeZone: string): string {
  const date = day < '9000' ? day : '9000-12-31'
  return new Date(Date.parse(endOfDay(date, timeZone)) + 1).toISOString()
}

export async function getDeal(call: Call<Deals['get']>) {
  return showOne(call, await visibleRecord(dealResource, call, call.params.id))
}

/** Tells whether a customer is free, and never who holds it. Every question is written down. */
export async function checkAvailability(call: Call<Deals['checkAvailability']>) {
  const { tables, caller, body, now, requestId } = call
  const { settings } = await programmeFor(call)
  const { productIds = [] } = body
  const keys = customerKeys(body)
  await countCustomer(call, keys)
  const candidates = await tables.deals.blocking(keys, productIds)
  const accounts = await tables.accounts.matching(keys)
  const claimant = { partnerId: caller.partnerId ?? '', customerKeys: keys, productIds }
  const finding = findConflict(claimant, candidates, accounts, now)
  await tables.audit.append({
    ...{ at: now, userId: caller.user.id, sessionId: caller.session.id },
    ...(caller.partnerId !== undefined && { partnerId: caller.partnerId }),
    ...{ action: 'deals.checkAvailability', resource: 'customer', requestId },
    resourceId: (await sha256(keys.join('\n'))).slice(0, 32),
  })
  if (!finding) return { body: { result: 'free' as const } }
  const partners = await tables.partners.many(finding.deals.map(ownerOf))
  const soft = settings.softenAvailability || finding.code === 'own_registration'
  const names = new Map(partners.map(({ id, name }) => [id, name]))
  return {
    body: {
      result: soft ? ('needs_review' as const) : ('not_available' as const),
      conflict: { code: finding.code, deals: visibleRefs(finding.deals, caller, names) },
    },
  }
}

/** The end of the protection for somebody's calendar. */
export async function dealCalendar(call: Call<Deals['calendar']>): Promise<Response> {
  const deal = settled(await visibleRecord(dealResource, call, call.params.id), call.now)
  const { programme, language } = await programmeFor(call)
  if (!deal.protection || deal.status !== 'approved')
    throw new ProblemError(
      'state-conflict',
      `A registration that is ${deal.status} is not protected.`,
    )
  const text = protectionCalendar(deal, deal.protection.expiresAt, programme, language, call.now)
  return new Response(text, {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': disposition(`${deal.number}.ics`),
    },
  })
}
