import { html, nothing, type TemplateResult } from 'lit'
import { keyed } from 'lit/directives/keyed.js'
import type { Client } from '@prmkit/client'
import type { Enrolment, User } from '@prmkit/contract'
import { PartnerPart } from '../parts/partner-part.ts'
import { troubleView } from '../desk/trouble.ts'
import { figure, say, words } from '../desk/words.ts'
import { saveCsv } from '../use/csv.ts'
import { assignForm, assignmentOf } from './assign-form.ts'
import { allOf, doneView, hint } from '../parts/views.ts'
import { teamTable, type Member } from './team-table.ts'
import { transcriptOf } from './transcript.ts'

/** The people of one page; each costs a request for their courses. */
const atOnce = 25

/** The team of a partner: who has to do which course next, the way to assign one, and the transcript. */
export class TeamDesk extends PartnerPart {
  static override properties = {
    ...PartnerPart.properties,
    people: { state: true },
    members: { state: true },
    attempts: { state: true },
  }

  declare people: readonly User[]
  /** The people of the pages that are shown, with their courses. */
  declare members: readonly Member[] | undefined
  /** Grows with each assignment, so that the next one begins empty. */
  declare attempts: number
  #shown = atOnce

  // Each person costs a request: what others do shows when the team is chosen anew.
  protected override readonly follows: readonly string[] = []

  constructor() {
    super()
    Object.assign(this, { people: [], attempts: 0 })
  }

  protected override async fetch(client: Client): Promise<void> {
    const { partnerId } = this
    if (partnerId === undefined) return
    const people = await allOf(client.users.list({ query: { partnerId, limit: 100 } }))
    const shown = people.slice(0, this.#shown)
    const members = await Promise.all(shown.map((user) => memberOf(client, partnerId, user)))
    if (partnerId === this.partnerId) Object.assign(this, { people, members })
  }

  protected override forget(): void {
    Object.assign(this, { people: [], members: undefined })
    this.#shown = atOnce
  }

  readonly #more = () => {
    this.#shown += atOnce
    void this.load()
  }

  readonly #findCourses = async (search: string, signal: AbortSignal) => {
    const client = await this.connect()
    const query = { limit: 20, ...(search && { search }) }
    const { items } = await client.courses.list({ query }, { signal })
    return items.map(({ id, title }) => ({ value: id, label: title }))
  }

  readonly #assign = async (answers: FormData) => {
    const { body, fault } = assignmentOf(answers)
    if (!body) {
      this.trouble = { text: fault }
      return
    }
    const isAssigned = await this.attempt(async (client) => {
      const { items } = await client.enrolments.create({ body })
      const [course = ''] = items.map((one) => one.course.title)
      return say(words.trainAssigned, { course, count: figure(items.length) })
    })
    if (!isAssigned) return
    this.attempts++
    await this.focusOn('.done')
  }

  readonly #export = () =>
    this.attempt(async (client) => {
      const { partnerId, people } = this
      const all: Enrolment[] = []
      // One after the other: a large team would use up the requests of a minute.
      for (const user of people) all.push(...(await memberOf(client, partnerId!, user)).enrolments)
      saveCsv('transcript', transcriptOf(all))
      return say(words.trainTranscriptSaved, { count: figure(all.length) })
    })

  override render(): TemplateResult {
    return html`${troubleView(this.trouble, this.load)} ${this.partnerField()}
    ${doneView(this.done)} ${this.#team()}`
  }

  #team() {
    const { partnerId, people, members, trouble, busy } = this
    if (partnerId === undefined) return hint(words.trainWhose)
    if (!members) return trouble ? nothing : hint()
    if (!people.length) return hint(words.personNone)
    const form = { people, busy, findCourses: this.#findCourses, onAssign: this.#assign }
    return html`${teamTable(members)}
      <div class="row">
        ${
          members.length < people.length
            ? html`<button class="button" @click=${this.#more}>${words.useMore}</button>`
            : nothing
        }
        <button class="button" ?disabled=${busy} @click=${this.#export}>
          ${words.trainTranscript}
        </button>
      </div>
      ${keyed(`${partnerId} ${this.attempts}`, assignForm(form))}`
  }
}

/** A person with their courses at this partner, what is due first in front. */
async function memberOf(client: Client, partnerId: string, user: User): Promise<Member> {
  const all = await allOf(client.enrolments.list({ query: { userId: user.id, limit: 100 } }))
  return { user, enrolments: all.filter((one) => one.partnerId === partnerId) }
}
