import type { ExplainedPage, PointEvent, Routes } from '@prmkit/contract'
import type { Call } from '../../http/call.ts'
import { resourceOf } from '../../resource.ts'
import { isField } from '../../rules/boards/groups.ts'
import { boundsOf } from '../../rules/boards/periods.ts'
import { inLanguage } from '../../rules/boards/show.ts'
import { maySee } from '../../rules/shared/callers.ts'
import type { PointFilter, PointRecord } from '../../store/points.ts'
import { pageOf, paging } from '../shared/paging.ts'
import type { Reading } from '../shared/programme.ts'
import { askedSheet, ownField } from './sheets.ts'

/**
 * The points behind the caller's own value. Of a company's, somebody who may see only their own
 * records gets only their own, and the rest as one sum: its events would tell what colleagues did. In a
 * period that ended before the company came into the audience its points counted for nothing here.
 */
export async function explain(
  call: Call<Routes['boards']['explain']>,
): Promise<{ body: ExplainedPage }> {
  const { tables, caller, query } = call
  const { board, sheet, zone, language } = await askedSheet(call, call.params.id, query)
  const { partnerId = '', scope, user } = caller
  const isPart =
    board.subject === 'partner' && scope.kind === 'partner' && scope.userId !== undefined
  const field = await ownField(tables, board, partnerId, { period: sheet.period, now: call.now })
  if (!isField(field)) return { body: { items: [], ...(isPart && { others: 0 }) } }
  const company: PointFilter = {
    ...{ partnerIds: [partnerId], rules: board.rules },
    ...boundsOf(sheet.period, zone, board.contest),
    ...(sheet.period === 'all' && { counted: true }),
  }
  const own = board.subject === 'person' || isPart ? { ...company, userId: user.id } : company
  const page = await tables.points.list(own, paging(query))
  const shown: PointEvent[] = []
  for (const point of page.items) shown.push(await showPoint(call, point, language))
  const { body } = pageOf({ ...page, items: shown }, (point) => point)
  if (!isPart) return { body }
  const [all, mine] = [await tables.points.sums(company), await tables.points.sums(own)]
  return { body: { ...body, others: all.points - mine.points } }
}

/** Points as a partner sees them: with the record that made them only where the partner may see it. */
async function showPoint(
  { tables, caller, services, now }: Reading,
  point: PointRecord,
  language: string,
): Promise<PointEvent> {
  const { source } = point
  const resource = source && resourceOf(services.resources, source.resource)
  const record = source && (await resource?.load(tables, source.id, services.resources))
  const isSeen = resource && record !== undefined && maySee(caller, resource.owned(record, now))
  return { ...showFacts(point, language), ...(source && isSeen && { source }), allowedActions: [] }
}

/** The facts of points that every reader of them sees. */
export function showFacts(
  { id, at, action, points, rule, ...point }: PointRecord,
  language: string,
): Omit<PointEvent, 'source' | 'allowedActions'> {
  const { validUntil, capped, reversalOf, reversedBy } = point
  const words = [inLanguage(point.texts, language), point.note, point.reason?.text]
  return {
    ...{ id, at, action, points, rule },
    text: words.filter((text) => text !== undefined && text !== '').join(' · '),
    ...(validUntil !== undefined && { validUntil }),
    ...(capped && { capped }),
    ...(reversalOf !== undefined && { reversalOf }),
    ...(reversedBy !== undefined && { reversedBy }),
  }
}
