import { route } from '../route.ts'
import { idParams } from '../schemas/common-input.ts'
import { pageOf } from '../schemas/pages.ts'
import { TierChangeQuery, TierInput } from '../schemas/boards/tier-input.ts'
import { TierChange, TierList, TierStanding } from '../schemas/boards/tiers.ts'

/** The operations on the tiers of the partner programme. */
export const tierRoutes = {
  list: route({
    method: 'get',
    path: '/tiers',
    summary: 'The tiers of the programme, the lowest first',
    access: 'session',
    status: 200,
    response: TierList,
  }),
  getMine: route({
    method: 'get',
    path: '/tiers/mine',
    summary: 'The tier of the caller’s company, its requirements and the next tier',
    access: 'partner',
    status: 200,
    response: TierStanding,
  }),
  get: route({
    method: 'get',
    path: '/partners/{id}/tier',
    summary: 'The tier of a partner, its requirements and the next tier',
    access: 'vendor-or-api-key',
    params: idParams,
    status: 200,
    response: TierStanding,
  }),
  set: route({
    method: 'post',
    path: '/partners/{id}/tier',
    summary: 'Give a partner a tier by hand, with a reason',
    access: 'vendor-or-api-key',
    params: idParams,
    body: TierInput,
    status: 200,
    response: TierStanding,
    ifMatch: true,
  }),
  listChanges: route({
    method: 'get',
    path: '/tier-changes',
    summary: 'The changes of tiers that the caller may see, the latest first',
    access: 'session',
    query: TierChangeQuery,
    status: 200,
    response: pageOf(TierChange),
    paged: true,
  }),
}
