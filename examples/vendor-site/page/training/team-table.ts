import { html, type TemplateResult } from 'lit'
import type { Enrolment, User } from '@prmkit/contract'
import { dayAt, figure, say, words } from '../desk/words.ts'
import { scrollTable } from '../parts/views.ts'

/** Somebody of a partner, and the courses as they take them, what is due first in front. */
export interface Member {
  user: User
  enrolments: readonly Enrolment[]
}

const open: readonly string[] = ['assigned', 'in_progress', 'failed']
const done: readonly string[] = ['completed', 'waived']

/** The people of a partner: what is to do, what is late, and what comes next, its day where the vendor is. */
export const teamTable = (members: readonly Member[], timeZone: string): TemplateResult =>
  scrollTable(
    words.trainTeams,
    [
      ...[words.trainPerson, words.trainNext],
      ...[words.trainOverdue, words.trainOpen, words.trainDone].map(
        (head) => [head, 'number'] as const,
      ),
    ],
    members.map((member) => row(member, timeZone)),
  )

function row({ user, enrolments }: Member, timeZone: string) {
  const todo = enrolments.filter(({ status }) => open.includes(status))
  const late = todo.filter(({ overdue }) => overdue).length
  const completed = enrolments.filter(({ status }) => done.includes(status)).length
  return html`<tr data-person=${user.id}>
    <th scope="row"><bdi>${user.name}</bdi></th>
    <td>${nextOf(todo[0], timeZone)}</td>
    <td class="number ${late ? 'late' : ''}">${figure(late)}</td>
    <td class="number">${figure(todo.length)}</td>
    <td class="number">${figure(completed)}</td>
  </tr>`
}

function nextOf(next: Enrolment | undefined, timeZone: string) {
  if (!next) return html`<span class="soft">${words.trainNothingDue}</span>`
  const { course, dueAt, overdue, status } = next
  const date = dueAt
    ? say(overdue ? words.trainLate : words.trainDue, { date: dayAt(dueAt, timeZone) })
    : words.trainNoDate
  return html`<bdi>${course.title}</bdi>
    <small>
      ${dueAt ? html`<prm-badge tone=${overdue ? 'error' : 'warning'}>${date}</prm-badge>` : date}
      ${words.trainStates[status]}
    </small>`
}
