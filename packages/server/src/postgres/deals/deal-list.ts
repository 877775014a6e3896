import { sql, type SQL } from 'drizzle-orm'
import { wordsOf } from '../../rules/shared/search.ts'
import type { DealFilter, DealRecord, DealSort } from '../../store/deals.ts'
import type { Paging } from '../../store/store.ts'
import type { FacetValue, Page } from '../../store/types.ts'
import type { Queries } from '../engine/database.ts'
import { decodeCursor, isDate, isInstant, isPlain, pageOf } from '../query/paging.ts'
import { contains, where } from '../query/search.ts'
import { statement, type Statement } from '../query/statement.ts'

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

const value = (name: string) => sql.placeholder(name)
const seenByOne = (name: string) => sql`exists (select from record_partners other
  where other.record_id = d.id and other.partner_id = any(${value(name)}::text[]))`

/** The condition on a deal for each name whose value is given. */
const conditions: Record<string, SQL> = {
  portfolio: seenByOne('portfolio'),
  partners: seenByOne('partners'),
  seller: sql`d.owner_user_id = ${value('seller')}`,
  owner: sql`d.owner_user_id = ${value('owner')}`,
  owners: sql`d.owner_user_id = any(${value('owners')}::text[])`,
  expiresBefore: sql`d.expires_at < ${value('expiresBefore')}::timestamptz`,
  // The index of trigrams is asked for one word only, because it is slow with many.
  word: sql`d.search like ${value('word')}`,
  moreWords: sql`d.search like all(${value('moreWords')}::text[])`,
  status: sql`d.status = any(${value('status')}::text[])`,
  stage: sql`d.stage = any(${value('stage')}::text[])`,
}

const linked = sql`d.partner_id = l.owner_id and d.id = l.record_id`
const ofPartner = sql`l.partner_id = ${value('partner')} and l.resource = 'deals'`

/** One page of deals. */
export async function listDeals(
  queries: Queries,
  filter: DealFilter,
  sort: DealSort,
  { limit, cursor }: Paging,
): Promise<Page<DealRecord>> {
  const { isPlace } = orders[sort]
  const place = decodeCursor(cursor, [(word) => word === sort, isPlace, isPlain])
  const values = {
    ...valuesOf(filter),
    ...(place && { place: place[1], placeId: place[2] }),
    limit: limit + 1,
  }
  const run = once(`list ${sort}`, values, (names) => listStatement(sort, names))
  const rows = (await run(queries, values)) as { record: DealRecord; by: string }[]
  return pageOf(
    rows.map(({ record, by }) => ({ record, place: [sort, by, record.id] })),
    limit,
  )
}

function listStatement(sort: DealSort, names: readonly string[]): SQL {
  const { column, type, descending } = orders[sort]
  const byPartner = names.includes('partner')
  // By the time of creation the partner's own index has the order: no deal is read but those shown.
  const ordered = byPartner && column === 'created_at'
  const by = sql.raw(ordered ? 'l.created_at' : `d.${column}`)
  const id = sql.raw(ordered ? 'l.record_id' : 'd.id')
  const direction = sql.raw(descending ? 'desc' : 'asc')
  const comparison = sql.raw(descending ? '<' : '>')
  const after = sql`(${value('place')}::${sql.raw(type)}, ${value('placeId')}::text)`
  const bounds = [
    ...(byPartner ? [ofPartner] : []),
    ...(names.includes('place') ? [sql`(${by}, ${id}) ${comparison} ${after}`] : []),
  ]
  const wanted = names.flatMap((name) => conditions[name] ?? [])
  const source = ordered
    ? sql`from record_partners l cross join lateral (
        select d.record from deals d ${where([linked, ...wanted])} limit 1
      ) d ${where(bounds)}`
    : sql`${from(byPartner)} ${where([...bounds, ...wanted])}`
  return sql`select d.record, ${by}::text as by ${source}
    order by ${by} ${direction}, ${id} ${direction} limit ${value('limit')}`
}

/** How many deals there are, by status and stage; each facet ignores its own selection. */
export async function countDeals(
  queries: Queries,
  filter: DealFilter,
): Promise<{ total: number; facets: Record<string, FacetValue[]> }> {
  const { status: _status, stage: _stage, ...values } = valuesOf(filter)
  const run = once('count', values, countStatement)
  const groups = (await run(queries, values)) as Group[]
  const hasStatus = (group: Group) => chosen(filter.status, group.status)
  const hasStage = (group: Group) => chosen(filter.stage, group.stage)
  const both = groups.filter((group) => hasStatus(group) && hasStage(group))
  return {
    total: both.reduce((sum, { count }) => sum + count, 0),
    facets: {
      status: facet(groups.filter(hasStage).map(({ status, count }) => [status, count])),
      stage: facet(groups.filter(hasStatus).map(({ stage, count }) => [stage, count])),
    },
  }
}

interface Group {
  status: string
  stage: string | null
  count: number
}

function countStatement(names: readonly string[]): SQL {
  const byPartner = names.includes('partner')
  const wanted = names.flatMap((name) => conditions[name] ?? [])
  if (byPartner) wanted.push(ofPartner)
  return sql`select d.status, d.stage, count(*)::int as count ${from(byPartner)} ${where(wanted)}
    group by d.status, d.stage`
}

function chosen(values: readonly string[] | undefined, one: string | null): boolean {
  return !values?.length || (one !== null && values.includes(one))
}

function facet(pairs: readonly [string | null, number][]): FacetValue[] {
  const counts = new Map<string, number>()
  for (const [one, count] of pairs)
    if (one !== null) counts.set(one, (counts.get(one) ?? 0) + count)
  return [...counts]
    .map(([one, count]) => ({ value: one, count }))
    .toSorted((one, other) => (one.value < other.value ? -1 : 1))
}

function from(byPartner: boolean): SQL {
  return byPartner ? sql`from record_partners l join deals d on ${linked}` : sql`from deals d`
}

/** The values that a filter gives; `partner` is the one whose deals are read, where it is one. */
function valuesOf({ scope, partnerId, ...filter }: DealFilter): Record<string, unknown> {
  const portfolio = scope.kind === 'portfolio' ? scope.partnerIds : undefined
  const partners = partnerId?.length ? partnerId : undefined
  const single = [portfolio, partners].find((ids) => ids?.length === 1)
  const partner = scope.kind === 'partner' ? scope.partnerId : single?.[0]
  const [word, ...moreWords] = wordsOf(filter.search ?? '').map(contains)
  const values = {
    partner,
    portfolio: portfolio === single ? undefined : portfolio,
    partners: partners === single && scope.kind !== 'partner' ? undefined : partners,
    seller: scope.kind === 'partner' ? scope.userId : undefined,
    owner: filter.ownerUserId,
    owners: filter.ownerUserIds,
    expiresBefore: filter.expiresBefore,
    word,
    moreWords: moreWords.length > 0 ? moreWords : undefined,
    status: filter.status?.length ? filter.status : undefined,
    stage: filter.stage?.length ? filter.stage : undefined,
  }
  return Object.fromEntries(Object.entries(values).filter(([, given]) => given !== undefined))
}

/** There are a few hundred kinds of list at most, each of which has a statement of its own. */
const statements = new Map<string, Statement<unknown>>()

function once(
  kind: string,
  values: Record<string, unknown>,
  build: (names: readonly string[]) => SQL,
): Statement<unknown> {
  const names = Object.keys(values)
  const key = `${kind} ${names.join(' ')}`
  const known = statements.get(key)
  if (known) return known
  const made = statement(build(names))
  statements.set(key, made)
  return made
}
