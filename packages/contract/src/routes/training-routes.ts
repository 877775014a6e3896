import { route } from '../route.ts'
import { BulkResult } from '../schemas/bulk.ts'
import { AttendanceInput, ClassQuery } from '../schemas/training/class-input.ts'
import { TrainingClass } from '../schemas/training/classes.ts'
import { idParams } from '../schemas/common-input.ts'
import { pageOf } from '../schemas/pages.ts'
import {
  ContentAction,
  CourseInput,
  CoursePatch,
  CourseQuery,
  CourseRows,
} from '../schemas/training/course-input.ts'
import { Course } from '../schemas/training/courses.ts'
import {
  CompletionRows,
  EnrolmentAction,
  EnrolmentInput,
  EnrolmentQuery,
  LaunchInput,
} from '../schemas/training/enrolment-input.ts'
import { Enrolment, EnrolmentList, Launch } from '../schemas/training/enrolments.ts'
import { PathQuery } from '../schemas/training/path-query.ts'
import { Path } from '../schemas/training/paths.ts'
import { TrainingFeed } from '../schemas/training/training-feed.ts'
import { vendorWrites } from '../vendor-writes.ts'

/** The operations on courses. */
export const courseRoutes = {
  list: route({
    method: 'get',
    path: '/courses',
    summary: 'The courses that the caller may take',
    access: 'session-or-api-key',
    query: CourseQuery,
    status: 200,
    response: pageOf(Course),
    paged: true,
  }),
  get: route({
    method: 'get',
    path: '/courses/{id}',
    summary: 'One course; also one that is retired',
    access: 'session-or-api-key',
    params: idParams,
    status: 200,
    response: Course,
  }),
  ...vendorWrites('courses', {
    input: CourseInput,
    patch: CoursePatch,
    action: ContentAction,
    rows: CourseRows,
    record: Course,
  }),
}

/** The operations on paths, which are courses in an order. */
export const pathRoutes = {
  list: route({
    method: 'get',
    path: '/paths',
    summary: 'The paths with a course that the caller may take',
    access: 'session',
    query: PathQuery,
    status: 200,
    response: pageOf(Path),
    paged: true,
  }),
  get: route({
    method: 'get',
    path: '/paths/{id}',
    summary: 'One path with the caller’s progress',
    access: 'session',
    params: idParams,
    status: 200,
    response: Path,
  }),
}

/** The operations on classes, which are trainings with a date. */
export const classRoutes = {
  list: route({
    method: 'get',
    path: '/classes',
    summary: 'The classes of courses that the caller may take',
    access: 'session',
    query: ClassQuery,
    status: 200,
    response: pageOf(TrainingClass),
    paged: true,
  }),
  get: route({
    method: 'get',
    path: '/classes/{id}',
    summary: 'One class',
    access: 'session',
    params: idParams,
    status: 200,
    response: TrainingClass,
  }),
  book: route({
    method: 'post',
    path: '/classes/{id}/booking',
    summary: 'Take a seat, or a place in the waiting list where none is left',
    access: 'partner',
    params: idParams,
    status: 200,
    response: TrainingClass,
  }),
  cancel: route({
    method: 'delete',
    path: '/classes/{id}/booking',
    summary: 'Give a seat back; who waits longest gets it',
    access: 'partner',
    params: idParams,
    status: 200,
    response: TrainingClass,
  }),
  calendar: route({
    method: 'get',
    path: '/classes/{id}/calendar',
    summary: 'The class as a calendar file (RFC 5545)',
    access: 'session',
    params: idParams,
    status: 200,
    answer: 'calendar',
  }),
  attend: route({
    method: 'post',
    path: '/classes/{id}/attendance',
    summary: 'Say who was there, for whom the course is then done',
    access: 'vendor-or-api-key',
    params: idParams,
    body: AttendanceInput,
    status: 200,
    response: TrainingClass,
  }),
}

/** The operations on enrolments, which are courses as people take them. */
export const enrolmentRoutes = {
  list: route({
    method: 'get',
    path: '/enrolments',
    summary: 'The caller’s own enrolments, or those of the team, what is due first',
    access: 'session',
    query: EnrolmentQuery,
    status: 200,
    response: pageOf(Enrolment),
    paged: true,
  }),
  get: route({
    method: 'get',
    path: '/enrolments/{id}',
    summary: 'One enrolment',
    access: 'session',
    params: idParams,
    status: 200,
    response: Enrolment,
  }),
  create: route({
    method: 'post',
    path: '/enrolments',
    summary: 'Enrol in a course or a path, or assign it; who is enrolled already stays so',
    access: 'session',
    body: EnrolmentInput,
    status: 200,
    response: EnrolmentList,
  }),
  launch: route({
    method: 'post',
    path: '/enrolments/{id}/launch',
    summary: 'Get the address at which a course opens; a launch before it is over then',
    access: 'partner',
    params: idParams,
    body: LaunchInput,
    status: 200,
    response: Launch,
    unstored: true,
  }),
  act: route({
    method: 'post',
    path: '/enrolments/{id}/actions',
    summary: 'Do one of the enrolment’s allowed actions',
    access: 'session',
    params: idParams,
    body: EnrolmentAction,
    status: 200,
    response: Enrolment,
    ifMatch: true,
  }),
}

/** The operations on courses that were done elsewhere. */
export const completionRoutes = {
  bulk: route({
    method: 'post',
    path: '/completions/bulk',
    summary: 'Bring in what people did in the vendor’s own learning system, each once',
    access: 'api-key',
    body: CompletionRows,
    status: 200,
    response: BulkResult,
    large: true,
  }),
}

/** The operations on the caller’s address for calendar programs. */
export const trainingFeedRoutes = {
  get: route({
    method: 'get',
    path: '/training-feed',
    summary: 'Whether the caller has an address for calendar programs',
    access: 'partner',
    status: 200,
    response: TrainingFeed,
  }),
  create: route({
    method: 'post',
    path: '/training-feed',
    summary: 'Make an address for calendar programs (RFC 5545); the one before ends',
    access: 'partner',
    status: 200,
    response: TrainingFeed,
    unstored: true,
  }),
  remove: route({
    method: 'delete',
    path: '/training-feed',
    summary: 'End the address for calendar programs',
    access: 'partner',
    status: 204,
    answer: 'none',
  }),
}
