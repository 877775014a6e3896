import { html, nothing, type TemplateResult } from 'lit'
import { guard } from 'lit/directives/guard.js'
import type { Course, Discovery, Enrolment, Path, User } from '@prmkit/contract'
import { followChanges } from '../../../base/follow-changes.ts'
import type { Client } from '../../../base/portal.ts'
import { allOf } from '../../../record/all-of.ts'
import { dueMark, progressMark } from '../course-marks.ts'
import { assignForm, readAssignment } from './assign-form.ts'
import { TrainingView } from './training-view.ts'

/** The courses that colleagues are still to do, and the form that assigns more. */
export class TrainingTeam extends TrainingView {
  protected override readonly heading = 'team'
  /** The vendor’s settings, with the zone in which days end. */
  discovery: Discovery | undefined
  /** The courses that can be assigned. */
  courses: readonly Course[] = []
  /** The paths that can be assigned. */
  paths: readonly Path[] = []
  /** The people who can be enrolled. */
  people: readonly User[] = []
  /** The entry of the form that is missing, in words. */
  fault: string | undefined
  #enrolments: readonly Enrolment[] = []
  #next: string | undefined

  protected override async load(client: Client, signal: AbortSignal): Promise<void> {
    const options = { signal }
    const [discovery, courses, paths, people] = await Promise.all([
      client.discovery.get({}, options),
      allOf(client.courses.list({ query: { limit: 100 } }, options)),
      allOf(client.paths.list({ query: { limit: 100 } }, options)),
      allOf(client.users.list({ query: { limit: 100 } }, options)),
      this.#fetch(client, signal),
    ])
    Object.assign(this, { discovery, courses, paths, people })
  }

  protected override watch(client: Client, signal: AbortSignal): void {
    const refresh = async () => {
      await this.#fetch(client, signal).catch((error: unknown) => this.degrade(error))
    }
    followChanges(client, signal, {
      resource: 'enrolments',
      get: refresh,
      changed: () => {},
      stale: refresh,
    })
  }

  protected override clear(): void {
    super.clear()
    this.courses = this.paths = this.people = this.#enrolments = []
    this.fault = this.#next = this.discovery = undefined
  }

  protected override content(): unknown {
    const { t } = this
    return html`<section>
        <p class="muted">${t(this.#enrolments.length ? 'teamHint' : 'teamNone')}</p>
        ${this.transcript('team')} ${this.#enrolments.length ? this.#table() : nothing}
        ${
          this.#next
            ? html`<button class="button" type="button" @click=${() => this.#more()}>
                ${t('more')}
              </button>`
            : nothing
        }
      </section>
      <section aria-labelledby="assign">
        <h3 id="assign">${t('assign')}</h3>
        ${assignForm(this, (event) => this.#assign(event))}
      </section>`
  }

  #table(): TemplateResult {
    const { t, locale, discovery, courseHref } = this
    return html`<table>
      <thead>
        <tr>
          ${(['person', 'course', 'dueDate', 'state'] as const).map(
            (key) => html`<th scope="col" class="small muted">${t(key)}</th>`,
          )}
        </tr>
      </thead>
      <tbody>
        ${this.#enrolments.map((one) => guard([one, t, locale, discovery, courseHref], () => this.#row(one)))}
      </tbody>
    </table>`
  }

  #row(one: Enrolment): TemplateResult {
    return html`<tr>
      <th scope="row"><bdi>${one.user.name}</bdi></th>
      <td>${this.courseLink(one.course)}</td>
      <td>
        ${one.dueAt ? dueMark(this, one) : html`<span class="muted">${this.t('noDue')}</span>`}
      </td>
      <td>${progressMark(this, one)}</td>
    </tr>`
  }

  async #fetch(client: Client, signal?: AbortSignal, cursor?: string) {
    const { items, nextCursor } = await client.enrolments.list(
      {
        query: {
          ...{ scope: 'team', status: ['assigned', 'in_progress', 'failed'] },
          limit: cursor ? 50 : Math.min(Math.max(this.#enrolments.length, 50), 100),
          ...(cursor !== undefined && { cursor }),
        },
      },
      signal ? { signal } : {},
    )
    this.#enrolments = cursor ? [...this.#enrolments, ...items] : items
    this.#next = nextCursor
    this.requestUpdate()
  }

  #more() {
    const { client } = this
    return this.attempt(async () => client && this.#fetch(client, undefined, this.#next))
  }

  #assign(event: SubmitEvent): Promise<void> | undefined {
    event.preventDefault()
    const form = event.target as HTMLFormElement
    const { client } = this
    const { body, fault, field } = readAssignment(form, this)
    this.fault = fault
    this.requestUpdate()
    if (!body || !client) {
      form.querySelector<HTMLElement>(`[name=${field}]`)?.focus()
      return undefined
    }
    return this.attempt(async () => {
      await client.enrolments.create({ body })
      this.announce(this.t('assignDone', { n: body.userIds.length }))
      form.reset()
      await this.#fetch(client)
    })
  }
}
