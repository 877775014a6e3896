// Generated from the files in schemas/; see generate.ts.
import * as announcementQuery from './schemas/announcements/announcement-query.ts'
import * as announcements from './schemas/announcements/announcements.ts'
import * as articleInput from './schemas/articles/article-input.ts'
import * as articleQuery from './schemas/articles/article-query.ts'
import * as articleTaskInput from './schemas/articles/article-task-input.ts'
import * as articleTasks from './schemas/articles/article-tasks.ts'
import * as articles from './schemas/articles/articles.ts'
import * as assetInput from './schemas/assets/asset-input.ts'
import * as assetPreview from './schemas/assets/asset-preview.ts'
import * as assetQuery from './schemas/assets/asset-query.ts'
import * as assetUse from './schemas/assets/asset-use.ts'
import * as assets from './schemas/assets/assets.ts'
import * as audience from './schemas/audience.ts'
import * as awardInput from './schemas/training/award-input.ts'
import * as awardStatus from './schemas/training/award-status.ts'
import * as awards from './schemas/training/awards.ts'
import * as backgroundJobs from './schemas/background-jobs.ts'
import * as boardInput from './schemas/boards/board-input.ts'
import * as boards from './schemas/boards/boards.ts'
import * as bulk from './schemas/bulk.ts'
import * as bundleInput from './schemas/assets/bundle-input.ts'
import * as bundles from './schemas/assets/bundles.ts'
import * as certificationInput from './schemas/training/certification-input.ts'
import * as certifications from './schemas/training/certifications.ts'
import * as classInput from './schemas/training/class-input.ts'
import * as classes from './schemas/training/classes.ts'
import * as common from './schemas/common.ts'
import * as commonInput from './schemas/common-input.ts'
import * as content from './schemas/content/content.ts'
import * as contentInput from './schemas/content/content-input.ts'
import * as contentRecord from './schemas/content/content-record.ts'
import * as conversation from './schemas/conversation.ts'
import * as conversationInput from './schemas/conversation-input.ts'
import * as courseInput from './schemas/training/course-input.ts'
import * as courses from './schemas/training/courses.ts'
import * as dealActions from './schemas/deals/deal-actions.ts'
import * as dealInput from './schemas/deals/deal-input.ts'
import * as dealQuery from './schemas/deals/deal-query.ts'
import * as deals from './schemas/deals/deals.ts'
import * as discovery from './schemas/discovery.ts'
import * as enrolmentInput from './schemas/training/enrolment-input.ts'
import * as enrolments from './schemas/training/enrolments.ts'
import * as eventLogQuery from './schemas/event-log-query.ts'
import * as events from './schemas/events.ts'
import * as fieldErrors from './schemas/field-errors.ts'
import * as fileInput from './schemas/file-input.ts'
import * as files from './schemas/files.ts'
import * as forms from './schemas/forms.ts'
import * as highlights from './schemas/articles/highlights.ts'
import * as jobQuery from './schemas/job-query.ts'
import * as lookupQueries from './schemas/lookup-queries.ts'
import * as pages from './schemas/pages.ts'
import * as partners from './schemas/partners.ts'
import * as pathQuery from './schemas/training/path-query.ts'
import * as paths from './schemas/training/paths.ts'
import * as pointInput from './schemas/boards/point-input.ts'
import * as points from './schemas/boards/points.ts'
import * as problem from './schemas/problem.ts'
import * as products from './schemas/products.ts'
import * as searchEntries from './schemas/articles/search-entries.ts'
import * as sectionInput from './schemas/articles/section-input.ts'
import * as sections from './schemas/articles/sections.ts'
import * as sessionInput from './schemas/session-input.ts'
import * as sessions from './schemas/sessions.ts'
import * as shareInput from './schemas/assets/share-input.ts'
import * as shares from './schemas/assets/shares.ts'
import * as textBlocks from './schemas/articles/text-blocks.ts'
import * as tierInput from './schemas/boards/tier-input.ts'
import * as tiers from './schemas/boards/tiers.ts'
import * as trainingFeed from './schemas/training/training-feed.ts'
import * as userInput from './schemas/user-input.ts'
import * as users from './schemas/users.ts'

/** The modules of schemas, by the path of the file in `schemas/`. */
export const schemaModules = {
  'announcements/announcement-query': announcementQuery,
  'announcements/announcements': announcements,
  'articles/article-input': articleInput,
  'articles/article-query': articleQuery,
  'articles/article-task-input': articleTaskInput,
  'articles/article-tasks': articleTasks,
  'articles/articles': articles,
  'assets/asset-input': assetInput,
  'assets/asset-preview': assetPreview,
  'assets/asset-query': assetQuery,
  'assets/asset-use': assetUse,
  'assets/assets': assets,
  audience,
  'training/award-input': awardInput,
  'training/award-status': awardStatus,
  'training/awards': awards,
  'background-jobs': backgroundJobs,
  'boards/board-input': boardInput,
  'boards/boards': boards,
  bulk,
  'assets/bundle-input': bundleInput,
  'assets/bundles': bundles,
  'training/certification-input': certificationInput,
  'training/certifications': certifications,
  'training/class-input': classInput,
  'training/classes': classes,
  common,
  'common-input': commonInput,
  'content/content': content,
  'content/content-input': contentInput,
  'content/content-record': contentRecord,
  conversation,
  'conversation-input': conversationInput,
  'training/course-input': courseInput,
  'training/courses': courses,
  'deals/deal-actions': dealActions,
  'deals/deal-input': dealInput,
  'deals/deal-query': dealQuery,
  'deals/deals': deals,
  discovery,
  'training/enrolment-input': enrolmentInput,
  'training/enrolments': enrolments,
  'event-log-query': eventLogQuery,
  events,
  'field-errors': fieldErrors,
  'file-input': fileInput,
  files,
  forms,
  'articles/highlights': highlights,
  'job-query': jobQuery,
  'lookup-queries': lookupQueries,
  pages,
  partners,
  'training/path-query': pathQuery,
  'training/paths': paths,
  'boards/point-input': pointInput,
  'boards/points': points,
  problem,
  products,
  'articles/search-entries': searchEntries,
  'articles/section-input': sectionInput,
  'articles/sections': sections,
  'session-input': sessionInput,
  sessions,
  'assets/share-input': shareInput,
  'assets/shares': shares,
  'articles/text-blocks': textBlocks,
  'boards/tier-input': tierInput,
  'boards/tiers': tiers,
  'training/training-feed': trainingFeed,
  'user-input': userInput,
  users,
}
