import type { Enrolment } from '@prmkit/contract'
import { words } from '../desk/words.ts'

/** An instant by the vendor’s clock, as every spreadsheet reads it (`2026-11-28 09:30`). */
const timeOf = (at: string | undefined, timeZone: string) =>
  at === undefined ? '' : new Date(at).toLocaleString('sv-SE', { timeZone }).slice(0, 16)

const { trainColumns: heads } = words

/** The columns of the transcript: heading and value. */
const columns: readonly (readonly [
  heading: string,
  value: (one: Enrolment, timeZone: string) => string,
])[] = [
  [words.trainPerson, ({ user }) => user.name],
  [words.trainCourse, ({ course }) => course.title],
  [words.trainKind, ({ course }) => words.trainKinds[course.kind]],
  [heads.path, ({ path }) => path?.title ?? ''],
  [words.trainState, ({ status }) => words.trainStates[status]],
  [heads.progress, ({ progress }) => String(progress)],
  [
    heads.score,
    ({ score }) =>
      score?.scaled === undefined ? '' : String(Math.round(score.scaled * 1000) / 10),
  ],
  [heads.assignedBy, ({ assignedBy }) => assignedBy?.name ?? ''],
  [heads.enrolled, ({ createdAt }, timeZone) => timeOf(createdAt, timeZone)],
  [heads.due, ({ dueAt }, timeZone) => timeOf(dueAt, timeZone)],
  [heads.started, ({ startedAt }, timeZone) => timeOf(startedAt, timeZone)],
  [heads.completed, ({ completedAt }, timeZone) => timeOf(completedAt, timeZone)],
]

/** Courses as people took them, as the lines of a spreadsheet with their headings. */
export const transcriptOf = (enrolments: readonly Enrolment[], timeZone: string): string[][] => [
  columns.map(([heading]) => heading),
  ...enrolments.map((one) => columns.map(([, value]) => value(one, timeZone))),
]
