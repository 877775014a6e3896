import * as announcementQuery from './schemas/announcement-query.ts'
import * as announcements from './schemas/announcements.ts'
import * as articleInput from './schemas/article-input.ts'
import * as articleQuery from './schemas/article-query.ts'
import * as articleTaskInput from './schemas/article-task-input.ts'
import * as articleTasks from './schemas/article-tasks.ts'
import * as articles from './schemas/articles.ts'
import * as assetInput from './schemas/asset-input.ts'
import * as assetPreview from './schemas/asset-preview.ts'
import * as assetQuery from './schemas/asset-query.ts'
import * as assetUse from './schemas/asset-use.ts'
import * as assets from './schemas/assets.ts'
import * as audience from './schemas/audience.ts'
import * as awardInput from './schemas/award-input.ts'
import * as awardStatus from './schemas/award-status.ts'
import * as awards from './schemas/awards.ts'
import * as backgroundJobs from './schemas/background-jobs.ts'
import * as boardInput from './schemas/board-input.ts'
import * as boards from './schemas/boards.ts'
import * as bulk from './schemas/bulk.ts'
import * as bundleInput from './schemas/bundle-input.ts'
import * as bundles from './schemas/bundles.ts'
import * as certificationInput from './schemas/certification-input.ts'
import * as certifications from './schemas/certifications.ts'
import * as classInput from './schemas/class-input.ts'
import * as classes from './schemas/classes.ts'
import * as common from './schemas/common.ts'
import * as commonInput from './schemas/common-input.ts'
import * as content from './schemas/content.ts'
import * as conversation from './schemas/conversation.ts'
import * as conversationInput from './schemas/conversation-input.ts'
import * as courseInput from './schemas/course-input.ts'
import * as courses from './schemas/courses.ts'
import * as dealActions from './schemas/deal-actions.ts'
import * as dealInput from './schemas/deal-input.ts'
import * as dealQuery from './schemas/deal-query.ts'
import * as deals from './schemas/deals.ts'
import * as discovery from './schemas/discovery.ts'
import * as eventLogQuery from './schemas/event-log-query.ts'
import * as enrolmentInput from './schemas/enrolment-input.ts'
import * as enrolments from './schemas/enrolments.ts'
import * as events from './schemas/events.ts'
import * as fieldErrors from './schemas/field-errors.ts'
import * as fileInput from './schemas/file-input.ts'
import * as files from './schemas/files.ts'
import * as forms from './schemas/forms.ts'
import * as highlights from './schemas/highlights.ts'
import * as jobQuery from './schemas/job-query.ts'
import * as lookupQueries from './schemas/lookup-queries.ts'
import * as pages from './schemas/pages.ts'
import * as partners from './schemas/partners.ts'
import * as pointInput from './schemas/point-input.ts'
import * as pathQuery from './schemas/path-query.ts'
import * as paths from './schemas/paths.ts'
import * as points from './schemas/points.ts'
import * as problem from './schemas/problem.ts'
import * as products from './schemas/products.ts'
import * as searchEntries from './schemas/search-entries.ts'
import * as sectionInput from './schemas/section-input.ts'
import * as sections from './schemas/sections.ts'
import * as sessionInput from './schemas/session-input.ts'
import * as sessions from './schemas/sessions.ts'
import * as shareInput from './schemas/share-input.ts'
import * as shares from './schemas/shares.ts'
import * as textBlocks from './schemas/text-blocks.ts'
import * as tierInput from './schemas/tier-input.ts'
import * as tiers from './schemas/tiers.ts'
import * as userInput from './schemas/user-input.ts'
import * as trainingFeed from './schemas/training-feed.ts'
import * as users from './schemas/users.ts'

/** The modules of schemas, by the name of the file. */
export const schemaModules = {
  'announcement-query': announcementQuery,
  announcements,
  'article-input': articleInput,
  'article-query': articleQuery,
  'article-task-input': articleTaskInput,
  'article-tasks': articleTasks,
  articles,
  'asset-input': assetInput,
  'asset-preview': assetPreview,
  'asset-query': assetQuery,
  'asset-use': assetUse,
  assets,
  audience,
  'award-input': awardInput,
  'award-status': awardStatus,
  awards,
  'background-jobs': backgroundJobs,
  'board-input': boardInput,
  boards,
  bulk,
  'bundle-input': bundleInput,
  bundles,
  'certification-input': certificationInput,
  certifications,
  'class-input': classInput,
  classes,
  common,
  'common-input': commonInput,
  content,
  conversation,
  'conversation-input': conversationInput,
  'course-input': courseInput,
  courses,
  'deal-actions': dealActions,
  'deal-input': dealInput,
  'deal-query': dealQuery,
  deals,
  discovery,
  'event-log-query': eventLogQuery,
  'enrolment-input': enrolmentInput,
  enrolments,
  events,
  'field-errors': fieldErrors,
  'file-input': fileInput,
  files,
  forms,
  highlights,
  'job-query': jobQuery,
  'lookup-queries': lookupQueries,
  pages,
  partners,
  'point-input': pointInput,
  'path-query': pathQuery,
  paths,
  points,
  problem,
  products,
  'search-entries': searchEntries,
  'section-input': sectionInput,
  sections,
  'session-input': sessionInput,
  sessions,
  'share-input': shareInput,
  shares,
  'text-blocks': textBlocks,
  'tier-input': tierInput,
  tiers,
  'user-input': userInput,
  'training-feed': trainingFeed,
  users,
}
