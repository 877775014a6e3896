import type { CourseInput, CourseRow, Routes } from '@prmkit/contract'
import { courseTransitionsFrom } from '@prmkit/contract/rules'
import type { Call, Handlers } from '../../http/call.ts'
import { fault } from '../../rules/content/write.ts'
import {
  blankCourse,
  courseDocuments,
  courseTexts,
  showCourse,
  writtenCourse,
} from '../../rules/training/courses.ts'
import { isDone, isOpen } from '../../rules/training/due.ts'
import type { Tables } from '../../store/store.ts'
import type { CourseRecord } from '../../store/training-records.ts'
import { languagesFor, readerOf, type Reading } from '../content/reader.ts'
import { pageOf, paging } from '../shared/paging.ts'
import { contentFilter, courseShowing, learnerOf, requireContent } from './reading.ts'
import { courseResource } from './resource.ts'
import { contentWrites } from '../content/vendor-writes.ts'

/** More finds than anybody pages through. */
const mostFound = 500

/** Lets the search find courses as they are now. */
export async function indexCourses(
  tables: Tables,
  records: readonly CourseRecord[],
): Promise<void> {
  const hidden = records.filter(({ status }) => status !== 'published').map(({ id }) => id)
  if (hidden.length > 0) await tables.texts.remove(courseTexts, hidden)
  const documents = records.flatMap(courseDocuments)
  if (documents.length > 0) await tables.texts.put(documents)
}

/** The answer with one course. */
export async function answerCourse(call: Reading, record: CourseRecord) {
  return {
    body: showCourse(record, await courseShowing(call, [record])),
    revision: record.revision,
    shows: { resource: courseResource.name, id: record.id },
  }
}

/** The way in which the vendor writes courses. */
const writes = contentWrites<
  CourseRecord,
  CourseInput,
  CourseRow,
  Awaited<ReturnType<typeof answerCourse>>
>({
  resource: courseResource,
  table: (tables) => tables.courses,
  transitions: courseTransitionsFrom,
  blank: blankCourse,
  write: writtenCourse,
  changed: (tables, changes) =>
    indexCourses(
      tables,
      changes.map(({ after }) => after),
    ),
  answer: answerCourse,
  async referenceErrors(tables, { id, productIds, prerequisiteIds }) {
    const products = productIds.length === 0 ? [] : await tables.products.many(productIds)
    const courses = prerequisiteIds.length === 0 ? [] : await tables.courses.many(prerequisiteIds)
    const unknown = (ids: readonly string[], known: readonly { id: string }[], name: string) =>
      ids.flatMap((one, place) =>
        known.some((record) => record.id === one)
          ? []
          : [fault(`/${name}/${place}`, 'not-found', 'There is no record with this id.')],
      )
    return [
      ...unknown(productIds, products, 'productIds'),
      ...unknown(prerequisiteIds, courses, 'prerequisiteIds'),
      ...(prerequisiteIds.includes(id)
        ? [fault('/prerequisiteIds', 'not-an-option', 'A course cannot come before itself.')]
        : []),
    ]
  },
})

export const courses: Handlers<'courses'> = {
  async list(call) {
    const { tables, caller, query } = call
    const { kind, product, language, facets = false } = query
    const ids = await chosen(call)
    const filter = {
      ...contentFilter(caller, query.status),
      ...(kind && { kinds: kind }),
      ...(product && { productIds: product }),
      ...(language && { languages: language }),
      ...(ids && { ids }),
    }
    const page =
      query.search === undefined
        ? await tables.courses.list(filter, paging(query))
        : { items: await inOrderOf(ids ?? [], call, filter) }
    const showing = await courseShowing(call, page.items)
    const { body } = pageOf(page, (record) => showCourse(record, showing))
    if (!facets) return { body }
    return { body: { ...body, total: await tables.courses.count(filter) } }
  },

  async get(call) {
    const record = await call.tables.courses.get(call.params.id)
    return answerCourse(call, requireContent(courseResource, call, record))
  },

  ...writes,
}

type Listing = Call<Routes['courses']['list']>

/** The courses that a query names by their path, the caller’s own progress or words; nothing where it names none. */
async function chosen(call: Listing): Promise<string[] | undefined> {
  const { tables, caller, query } = call
  const lists: string[][] = []
  if (query.path) {
    const paths = await tables.paths.many(query.path)
    lists.push(paths.flatMap((path) => path.courses.map(({ courseId }) => courseId)))
  }
  const learner = learnerOf(caller)
  if (query.mine) {
    const all = await tables.courses.list(contentFilter(caller), { limit: 5000 })
    const enrolled = learner
      ? await tables.enrolments.latest(
          [learner.userId],
          all.items.map(({ id }) => id),
        )
      : []
    const mine = new Map(enrolled.map((one) => [one.courseId, one]))
    const isMine = ({ id, mandatory }: CourseRecord) => {
      const one = mine.get(id)
      if (query.mine === 'done') return one !== undefined && isDone(one)
      if (query.mine === 'open') return one !== undefined && isOpen(one)
      const isAsked = mandatory || one?.assignedBy !== undefined
      return isAsked && !(one !== undefined && isDone(one))
    }
    lists.push(all.items.filter(isMine).map(({ id }) => id))
  }
  if (query.search !== undefined) lists.unshift(await found(call, query.search))
  const [first, ...rest] = lists
  return first?.filter((id) => rest.every((list) => list.includes(id)))
}

/** The courses that fit some words, the best first. */
async function found(call: Listing, search: string): Promise<string[]> {
  const { tables, services, caller, now } = call
  const filter = {
    ...{ resource: courseTexts, reader: readerOf(caller), now, labels: [] },
    languages: await languagesFor(call),
  }
  const synonyms = await services.synonyms(tables)
  const { hits } = await tables.texts.search(filter, search, synonyms, {
    ...{ offset: 0, limit: mostFound },
  })
  return hits.map(({ recordId }) => recordId)
}

/** The first page of the found courses: as many as were asked for, the best first. */
async function inOrderOf(
  ids: readonly string[],
  { tables, query }: Listing,
  filter: Parameters<Tables['courses']['list']>[0],
): Promise<CourseRecord[]> {
  const { items } = await tables.courses.list(filter, { limit: mostFound })
  const known = new Map(items.map((record) => [record.id, record]))
  return ids.flatMap((id) => known.get(id) ?? []).slice(0, query.limit ?? 25)
}
