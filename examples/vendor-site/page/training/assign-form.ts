import { html, type TemplateResult } from 'lit'
import type { EnrolmentInput, User } from '@prmkit/contract'
import { endOfDay } from '@prmkit/contract/rules'
import type { Choice } from '../boards/requests.ts'
import { inDays, words } from '../desk/words.ts'

/** The page around the form. */
interface AssignHost {
  people: readonly User[]
  busy: boolean
  /** The vendor’s time zone, in which a due day ends. */
  timeZone: string
  /** Finds courses and paths; the value of a choice is the entry of the request that names it. */
  findSubjects(search: string, signal: AbortSignal): Promise<readonly Choice[]>
  onAssign(answers: FormData): unknown
}

/** The form that assigns a course or a path to people of a partner. */
export function assignForm(host: AssignHost): TemplateResult {
  const { people, busy, timeZone, findSubjects, onAssign } = host
  const send = (event: SubmitEvent) => {
    event.preventDefault()
    onAssign(new FormData(event.target as HTMLFormElement))
  }
  const today = inDays(0, timeZone)
  return html`<form class="ask card" aria-labelledby="assign" @submit=${send}>
    <h2 id="assign">${words.trainAssign}</h2>
    <prm-combobox
      name="subject"
      .label=${words.trainSubject}
      .search=${findSubjects}
    ></prm-combobox>
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

/** The choices of the form’s first field, which name a course or a path in a request. */
export const subjectOf = (field: 'courseId' | 'pathId', id: string): string => `${field} ${id}`

/** The request of a form that is filled in, or the entry that is missing. */
export function assignmentOf(
  answers: FormData,
  timeZone: string,
): { body: EnrolmentInput; fault?: never } | { body?: never; fault: string } {
  const [field, id] = String(answers.get('subject') ?? '').split(' ')
  const userIds = answers.getAll('person').map(String)
  const due = String(answers.get('due') ?? '')
  if (!field || !id) return { fault: words.trainChooseCourse }
  if (!userIds.length) return { fault: words.trainChoosePeople }
  return { body: { [field]: id, userIds, ...(due && { dueAt: endOfDay(due, timeZone) }) } }
}
