import type { Routes } from '@prmkit/contract'
import type { Handlers } from '../http/call.ts'
import type { Services } from '../services.ts'
import { announcements } from './announcements/announcements.ts'
import { boards } from './boards/boards.ts'
import { points } from './boards/points.ts'
import { articles, jobs, searches, sections } from './articles/articles.ts'
import { articleTasks } from './articles/tasks.ts'
import { assets, assetUse, folders } from './assets/assets.ts'
import { bundles } from './assets/bundles.ts'
import { shares } from './assets/shares.ts'
import { deals } from './deals/deals.ts'
import { discovery } from './discovery.ts'
import { eventLog } from './events/event-log.ts'
import { createSliceReader, events } from './events/event-stream.ts'
import { files } from './files/files.ts'
import { forms } from './forms.ts'
import { me, partners, products, users } from './people.ts'
import { sessions } from './sessions.ts'
import { tiers } from './tiers/tiers.ts'
import { awards } from './training/awards.ts'
import { certifications } from './training/certifications.ts'
import { classes } from './training/classes.ts'
import { completions } from './training/completions.ts'
import { courses } from './training/courses.ts'
import { enrolments } from './training/enrolments.ts'
import { paths } from './training/paths.ts'
import { trainingFeed } from './training/feed.ts'
import { requirements } from './training/requirements.ts'

/** One handler for every operation of the contract; a missing one does not compile. */
export function handlers(
  services: Services,
  closing: AbortSignal,
): { [Resource in keyof Routes]: Handlers<Resource> } {
  return {
    discovery,
    sessions,
    me,
    users,
    partners,
    products,
    forms,
    files,
    events: events(createSliceReader(services.store), closing),
    eventLog,
    deals,
    announcements,
    jobs,
    sections,
    articles,
    articleTasks,
    searches,
    folders,
    assets,
    bundles,
    shares,
    assetUse,
    boards,
    points,
    tiers,
    courses,
    paths,
    classes,
    enrolments,
    completions,
    certifications,
    awards,
    requirements,
    trainingFeed,
  }
}
