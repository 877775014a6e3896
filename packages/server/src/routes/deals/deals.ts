import type { Handlers } from '../../http/call.ts'
import { actOnDeal, removeDeal } from './act.ts'
import { checkAvailability, dealCalendar, getDeal, listDeals } from './read.ts'
import { dealConversation } from './comments.ts'
import { createDeal, updateDeal } from './write.ts'

export const deals: Handlers<'deals'> = {
  list: listDeals,
  get: getDeal,
  create: createDeal,
  update: updateDeal,
  remove: removeDeal,
  checkAvailability,
  act: actOnDeal,
  ...dealConversation,
  calendar: dealCalendar,
}
