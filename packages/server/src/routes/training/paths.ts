import type { Path } from '@prmkit/contract'
import type { Handlers } from '../../http/call.ts'
import { shownText } from '../../rules/training/content.ts'
import { isDone, isOpen } from '../../rules/training/due.ts'
import type { PathRecord } from '../../store/training-records.ts'
import { languagesFor, type Reading } from '../content/reader.ts'
import { pageOf, paging } from '../shared/paging.ts'
import { contentFilter, learnerOf, requireContent } from './reading.ts'
import { pathResource } from './resource.ts'

export const paths: Handlers<'paths'> = {
  async list(call) {
    const page = await call.tables.paths.list(contentFilter(call.caller), paging(call.query))
    const shown = await showPaths(call, page.items)
    const { body } = pageOf({ ...page, items: shown }, (path) => path)
    return { body: { ...body, items: body.items.filter((path) => path.courses.length > 0) } }
  },

  async get(call) {
    const record = await call.tables.paths.get(call.params.id)
    const path = requireContent(pathResource, call, record)
    const [body] = await showPaths(call, [path])
    return { body: body!, revision: path.revision, shows: { resource: 'paths', id: path.id } }
  },
}

/** Paths as the caller sees them, with the courses that they may take. */
async function showPaths(call: Reading, records: readonly PathRecord[]): Promise<Path[]> {
  const { tables, caller } = call
  const wanted = await languagesFor(call)
  const ids = [...new Set(records.flatMap((path) => path.courses.map(({ courseId }) => courseId)))]
  const found = await tables.courses.list(
    { ...contentFilter(caller), ids },
    { limit: ids.length || 1 },
  )
  const courses = new Map(found.items.map((course) => [course.id, course]))
  const learner = learnerOf(caller)
  const enrolled = learner ? await tables.enrolments.latest([learner.userId], ids) : []
  const mine = new Map(enrolled.map((one) => [one.courseId, one]))
  return records.map((record) => {
    const steps = record.courses.flatMap(({ courseId, required }) => {
      const course = courses.get(courseId)
      const one = mine.get(courseId)
      if (!course) return []
      const isShown = one !== undefined && one.status !== 'withdrawn'
      return [
        {
          ...{ id: courseId, title: shownText(course, wanted).title, minutes: course.minutes },
          ...{ required, progress: one && isDone(one) ? 100 : isShown ? one.progress : 0 },
          ...(isShown && { status: one.status }),
        },
      ]
    })
    const asked = steps.filter(({ required }) => required)
    const counted = asked.length > 0 ? asked : steps
    const sum = counted.reduce((total, { progress }) => total + progress, 0)
    const progress = Math.floor(sum / (counted.length || 1))
    const isStarted = steps.every(({ id }) => {
      const one = mine.get(id)
      return one !== undefined && (isDone(one) || isOpen(one))
    })
    const { id, externalIds, createdAt, updatedAt, revision } = record
    return {
      ...{ id, externalIds, createdAt, updatedAt, revision, ...shownText(record, wanted) },
      ...{ courses: steps, progress, done: progress === 100 },
      minutes: steps.reduce((total, { minutes }) => total + minutes, 0),
      allowedActions:
        learner && caller.kind === 'session' && !caller.readOnly && !isStarted ? ['enrol'] : [],
    }
  })
}
