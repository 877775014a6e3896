import { route } from '../route.ts'
import {
  BoardEntryQuery,
  BoardInput,
  BoardMinePatch,
  BoardMineQuery,
  BoardPatch,
  BoardPointQuery,
  BoardQuery,
  BoardRows,
} from '../schemas/boards/board-input.ts'
import { Board, BoardEntryPage, BoardList, BoardMine } from '../schemas/boards/boards.ts'
import { BulkResult } from '../schemas/bulk.ts'
import { ContentAction } from '../schemas/training/course-input.ts'
import { idParams } from '../schemas/common-input.ts'
import { pageOf } from '../schemas/pages.ts'
import { PointQuery, PointRows, ReversalInput } from '../schemas/boards/point-input.ts'
import { ExplainedPage, PointEvent } from '../schemas/boards/points.ts'
import { vendorWrites } from '../vendor-writes.ts'

/** The operations on boards. */
export const boardRoutes = {
  list: route({
    method: 'get',
    path: '/boards',
    summary: 'The boards for the caller, in the vendor’s order',
    access: 'session-or-api-key',
    query: BoardQuery,
    status: 200,
    response: BoardList,
  }),
  get: route({
    method: 'get',
    path: '/boards/{id}',
    summary: 'One board',
    access: 'session-or-api-key',
    params: idParams,
    status: 200,
    response: Board,
  }),
  listEntries: route({
    method: 'get',
    path: '/boards/{id}/entries',
    summary: 'The places of a period, the best first, or those around the caller',
    access: 'session',
    params: idParams,
    query: BoardEntryQuery,
    status: 200,
    response: BoardEntryPage,
    paged: true,
  }),
  getMine: route({
    method: 'get',
    path: '/boards/{id}/mine',
    summary: 'The caller’s own place, or that of their company',
    access: 'partner',
    params: idParams,
    query: BoardMineQuery,
    status: 200,
    response: BoardMine,
  }),
  setMine: route({
    method: 'patch',
    path: '/boards/{id}/mine',
    summary: 'Decide whether others see one’s name and value, at once and in every period',
    access: 'partner',
    params: idParams,
    body: BoardMinePatch,
    status: 200,
    response: BoardMine,
    ifMatch: true,
  }),
  explain: route({
    method: 'get',
    path: '/boards/{id}/points',
    summary: 'The points behind the caller’s own value, each with its rule, the latest first',
    access: 'partner',
    params: idParams,
    query: BoardPointQuery,
    status: 200,
    response: ExplainedPage,
    paged: true,
  }),
  ...vendorWrites('boards', {
    input: BoardInput,
    patch: BoardPatch,
    action: ContentAction,
    rows: BoardRows,
    record: Board,
  }),
  remove: route({
    method: 'delete',
    path: '/boards/{id}',
    summary: 'Delete a board that is still a draft',
    access: 'vendor-or-api-key',
    params: idParams,
    status: 204,
    answer: 'none',
    ifMatch: true,
  }),
}

/** The operations on points, for the vendor. */
export const pointRoutes = {
  list: route({
    method: 'get',
    path: '/points',
    summary: 'The points of the partners that the caller manages, the latest first',
    access: 'vendor-or-api-key',
    query: PointQuery,
    status: 200,
    response: pageOf(PointEvent),
    paged: true,
  }),
  bulk: route({
    method: 'post',
    path: '/points/bulk',
    summary: 'Give points for the vendor’s own events, each of which counts once',
    access: 'vendor-or-api-key',
    body: PointRows,
    status: 200,
    response: BulkResult,
  }),
  reverse: route({
    method: 'post',
    path: '/points/{id}/reversal',
    summary: 'Take points back with a reason; they stay in the history',
    access: 'vendor-or-api-key',
    params: idParams,
    body: ReversalInput,
    status: 201,
    response: PointEvent,
  }),
}
