import { conversationRoutes } from './conversation-routes.ts'
import { route } from '../route.ts'
import { idParams } from '../schemas/common-input.ts'
import { DealAction } from '../schemas/deals/deal-actions.ts'
import { DealInput, DealPatch } from '../schemas/deals/deal-input.ts'
import { AvailabilityInput, DealQuery } from '../schemas/deals/deal-query.ts'
import { Availability, Deal } from '../schemas/deals/deals.ts'
import { pageOf } from '../schemas/pages.ts'

/** The operations on deal registrations. */
export const dealRoutes = {
  list: route({
    method: 'get',
    path: '/deals',
    summary: 'The registrations the caller may see',
    access: 'session',
    query: DealQuery,
    status: 200,
    response: pageOf(Deal),
    paged: true,
  }),
  get: route({
    method: 'get',
    path: '/deals/{id}',
    summary: 'One registration',
    access: 'session',
    params: idParams,
    status: 200,
    response: Deal,
  }),
  create: route({
    method: 'post',
    path: '/deals',
    summary: 'Register a deal, or keep it as a draft',
    access: 'partner',
    body: DealInput,
    status: 201,
    response: Deal,
  }),
  update: route({
    method: 'patch',
    path: '/deals/{id}',
    summary: 'Change editable fields (JSON merge patch, RFC 7396)',
    access: 'session',
    params: idParams,
    body: DealPatch,
    status: 200,
    response: Deal,
    ifMatch: true,
  }),
  remove: route({
    method: 'delete',
    path: '/deals/{id}',
    summary: 'Delete a draft',
    access: 'partner',
    params: idParams,
    status: 204,
    answer: 'none',
    ifMatch: true,
  }),
  checkAvailability: route({
    method: 'post',
    path: '/deals/availability',
    summary: 'Ask whether a customer is free, without learning who holds it',
    access: 'session',
    body: AvailabilityInput,
    status: 200,
    response: Availability,
    readOnly: true,
  }),
  act: route({
    method: 'post',
    path: '/deals/{id}/actions',
    summary: 'Do one of the registration’s allowed actions',
    access: 'session',
    params: idParams,
    body: DealAction,
    status: 200,
    response: Deal,
    ifMatch: true,
  }),
  ...conversationRoutes('deals', Deal),
  calendar: route({
    method: 'get',
    path: '/deals/{id}/calendar',
    summary: 'The end of the protection as a calendar file (text/calendar, RFC 5545)',
    access: 'session',
    params: idParams,
    status: 200,
    answer: 'calendar',
  }),
}
