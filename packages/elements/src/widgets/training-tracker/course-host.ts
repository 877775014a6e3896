import type { Course, Discovery, Enrolment } from '@prmkit/contract'
import type { Translate } from '../../base/localize.ts'
import type { CourseMessages } from '../../locales/training-course/catalog.ts'
import type { RecordScene } from '../../record/record-scene.ts'

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
