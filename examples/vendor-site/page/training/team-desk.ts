import { html, nothing, type TemplateResult } from 'lit'
import { keyed } from 'lit/directives/keyed.js'
import type { Client } from '@prmkit/client'
import type { Enrolment, User } from '@prmkit/contract'
import { PartnerPart } from '../parts/partner-part.ts'
import { troubleView } from '../desk/trouble.ts'
import { figure, say, words } from '../desk/words.ts'
import { saveCsv } from '../use/csv.ts'
import { assignForm, assignmentOf, subjectOf } from './assign-form.ts'
import { allOf, doneView, hint } from '../parts/views.ts'
import { teamTable, type Member } from './team-table.ts'
import { transcriptOf } from './transcript.ts'

/** The people of one page; each costs a request for their courses. */
const atOnce = 25

/** The team of a partner: who has to do which course next, the way to assign a course or a path, and the transcript. */
export class TeamDesk extends PartnerPart {
  static override properties = {
    ...PartnerPart.properties,
    people: { state: true },
    members: { state: true },
    timeZone: { state: true },
    attempts: { state: true },
  }

  declare people: readonly User[]
  /** The people of the pages that are shown, with their courses. */
  declare members: readonly Member[] | undefined
  /** The vendor’s time zone. */
  declare timeZone: string
  /** Grows with each assignment, so that the next one begins empty. */
  declare attempts: number
  #shown = atOnce

  // Each person costs a request: what others do shows when the team is chosen anew.
  protected override readonly follows: readonly string[] = []

  constructor() {
    super()
    Object.assign(this, { people: [], attempts: 0, timeZone: 'UTC' })
  }

  protected override async fetch(client: Client): Promise<void> {
    const { partnerId } = this
    if (partnerId === undefined) return
    const [people, { timeZone }] = await Promise.all([
      allOf(client.users.list({ query: { partnerId, limit: 100 } })),
      client.discovery.get(),
    ])
    const shown = people.slice(0, this.#shown)
    const members = await Promise.all(shown.map((user) => memberOf(client, partnerId, user)))
    if (partnerId === this.partnerId) Object.assign(this, { people, members, timeZone })
  }

  protected override forget(): void {
    Object.assign(this, { people: [], members: undefined })
    this.#shown = atOnce
  }

  readonly #more = () => {
    this.#shown += atOnce
    void this.load()
  }

  readonly #findSubjects = async (search: string, signal: AbortSignal) => {
    const client = await this.connect()
    const query = { limit: 20, ...(search && { search }) }
    const [paths, courses] = await Promise.all([
      allOf(client.paths.list({ query: { limit: 100 } }, { signal })),
      client.courses.list({ query }, { signal }),
    ])
    const sought = search.toLocaleLowerCase()
    return [
      ...paths
        .filter(({ title }) => title.toLocaleLowerCase().includes(sought))
        .map(({ id, title }) => ({
          value: subjectOf('pathId', id),
          label: say(words.trainPath, { title }),
        })),
      ...courses.items.map(({ id, title }) => ({ value: subjectOf('courseId', id), label: title })),
    ]
  }

  readonly #assign = async (answers: FormData) => {
    const { body, fault } = assignmentOf(answers, this.timeZone)
    if (!body) {
      this.trouble = { text: fault }
      return
    }
    const isAssigned = await this.attempt(async (client) => {
      const { items } = await client.enrolments.create({ body })
      const path = body.pathId && (await client.paths.get({ params: { id: body.pathId } }))
      const subject = path ? path.title : (items[0]?.course.title ?? '')
      const people = new Set(items.map(({ user }) => user.id))
      return say(words.trainAssigned, { subject, count: figure(people.size) })
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
      saveCsv('transcript', transcriptOf(all, this.timeZone))
      return say(words.trainTranscriptSaved, { count: figure(all.length) })
    })

  override render(): TemplateResult {
    return html`${troubleView(this.trouble, this.load)} ${this.partnerField()}
    ${doneView(this.done)} ${this.#team()}`
  }

  #team() {
    const { partnerId, people, members, timeZone, trouble, busy } = this
    if (partnerId === undefined) return hint(words.trainWhose)
    if (!members) return trouble ? nothing : hint()
    if (!people.length) return hint(words.personNone)
    const form = {
      ...{ people, busy, timeZone },
      ...{ findSubjects: this.#findSubjects, onAssign: this.#assign },
    }
    return html`${teamTable(members, timeZone)}
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
