import { keepTold, type ToldEnrolment } from '../../routes/training/done-elsewhere.ts'
import type { UserRecord } from '../../store/records.ts'
import { columnsOf } from '../csv/columns.ts'
import type { MadeRow, Table } from '../csv/table.ts'

/** A row of `enrolments.csv`. */
interface EnrolmentRow extends ToldEnrolment {
  /** The enrolment’s id once it is there. */
  id: string
  userId: string
  partnerId: string
  courseId: string
}

/** `enrolments.csv`: the courses that people have to do, do and did, for instance in another system. */
export const enrolments: Table<EnrolmentRow> = {
  file: 'enrolments.csv',
  // The keys are those of completions that come by the API, too: each counts once.
  kind: 'completions',
  columns: columnsOf([
    { names: ['key'], required: true, help: 'the same one always means the same enrolment' },
    { names: ['user'], required: true, of: 'users', help: 'key of a user of a partner' },
    { names: ['course'], required: true, of: 'courses', help: 'key of a course' },
    { names: ['path'], of: 'paths', help: 'key of the path that it is done for' },
    { names: ['assignedBy'], of: 'users', help: 'key of the user who asked for it' },
    {
      names: ['assignedAt', 'startedAt', 'completedAt'],
      help: 'instants; one with the last is done',
    },
    { names: ['due'], help: 'the last day for it' },
    {
      names: ['progress'],
      help: 'the share that is done, from 0 to 100, of a course that was begun',
    },
    {
      names: ['success'],
      help: '`passed`, `failed` or `unknown`, of a course that is done; else passed',
    },
    { names: ['score'], help: 'the share of the points, from 0 to 1' },
    { names: ['externalId.'] },
  ]),
  row(row, id, key, { now }) {
    const userId = row.required('user', row.reference('user'), '')
    const user = row.record<UserRecord>('user', userId)
    const [partnerId] = user?.active === false ? [] : (user?.partnerIds ?? [])
    if (user && (partnerId === undefined || user.role === 'vendor_manager'))
      row.wrong('user', 'This is no active user of a partner.')
    const dates = ['assignedAt', 'startedAt', 'completedAt'] as const
    const [assignedAt, startedAt, completedAt] = dates.map((column) => {
      const at = row.instant(column)
      if (at !== undefined && at > now) row.wrong(column, 'The instant is still to come.')
      return at
    })
    const success = row.oneOf('success', ['passed', 'failed', 'unknown'])
    const scaled = row.number('score')
    if (scaled !== undefined && !(scaled >= 0 && scaled <= 1))
      row.wrong('score', 'The score is not from 0 to 1. Write 0.85 for 85 %.')
    for (const column of ['success', 'score'])
      if (completedAt === undefined && row.cell(column) !== undefined)
        row.wrong(column, 'It needs completedAt, too.')
    const [pathId, due] = [row.reference('path'), row.endOfDay('due')]
    const progress = row.whole('progress', 0, 100)
    return {
      from: 'file',
      ...{ id, userId, partnerId: partnerId ?? '', externalIds: row.externalIds(key) },
      courseId: row.required('course', row.reference('course'), ''),
      ...(pathId !== undefined && { pathId }),
      ...(row.cell('assignedBy') !== undefined && { assignedBy: row.person('assignedBy') }),
      ...(assignedAt !== undefined && { assignedAt }),
      ...(startedAt !== undefined && { startedAt }),
      ...(due !== undefined && { dueAt: due }),
      ...(progress !== undefined && { progress }),
      ...(completedAt !== undefined && {
        done: {
          ...{ at: completedAt, success: success ?? 'passed' },
          ...(scaled !== undefined && { score: { scaled } }),
        },
      }),
    }
  },
  async replace(tables, { added, changed, at }) {
    const used: MadeRow<EnrolmentRow>[] = []
    const doer = { tables, now: at, requestId: 'import', quiet: true } as const
    const isKnown = new Set(changed.map(({ key }) => key))
    for (const made of [...added, ...changed]) {
      const { id, userId, partnerId, courseId, ...told } = made.record
      const course = await tables.courses.get(courseId)
      if (!course) continue
      const before = isKnown.has(made.key) ? id : undefined
      const learner = { userId, partnerId }
      const { enrolment, isNew } = await keepTold(doer, course, learner, told, before)
      if (isNew) used.push({ ...made, record: { ...made.record, id: enrolment.id } })
    }
    return used
  },
}
