import { register } from './resource.ts'
import { tellDue } from './routes/announcements/due.ts'
import { announcementResource } from './routes/announcements/resource.ts'
import { boardResource, expirePoints, pointResource } from './routes/boards/resource.ts'
import { renewScores } from './routes/boards/renew-scores.ts'
import { tellOverdue } from './routes/articles/due.ts'
import {
  articleResource,
  articleTaskResource,
  sectionResource,
} from './routes/articles/resource.ts'
import { expireAssets } from './routes/assets/due.ts'
import {
  assetResource,
  bundleResource,
  folderResource,
  shareResource,
} from './routes/assets/resource.ts'
import { settleDeals } from './routes/deals/journal.ts'
import { pastDeals } from './routes/deals/past.ts'
import { remindOwners } from './routes/deals/remind.ts'
import { renewCustomerKeys } from './routes/deals/renew-customer-keys.ts'
import { dealResource } from './routes/deals/resource.ts'
import { fileResource } from './routes/files/resource.ts'
import { tierResource } from './routes/tiers/resource.ts'
import { reviewDue } from './routes/tiers/review.ts'
import { eraseHolder, eraseReports, eraseSeats } from './routes/training/departures.ts'
import { expireAwards } from './routes/training/issue.ts'
import { pastAwards, pastEnrolments } from './routes/training/past.ts'
import { remindHolders, remindLearners } from './routes/training/messages/remind.ts'
import {
  awardResource,
  certificationResource,
  classResource,
  courseResource,
  enrolmentResource,
  pathResource,
} from './routes/training/resource.ts'

/** Every resource whose records are shown, kept for repeated requests, or told of by events. */
export const resources = register([
  { ...announcementResource, settle: tellDue },
  {
    ...{ ...dealResource, settle: settleDeals, past: pastDeals },
    ...{ remind: remindOwners, renew: renewCustomerKeys },
  },
  fileResource,
  { ...boardResource, settle: expirePoints, renew: renewScores },
  pointResource,
  { ...tierResource, settle: reviewDue },
  { ...articleResource, settle: tellOverdue },
  sectionResource,
  articleTaskResource,
  { ...assetResource, settle: expireAssets },
  folderResource,
  shareResource,
  bundleResource,
  courseResource,
  pathResource,
  { ...classResource, erase: eraseSeats },
  { ...enrolmentResource, past: pastEnrolments, remind: remindLearners, erase: eraseReports },
  certificationResource,
  {
    ...{ ...awardResource, settle: expireAwards, past: pastAwards },
    ...{ remind: remindHolders, erase: eraseHolder },
  },
])
