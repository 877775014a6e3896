import { sql, type SQL } from 'drizzle-orm'
import { fold } from '../rules/search.ts'
import type { DealRecord } from '../store/records.ts'
import type { DealFilter, Paging } from '../store/store.ts'
import type { DealSort, FacetValue, Page } from '../store/types.ts'
import { rowsOf, type Queries } from './database.ts'
import { decodeCursor, isDate, isInstant, isPlain, pageOf } from './paging.ts'
import { array } from './recordset.ts'

interface Order {
  column: string
  type: string
  isPlace: (word: string) => boolean
  descending?: true
}

const orders: Record<DealSort, Order> = {
  created_desc: { column: 'created_at', type: 'timestamptz', isPlace: isInstant, descending: true },
  created_asc: { column: 'created_at', type: 'timestamptz', isPlace: isInstant },
  updated_desc: { column: 'updated_at', type: 'timestamptz', isPlace: isInstant, descending: true },
  name_asc: { column: 'name_key', type: 'text', isPlace: isPlain },
  expires_asc: { column: 'expires_at', type: 'timestamptz', isPlace: isInstant },
  close_asc: { column: 'close_date', type: 'date', isPlace: isDate },
}

/** One page of deals. */
export async function listDeals(
  queries: Queries,
  filter: DealFilter,
  sort: DealSort,
  paging: Paging,
): Promise<Page<DealRecord>> {
  const { column, type, isPlace, descending } = orders[sort]
  const place = decodeCursor(paging.cursor, [(word) => word === sort, isPlace, isPlain])
  const { partnerId, conditions } = sourceOf(filter)
  conditions.push(...stateConditions(filter))
  // By the time of creation the partner's own index has the order: no deal is read but those shown.
  const ordered = partnerId !== undefined && column === 'created_at'
  const by = sql.raw(ordered ? 'l.created_at' : `d.${column}`)
  const id = sql.raw(ordered ? 'l.deal_id' : 'd.id')
  const bounds = partnerId === undefined ? [] : [sql`l.partner_id = ${partnerId}`]
  if (place) {
    const after = sql`(${place[1]}::${sql.raw(type)}, ${place[2]})`
    bounds.push(sql`(${by}, ${id}) ${sql.raw(descending ? '<' : '>')} ${after}`)
  }
  const direction = sql.raw(descending ? 'desc' : 'asc')
  const rows = await rowsOf<{ record: DealRecord; by: string }>(
    queries,
    sql`select d.record, ${by}::text as by
      ${
        ordered
          ? sql`from deal_partners l cross join lateral (
              select d.record from deals d ${where([linked, ...conditions])} limit 1
            ) d ${where(bounds)}`
          : sql`${from(partnerId)} ${where([...bounds, ...conditions])}`
      }
      order by ${by} ${direction}, ${id} ${direction} limit ${paging.limit + 1}`,
  )
  return pageOf(
    rows.map(({ record, by: word }) => ({ record, place: [sort, word, record.id] })),
    paging.limit,
  )
}

/** How many deals there are, by status and stage; each facet ignores its own selection. */
export async function countDeals(
  queries: Queries,
  filter: DealFilter,
): Promise<{ total: number; facets: Record<string, FacetValue[]> }> {
  const { partnerId, conditions } = sourceOf(filter)
  if (partnerId !== undefined) conditions.push(sql`l.partner_id = ${partnerId}`)
  const groups = await rowsOf<{ status: string; stage: string | null; count: number }>(
    queries,
    sql`select d.status, d.stage, count(*)::int as count
      ${from(partnerId)} ${where(conditions)}
      group by d.status, d.stage`,
  )
  const hasStatus = (group: { status: string }) => chosen(filter.status, group.status)
  const hasStage = (group: { stage: string | null }) => chosen(filter.stage, group.stage)
  const both = groups.filter((group) => hasStatus(group) && hasStage(group))
  return {
    total: both.reduce((sum, { count }) => sum + count, 0),
    facets: {
      status: facet(groups.filter(hasStage).map(({ status, count }) => [status, count])),
      stage: facet(groups.filter(hasStatus).map(({ stage, count }) => [stage, count])),
    },
  }
}

function chosen(values: readonly string[] | undefined, value: string | null): boolean {
  return !values?.length || (value !== null && values.includes(value))
}

function facet(pairs: readonly [string | null, number][]): FacetValue[] {
  const counts = new Map<string, number>()
  for (const [value, count] of pairs)
    if (value !== null) counts.set(value, (counts.get(value) ?? 0) + count)
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .toSorted((a, b) => (a.value < b.value ? -1 : 1))
}

/** A row of `deal_partners` and the deal that it links. */
const linked = sql`d.partner_id = l.owner_id and d.id = l.deal_id`

function from(partnerId: string | undefined): SQL {
  return partnerId === undefined
    ? sql`from deals d`
    : sql`from deal_partners l join deals d on ${linked}`
}

/** The one partner whose deals are read, if it is one, and what else must hold whatever the state. */
function sourceOf(filter: DealFilter): { partnerId: string | undefined; conditions: SQL[] } {
  const { scope } = filter
  const wanted = [
    ...(scope.kind === 'partner' ? [[scope.partnerId]] : []),
    ...(scope.kind === 'portfolio' ? [scope.partnerIds] : []),
    ...(filter.partnerId?.length ? [filter.partnerId] : []),
  ]
  const partnerId = wanted.find((ids) => ids.length === 1)?.[0]
  const conditions = wanted
    .filter((ids) => ids.length !== 1 || ids[0] !== partnerId)
    .map(
      (ids) => sql`exists (select from deal_partners other
        where other.deal_id = d.id and other.partner_id = any(${array(ids)}))`,
    )
  const owners = [scope.kind === 'partner' ? scope.userId : undefined, filter.ownerUserId]
  for (const owner of owners)
    if (owner !== undefined) conditions.push(sql`d.owner_user_id = ${owner}`)
  if (filter.expiresBefore !== undefined)
    conditions.push(sql`d.expires_at < ${filter.expiresBefore}::timestamptz`)
  const words = fold(filter.search ?? '')
  if (words !== '') conditions.push(sql`d.search like ${contains(words)}`)
  return { partnerId, conditions }
}

function stateConditions({ status, stage }: DealFilter): SQL[] {
  return [
    ...(status?.length ? [sql`d.status = any(${array(status)})`] : []),
    ...(stage?.length ? [sql`d.stage = any(${array(stage)})`] : []),
  ]
}

/** A pattern for `like` that finds the words wherever they stand. */
export function contains(words: string): string {
  return `%${words.replaceAll(/[\\%_]/g, '\\$&')}%`
}

/** All of the conditions, if there are any. */
export function where(conditions: readonly SQL[]): SQL {
  return conditions.length === 0 ? sql`` : sql`where ${sql.join([...conditions], sql` and `)}`
}
