import { html, type TemplateResult } from 'lit'
import type { EnrolmentInput, User } from '@prmkit/contract'
import type { Choice } from '../boards/requests.ts'
import { inDays, words } from '../desk/words.ts'

/** The page around the form. */
interface AssignHost {
  people: readonly User[]
  busy: boolean
  findCourses(search: string, signal: AbortSignal): Promise<readonly Choice[]>
  onAssign(answers: FormData): unknown
}

/** The form that assigns a course to people of a partner. */
export function assignForm({ people, busy, findCourses, onAssign }: AssignHost): TemplateResult {
  const send = (event: SubmitEvent) => {
    event.preventDefault()
    onAssign(new FormData(event.target as HTMLFormElement))
  }
  const today = inDays(0, Intl.DateTimeFormat().resolvedOptions().timeZone)
  return html`<form class="ask card" aria-labelledby="assign" @submit=${send}>
    <h2 id="assign">${words.trainAssign}</h2>
    <prm-combobox name="courseId" .label=${words.trainCourse} .search=${findCourses}></prm-combobox>
    <fieldset class="checks">
      <legend>${words.trainWho}</legend>
      <div>
        ${people.map(
          ({ id, name }) =>
            html`<label
              ><input type="checkbox" name="person" value=${id} /><bdi>${name}</bdi></label
            >`,
        )}
      </div>
    </fieldset>
    <p class="field">
      <label for="assign-due"
        >${words.trainUntil} <span class="soft">${words.optional}</span></label
      >
      <input id="assign-due" name="due" type="date" min=${today} aria-describedby="assign-hint" />
      <small id="assign-hint" class="soft">${words.trainUntilHint}</small>
    </p>
    <div class="row">
      <button class="button strong" ?disabled=${busy}>${words.trainAssignDo}</button>
    </div>
  </form>`
}

/** The request of a form that is filled in, or what is missing; a day ends by the reader’s clock. */
export function assignmentOf(
  answers: FormData,
): { body: EnrolmentInput; fault?: never } | { body?: never; fault: string } {
  const courseId = String(answers.get('courseId') ?? '')
  const userIds = answers.getAll('person').map(String)
  const due = String(answers.get('due') ?? '')
  if (!courseId) return { fault: words.trainChooseCourse }
  if (!userIds.length) return { fault: words.trainChoosePeople }
  const dueAt = due && new Date(`${due}T23:59:59`).toISOString()
  return { body: { courseId, userIds, ...(dueAt && { dueAt }) } }
}
