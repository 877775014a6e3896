import { newToken } from './routes/shared/new-token.ts'
import { indexCourses } from './routes/training/courses.ts'
import type { Tables } from './store/store.ts'
import type {
  AwardRecord,
  BookingRecord,
  CertificationRecord,
  ClassRecord,
  CourseRecord,
  EnrolmentRecord,
  PathRecord,
} from './store/training-records.ts'

/** The training of a sample: content, and how people have come on. */
export interface SampleTraining {
  courses: CourseRecord[]
  paths: PathRecord[]
  classes: ClassRecord[]
  bookings: BookingRecord[]
  enrolments: EnrolmentRecord[]
  certifications: CertificationRecord[]
  awards: Omit<AwardRecord, 'token' | 'place'>[]
}

/** Puts the training of a sample into a store. */
export async function seedTraining(tables: Tables, sample: SampleTraining): Promise<void> {
  await tables.courses.put(sample.courses)
  await indexCourses(tables, sample.courses)
  await tables.paths.put(sample.paths)
  await tables.classes.put(sample.classes)
  await tables.classes.book(sample.bookings)
  await tables.enrolments.put(sample.enrolments)
  await tables.certifications.put(sample.certifications)
  const awards: AwardRecord[] = []
  for (const award of sample.awards)
    awards.push({ ...award, token: newToken(), place: await tables.awards.nextPlace() })
  await tables.awards.put(awards)
}
