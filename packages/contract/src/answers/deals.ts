// Generated from routes.ts; see generate.ts.
import { Comment, TimelineEntry } from '../schemas/conversation.ts'
import { Availability, Deal } from '../schemas/deals/deals.ts'

/** The schemas of the answers of `deals`; in brackets where pages hold them. */
export const answers = {
  list: [Deal],
  get: Deal,
  create: Deal,
  update: Deal,
  checkAvailability: Availability,
  act: Deal,
  listComments: [Comment],
  addComment: Comment,
  listTimeline: [TimelineEntry],
  attach: Deal,
  detach: Deal,
}
