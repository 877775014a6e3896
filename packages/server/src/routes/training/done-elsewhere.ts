import type { Person, Score } from '@prmkit/contract'
import { sha256 } from '../../auth/hash.ts'
import { newId } from '../../ids.ts'
import { isDone, isOpen } from '../../rules/training/due.ts'
import { completed, newEnrolment } from '../../rules/training/enrolments.ts'
import type { CourseRecord, EnrolmentRecord } from '../../store/training-records.ts'
import { note, type Doer } from '../shared/journal.ts'
import { issueFor } from './issue.ts'
import type { Learner } from './learners.ts'
import { enrolmentResource } from './resource.ts'

/** A course of somebody as another system tells of it. */
export interface ToldEnrolment {
  /** The way in which the news came. */
  from: 'file' | 'api'
  externalIds: Record<string, string>
  pathId?: string
  assignedBy?: Person
  assignedAt?: string
  dueAt?: string
  startedAt?: string
  /** The share that is done, in percent, of a course that goes on. */
  progress?: number
  /** The end of the course. */
  done?: { at: string; success: EnrolmentRecord['success']; score?: Score }
}

/**
 * Keeps a course as another system tells of it, in the enrolment that it made before, else in one that is
 * open, else in a new one, and gives the certifications that were earned by it. Points and awards count
 * from the instant at which the course was done. The newest word holds: one that comes once more in the same
 * way says nothing new, nor one of an earlier completion than the one that is known from elsewhere.
 */
export async function keepTold(
  doer: Doer,
  course: CourseRecord,
  learner: Learner,
  told: ToldEnrolment,
  id?: string,
): Promise<{ enrolment: EnrolmentRecord; isNew: boolean }> {
  const { tables, now } = doer
  const isOlder = ({ completedAt }: EnrolmentRecord) =>
    told.done !== undefined && completedAt !== undefined && told.done.at < completedAt
  const teller = `${told.from} ${told.externalIds['key'] ?? ''}`
  const word = await sha256(JSON.stringify(told))
  await tables.points.lockNames([`enrolments ${learner.userId}`])
  const [last] = await tables.enrolments.latest([learner.userId], [course.id])
  const known = id === undefined ? undefined : await tables.enrolments.lock(id)
  const isOld = known && known.told?.last !== teller && isOlder(known)
  if (known && (isOld || known.told?.words[teller] === word))
    return { enrolment: known, isNew: false }
  const goesOn = last && isOpen(last) && !isOlder(last)
  const before = known ?? (goesOn ? await tables.enrolments.lock(last.id) : undefined)
  const fresh = newEnrolment(newId('enrolment'), course, learner, now, { last })
  const begun = told.assignedAt ?? told.startedAt ?? told.done?.at ?? now
  // The latest of several enrolments tells the state, whatever the order in which they come in.
  const isPast = !last || isDone(last) || isOlder(last)
  const base = before ?? { ...fresh, ...(isPast && { createdAt: begun }) }
  const after = {
    ...{ ...asTold(base, told), revision: (before?.revision ?? 0) + 1, updatedAt: now },
    told: { last: teller, words: { ...base.told?.words, [teller]: word } },
  }
  await tables.enrolments.put([after])
  const { created, completed: done, failed, progressed } = enrolmentResource.events
  const open = before ? progressed : created
  const type = told.done ? (after.status === 'failed' ? failed : done) : open
  const happening = { type, ...(before && { before }), after, at: told.done?.at }
  await note(enrolmentResource, doer, happening)
  if (told.done && after.status === 'completed') await issueFor(doer, after)
  return { enrolment: after, isNew: true }
}

function asTold(base: EnrolmentRecord, told: ToldEnrolment): EnrolmentRecord {
  const { externalIds, pathId, assignedBy, dueAt, startedAt, progress = 0, done } = told
  const facts: EnrolmentRecord = {
    ...{ ...base, externalIds: { ...base.externalIds, ...externalIds } },
    ...(pathId !== undefined && { pathId }),
    ...(assignedBy && { assignedBy }),
    ...(dueAt !== undefined && { dueAt }),
    ...(startedAt !== undefined && { startedAt }),
  }
  if (done) {
    const { at, success, score } = done
    const ended = completed(facts, at, { success, ...(score && { score }) })
    return {
      ...(success === 'failed' ? { ...ended, status: 'failed', satisfied: false } : ended),
      startedAt: facts.startedAt ?? at,
    }
  }
  // The other system does not know how far a course has come that goes on here.
  if (base.status !== 'assigned' || startedAt === undefined) return facts
  const units = base.units.map((unit) => ({ ...unit, status: 'in_progress' as const, progress }))
  return { ...facts, status: 'in_progress', progress, units, attempts: 1 }
}
