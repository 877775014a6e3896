import type { Handlers } from '../http/call.ts'
import { actOnDeal, removeDeal } from './deal-acting.ts'
import { checkAvailability, dealCalendar, getDeal, listDeals } from './deal-reading.ts'
import { addComment, attach, detach, listComments, listTimeline } from './deal-talk.ts'
import { createDeal, updateDeal } from './deal-writing.ts'

export const deals: Handlers<'deals'> = {
  list: listDeals,
  get: getDeal,
  create: createDeal,
  update: updateDeal,
  remove: removeDeal,
  checkAvailability,
  act: actOnDeal,
  listComments,
  addComment,
  listTimeline,
  attach,
  detach,
  calendar: dealCalendar,
}
