import * as z from 'zod/mini'
import { announcementRoutes } from './routes/announcement-routes.ts'
import {
  articleRoutes,
  articleTaskRoutes,
  searchRoutes,
  sectionRoutes,
} from './routes/article-routes.ts'
import {
  assetRoutes,
  assetUseRoutes,
  bundleRoutes,
  folderRoutes,
  shareRoutes,
} from './routes/asset-routes.ts'
import { boardRoutes, pointRoutes } from './routes/board-routes.ts'
import {
  awardRoutes,
  certificationRoutes,
  requirementRoutes,
} from './routes/certification-routes.ts'
import { dealRoutes } from './routes/deal-routes.ts'
import { route, type Route } from './route.ts'
import { Job } from './schemas/background-jobs.ts'
import { idParams } from './schemas/common-input.ts'
import { Id } from './schemas/common.ts'
import { Discovery } from './schemas/discovery.ts'
import { EventLogQuery } from './schemas/event-log-query.ts'
import { EventLogPage } from './schemas/events.ts'
import { FileInput } from './schemas/file-input.ts'
import { Download, File, Upload } from './schemas/files.ts'
import { Form } from './schemas/forms.ts'
import { JobQuery } from './schemas/job-query.ts'
import { PartnerQuery, ProductQuery } from './schemas/lookup-queries.ts'
import { pageOf } from './schemas/pages.ts'
import { Partner } from './schemas/partners.ts'
import { Product } from './schemas/products.ts'
import { SessionInput } from './schemas/session-input.ts'
import { Session } from './schemas/sessions.ts'
import { Me } from './schemas/users.ts'
import { tierRoutes } from './routes/tier-routes.ts'
import {
  classRoutes,
  completionRoutes,
  courseRoutes,
  enrolmentRoutes,
  pathRoutes,
  trainingFeedRoutes,
} from './routes/training-routes.ts'
import { userRoutes } from './routes/user-routes.ts'

/** Every path of the contract lies below this prefix. */
export const versionPrefix = '/v1'

/** Every operation of the contract, by resource. */
export const routes = {
  discovery: {
    get: route({
      method: 'get',
      path: '/',
      summary: 'What this backend and its vendor’s programme offer',
      access: 'public',
      status: 200,
      response: Discovery,
    }),
  },
  sessions: {
    create: route({
      method: 'post',
      path: '/sessions',
      summary: 'Get a short-lived token for one user’s browser',
      access: 'api-key',
      body: SessionInput,
      status: 201,
      response: Session,
      unstored: true,
    }),
    remove: route({
      method: 'delete',
      path: '/sessions/{id}',
      summary: 'End a session; every request is refused within 60 s',
      access: 'session-or-api-key',
      params: idParams,
      status: 204,
      answer: 'none',
    }),
  },
  me: {
    get: route({
      method: 'get',
      path: '/me',
      summary: 'Who the caller is and what they may do',
      access: 'session',
      status: 200,
      response: Me,
    }),
  },
  users: userRoutes,
  partners: {
    list: route({
      method: 'get',
      path: '/partners',
      summary:
        'The partners the caller may see: their own and its distributors, or the vendor’s portfolio',
      access: 'session',
      query: PartnerQuery,
      status: 200,
      response: pageOf(Partner),
      paged: true,
    }),
  },
  products: {
    list: route({
      method: 'get',
      path: '/products',
      summary: 'What can be registered, by name',
      access: 'session',
      query: ProductQuery,
      status: 200,
      response: pageOf(Product),
      paged: true,
    }),
  },
  forms: {
    get: route({
      method: 'get',
      path: '/forms/{name}',
      summary: 'A form of the vendor, in the language of Accept-Language',
      access: 'session',
      params: z.strictObject({ name: Id }),
      status: 200,
      response: Form,
    }),
  },
  files: {
    create: route({
      method: 'post',
      path: '/files',
      summary: 'Announce a file and learn where its bytes go',
      access: 'session',
      body: FileInput,
      status: 201,
      response: Upload,
    }),
    get: route({
      method: 'get',
      path: '/files/{id}',
      summary: 'How far a file’s upload and check have come',
      access: 'session',
      params: idParams,
      status: 200,
      response: File,
    }),
    complete: route({
      method: 'post',
      path: '/files/{id}/complete',
      summary: 'Say that every byte was sent, so that the check begins',
      access: 'session',
      params: idParams,
      status: 200,
      response: File,
    }),
    download: route({
      method: 'post',
      path: '/files/{id}/download',
      summary: 'Get a signed address of the bytes for at most five minutes',
      access: 'session',
      params: idParams,
      status: 200,
      response: Download,
      readOnly: true,
    }),
    remove: route({
      method: 'delete',
      path: '/files/{id}',
      summary: 'Delete one’s own file that no record uses',
      access: 'session',
      params: idParams,
      status: 204,
      answer: 'none',
    }),
  },
  events: {
    stream: route({
      method: 'get',
      path: '/events',
      summary: 'What changes, as it happens (text/event-stream, resumes from Last-Event-ID)',
      access: 'session',
      status: 200,
      answer: 'stream',
    }),
  },
  eventLog: {
    list: route({
      method: 'get',
      path: '/event-log',
      summary: 'What has changed, durable and in order, for the vendor’s own systems',
      access: 'api-key',
      query: EventLogQuery,
      status: 200,
      response: EventLogPage,
    }),
  },
  deals: dealRoutes,
  announcements: announcementRoutes,
  jobs: {
    list: route({
      method: 'get',
      path: '/jobs',
      summary: 'The work that goes on behind the requests, the newest first',
      access: 'vendor-or-api-key',
      query: JobQuery,
      status: 200,
      response: pageOf(Job),
      paged: true,
    }),
  },
  sections: sectionRoutes,
  articles: articleRoutes,
  articleTasks: articleTaskRoutes,
  searches: searchRoutes,
  folders: folderRoutes,
  assets: assetRoutes,
  bundles: bundleRoutes,
  shares: shareRoutes,
  assetUse: assetUseRoutes,
  boards: boardRoutes,
  points: pointRoutes,
  tiers: tierRoutes,
  courses: courseRoutes,
  paths: pathRoutes,
  classes: classRoutes,
  enrolments: enrolmentRoutes,
  completions: completionRoutes,
  certifications: certificationRoutes,
  awards: awardRoutes,
  requirements: requirementRoutes,
  trainingFeed: trainingFeedRoutes,
} satisfies Record<string, Record<string, Route>>

export type Routes = typeof routes
