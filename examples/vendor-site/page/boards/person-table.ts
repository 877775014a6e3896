import { html, nothing, type TemplateResult } from 'lit'
import type { User } from '@prmkit/contract'
import { say, words } from '../desk/words.ts'
import { hint, scrollTable } from '../parts/views.ts'

/** The page around the list of people. */
interface PersonHost {
  /** The person whose erasure asks for confirmation. */
  erasing: User | undefined
  busy: boolean
  onExport(person: User): unknown
  onAsk(person: User): unknown
  onErase(answers: FormData): unknown
  onCancel(): unknown
}

/** The people of a partner, each with the ways to hand out and to erase what is kept about them. */
export function personTable(
  people: readonly User[],
  former: readonly User[],
  host: PersonHost,
): TemplateResult {
  const rows = [
    ...people.map((person) => row(person, host)),
    ...former.map((person) => row(person, host, html`<small>${words.personFormer}</small>`)),
  ]
  if (!rows.length) return hint(words.personNone)
  return scrollTable(
    words.people,
    [words.boardName, words.personEmail, words.personExport, words.personErase],
    rows,
  )
}

function row(
  person: User,
  { erasing, busy, onExport, onAsk }: PersonHost,
  note: TemplateResult | typeof nothing = nothing,
) {
  const { id, name, email } = person
  const button = (label: string, onClick: (person: User) => unknown, isOpen?: boolean) =>
    html`<button
      class="link"
      aria-label="${label}: ${name}"
      aria-expanded=${isOpen ?? nothing}
      ?disabled=${busy}
      @click=${() => onClick(person)}
    >
      ${label}
    </button>`
  return html`<tr data-person=${id}>
    <th scope="row"><bdi>${name}</bdi> ${note}</th>
    <td class="address"><bdi>${email}</bdi></td>
    <td>${button(words.personExport, onExport)}</td>
    <td>${button(words.personErase, onAsk, id === erasing?.id)}</td>
  </tr>`
}

/** The consequences, and the address of the person, which shows that the right one is meant. */
export function confirmation({ erasing, busy, onErase, onCancel }: PersonHost) {
  if (!erasing) return nothing
  const { name } = erasing
  const send = (event: SubmitEvent) => {
    event.preventDefault()
    onErase(new FormData(event.target as HTMLFormElement))
  }
  return html`<form class="ask card" aria-labelledby="erase" @submit=${send}>
    <h2 id="erase" tabindex="-1">${words.personErase}: <bdi>${name}</bdi></h2>
    <p>${words.personGoes}</p>
    <p>${words.personStays}</p>
    <p class="field">
      <label for="erase-email">${say(words.personConfirm, { name })}</label>
      <input id="erase-email" name="email" type="email" autocomplete="off" dir="ltr" required />
    </p>
    <div class="row">
      <button class="button strong" ?disabled=${busy}>${words.personErase}</button>
      <button class="button" type="button" @click=${onCancel}>${words.cancel}</button>
    </div>
  </form>`
}
