import type { Course, Discovery, Enrolment, TrainingClass } from '@prmkit/contract'
import type { Translate } from '../../base/localize.ts'
import type { Client } from '../../base/portal.ts'
import type { ListScene } from '../../list/list-definition.ts'
import type { CourseMessages } from '../../locales/training-course/catalog.ts'
import type { messages as classMessages } from '../../locales/training-course/en.ts'
import type { ViewMessages } from '../../locales/training-views/catalog.ts'
import type { TrainingMessages } from '../../locales/training/catalog.ts'
import type { RecordScene } from '../../record/record-scene.ts'

/** The views beside the list of courses; the team is for those who look after others. */
export const views = ['paths', 'classes', 'certificates', 'team'] as const
/** One view beside the list of courses. */
export type View = (typeof views)[number]

/** The training tracker, as its list sees it. */
export interface TrainingScene extends Omit<ListScene<Course>, 't'> {
  readonly t: Translate<TrainingMessages>
  /** The last change of the reader’s progress in words, for screen readers. */
  readonly told: string
  /** True for a view that the reader has. */
  hasView(view: View): boolean
  /** Opens a view, or with nothing the list. */
  openView(view: View | ''): void
}

/** The page of one course, as its parts see it. */
export interface CourseScene extends Omit<RecordScene<Course>, 't'> {
  readonly t: Translate<CourseMessages>
  readonly discovery: Discovery | undefined
  readonly enrolment: Enrolment | undefined
  /** The address of the course, where the browser kept its tab from opening. */
  readonly address: string | undefined
  /** True while something is sent. */
  readonly busy: boolean
  /** Opens the course or one part of it in a tab of its own. */
  launch(unitId?: string): unknown
  /** Enrols without opening the course. */
  enrol(): unknown
  /** Says that the course is done, or leaves it. */
  act(action: 'finish' | 'withdraw'): unknown
  /** A day in words. */
  day(instant: string): string
}

/** The element around a list of classes, as the list sees it. */
export interface ClassScene {
  readonly t: Translate<typeof classMessages>
  readonly locale: string
  readonly client: Client | undefined
  /** Does something; a failure is announced. */
  attempt(work: () => Promise<unknown>): Promise<void>
  /** Tells for a moment and aloud of something that was done. */
  announce(text: string): void
  /** Takes a class as it is after a booking. */
  tookClass(one: TrainingClass): void
  /** The link to the course of a class, where that is not shown around it. */
  courseLink?(one: TrainingClass): unknown
}

/** A record and its name. */
export interface Named {
  readonly id: string
  readonly title: string
}

/** The team view, as its form sees it. */
export interface AssignScene {
  readonly t: Translate<ViewMessages>
  readonly discovery: Discovery | undefined
  readonly courses: readonly Named[]
  readonly paths: readonly Named[]
  readonly people: readonly { readonly id: string; readonly name: string }[]
  /** The entry that is missing, in words. */
  readonly fault: string | undefined
}
