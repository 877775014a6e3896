import { register } from './resource.ts'
import { tellDue } from './routes/announcements/due.ts'
import { announcementResource } from './routes/announcements/resource.ts'
import { settleDeals } from './routes/deals/journal.ts'
import { dealResource } from './routes/deals/resource.ts'
import { fileResource } from './routes/files/resource.ts'

/** Every resource whose records are shown, kept for repeated requests, or told of by events. */
export const resources = register([
  { ...announcementResource, settle: tellDue },
  { ...dealResource, settle: settleDeals },
  fileResource,
])
