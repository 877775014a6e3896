import type { CertificationInput, FieldError } from '@prmkit/contract'
import type { CertificationRecord } from '../../store/training-records.ts'
import type { Writing } from '../content/write.ts'
import { blankContent, writtenFields } from './content.ts'

/** Days before the end of an award in which it can be renewed, where the vendor says nothing. */
const usualRenewalDays = 60

/** A certification that was never written. */
export function blankCertification(id: string, now: string): CertificationRecord {
  return { ...blankContent(id, now), courses: [], renewalDays: usualRenewalDays }
}

/** A certification as a request says it, and its faults. */
export function writtenCertification(
  before: CertificationRecord,
  input: CertificationInput,
  writing: Writing,
): { record: CertificationRecord; errors: FieldError[] } {
  const { fields, errors } = writtenFields(before, input, writing)
  const { validityMonths: _v, requirement: _r, ...kept } = before
  const { validityMonths, requirement } = input
  return {
    record: {
      ...{ ...kept, ...fields, renewalDays: input.renewalDays ?? before.renewalDays },
      courses: input.courses.map(({ courseId, minimumScore }) => ({
        courseId,
        ...(minimumScore !== undefined && { minimumScore }),
      })),
      ...(validityMonths !== undefined && { validityMonths }),
      ...(requirement && {
        requirement: {
          needed: requirement.needed,
          graceDays: requirement.graceDays ?? 0,
          audience: requirement.audience ?? {},
        },
      }),
    },
    errors,
  }
}
