import type { Course, CourseInput, CourseKind, FieldError, TitledLink } from '@prmkit/contract'
import { courseTransitionsFrom } from '@prmkit/contract/rules'
import type { TextDocument } from '../../store/texts.ts'
import type { CourseRecord, EnrolmentRecord } from '../../store/training-records.ts'
import { fault, type Writing } from '../content/write.ts'
import { blankContent, editableContent, shownText, writtenFields } from './content.ts'
import { isDone, isOpen, isOverdue } from './due.ts'

/** The resource of courses in the search. */
export const courseTexts = 'courses'

/** A course that was never written. */
export function blankCourse(id: string, now: string): CourseRecord {
  return {
    ...blankContent(id, now),
    ...{ kind: 'link', minutes: 0, productIds: [], prerequisiteIds: [], mandatory: false },
    units: [],
  }
}

/** A course as a request says it, and its faults. */
export function writtenCourse(
  before: CourseRecord,
  input: Omit<CourseInput, 'kind'> & { kind: CourseKind },
  writing: Writing,
): { record: CourseRecord; errors: FieldError[] } {
  const { fields, errors } = writtenFields(before, input, writing)
  const kind = before.revision === 0 ? input.kind : before.kind
  const url = input.url ?? before.url
  if (kind === 'link' && url === undefined)
    errors.push(fault('/url', 'required', 'A course of the kind “link” needs an address.'))
  return {
    record: {
      ...{ ...before, ...fields, kind },
      minutes: input.minutes ?? before.minutes,
      productIds: [...new Set(input.productIds ?? before.productIds)],
      prerequisiteIds: [...new Set(input.prerequisiteIds ?? before.prerequisiteIds)],
      mandatory: input.mandatory ?? before.mandatory,
      ...(url !== undefined && { url }),
    },
    errors,
  }
}

/** The facts that showing courses to somebody needs. */
export interface CourseShowing {
  /** The languages that the reader likes best. */
  wanted: readonly string[]
  now: string
  /** Names of products by id. */
  products: ReadonlyMap<string, string>
  /** Titles of courses by id, as far as the reader may know them. */
  titles: ReadonlyMap<string, string>
  /** The reader’s latest enrolments by course. */
  mine: ReadonlyMap<string, EnrolmentRecord>
  /** The reader may enrol. */
  mayEnrol: boolean
  isVendor: boolean
  mayWrite: boolean
}

const editable = [
  ...editableContent,
  ...['/url', '/minutes', '/productIds', '/prerequisiteIds', '/mandatory'],
]

/** A course as its reader sees it. */
export function showCourse(course: CourseRecord, showing: CourseShowing): Course {
  const { wanted, products, titles, mine, mayEnrol, isVendor, mayWrite, now } = showing
  const { id, externalIds, createdAt, updatedAt, revision, status, statusReason } = course
  const { kind, minutes, mandatory, custom, units, texts, language: main } = course
  const enrolment = mine.get(id)
  const mayStart = mayEnrol && status === 'published' && (!enrolment || !isOpen(enrolment))
  const open = mayWrite ? courseTransitionsFrom(status, 'vendor').map(({ action }) => action) : []
  return {
    ...{
      id,
      externalIds,
      createdAt,
      updatedAt,
      revision,
      status,
      kind,
      minutes,
      mandatory,
      custom,
    },
    ...(statusReason && { statusReason }),
    ...shownText(course, wanted),
    languages: [
      main,
      ...Object.keys(texts)
        .filter((one) => one !== main)
        .toSorted(),
    ],
    allowedActions: [...open, ...(mayStart && !(enrolment && isDone(enrolment)) ? ['enrol'] : [])],
    editableFields: mayWrite ? editable : [],
    products: course.productIds.flatMap((one) => {
      const name = products.get(one)
      return name === undefined ? [] : [{ id: one, name }]
    }),
    prerequisites: linksOf(course.prerequisiteIds, titles),
    units: units.map((unit) => ({ id: unit.id, title: unitTitle(unit, wanted) })),
    ...(isVendor && { audience: course.audience }),
    ...(enrolment && enrolment.status !== 'withdrawn' && { mine: myCourse(enrolment, now) }),
  }
}

function myCourse(enrolment: EnrolmentRecord, now: string): NonNullable<Course['mine']> {
  const { id, status, progress, dueAt } = enrolment
  return {
    ...{ enrolmentId: id, status, progress, overdue: isOverdue(enrolment, now) },
    ...(dueAt !== undefined && { dueAt }),
  }
}

/** Records with their titles; one whose title is unknown is left out. */
export function linksOf(ids: readonly string[], titles: ReadonlyMap<string, string>): TitledLink[] {
  return ids.flatMap((id) => {
    const title = titles.get(id)
    return title === undefined ? [] : [{ id, title }]
  })
}

/** The title of a unit for a reader. */
export function unitTitle(
  { texts }: { texts: Record<string, string> },
  wanted: readonly string[],
): string {
  const language = wanted.find((one) => Object.hasOwn(texts, one))
  return (language === undefined ? Object.values(texts)[0] : texts[language]) ?? ''
}

/** A course’s texts as the search finds them; none where readers find it nowhere. */
export function courseDocuments(course: CourseRecord): TextDocument[] {
  const { id: recordId, status, texts, audience, kind, units } = course
  if (status !== 'published') return []
  const languages = Object.keys(texts)
  const labels = [
    `kind:${kind}`,
    ...course.productIds.map((id) => `product:${id}`),
    ...languages.map((language) => `language:${language}`),
  ]
  return Object.entries(texts).map(([language, { title, description }]) => ({
    ...{ resource: courseTexts, recordId, language, languages, audience, labels, title },
    isMain: language === course.language,
    parts: [
      { heading: '', text: description },
      ...units.map((unit) => ({ heading: unitTitle(unit, [language]), text: '' })),
    ],
  }))
}
