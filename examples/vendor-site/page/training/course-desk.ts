import { html, nothing, type TemplateResult } from 'lit'
import type { Client } from '@prmkit/client'
import type { Course } from '@prmkit/contract'
import { DeskPart } from '../parts/desk-part.ts'
import { troubleView } from '../desk/trouble.ts'
import { figure, languageOf, listOf, words } from '../desk/words.ts'
import { hint, scrollTable } from '../parts/views.ts'

/** The courses of one page; each costs two requests for its counts. */
const atOnce = 15

/** How many people have a course to do, have done it, and are late. */
interface Counts {
  open: number
  done: number
  overdue: number
}

/** The courses, and how many people take each. */
export class CourseDesk extends DeskPart {
  static override properties = {
    ...DeskPart.properties,
    search: { state: true },
    courses: { state: true },
    next: { state: true },
    counts: { state: true },
  }

  declare search: string
  declare courses: readonly Course[] | undefined
  declare next: string | undefined
  /** The counts by course, as far as they have come. */
  declare counts: ReadonlyMap<string, Counts>

  #shown = atOnce

  protected override readonly follows: readonly string[] = ['courses']

  constructor() {
    super()
    Object.assign(this, { search: '', counts: new Map() })
  }

  protected override async fetch(client: Client): Promise<void> {
    const { search } = this
    const shown = this.#shown
    const courses: Course[] = []
    let cursor: string | undefined
    do {
      const query = { limit: atOnce, ...(search && { search }), ...(cursor && { cursor }) }
      const { items, nextCursor } = await client.courses.list({ query })
      courses.push(...items)
      cursor = nextCursor
    } while (cursor && courses.length < shown)
    if (search !== this.search || shown !== this.#shown) return
    Object.assign(this, { courses, next: cursor })
    // One after the other, so that another part of the desk that is opened meanwhile need not wait.
    for (const { id } of courses) {
      if (!this.isConnected || courses !== this.courses) return
      this.counts = new Map(this.counts).set(id, await countsOf(client, id))
    }
  }

  readonly #find = ({ target }: Event) => {
    const search = (target as HTMLInputElement).value.trim()
    Object.assign(this, { search, courses: undefined, next: undefined })
    this.#shown = atOnce
    void this.load()
  }

  readonly #more = () => {
    this.#shown += atOnce
    void this.load()
  }

  override render(): TemplateResult {
    const { courses, next, search } = this
    return html`${troubleView(this.trouble, this.load)}
      <div class="choices">
        <label
          >${words.trainSearch}
          <input type="search" maxlength="200" .value=${search} @change=${this.#find}
        /></label>
      </div>
      ${courses ? this.#table(courses) : hint()}
      ${next ? html`<button class="button" @click=${this.#more}>${words.useMore}</button>` : nothing}`
  }

  #table(courses: readonly Course[]) {
    if (!courses.length) return hint(this.search ? words.trainNoMatch : words.trainNoCourses)
    const heads = [
      ...[words.trainCourse, words.trainKind, words.trainLanguages],
      ...[words.trainOpen, words.trainDone, words.trainOverdue].map(
        (heading) => [heading, 'number'] as const,
      ),
    ]
    return scrollTable(
      words.trainCourses,
      heads,
      courses.map((course) => row(course, this.counts.get(course.id))),
    )
  }
}

async function countsOf(client: Client, courseId: string): Promise<Counts> {
  const query = { courseId, limit: 1, facets: true }
  const [all, late] = await Promise.all([
    client.enrolments.list({ query }),
    client.enrolments.list({ query: { ...query, overdue: true } }),
  ])
  const found = all.facets?.['status'] ?? []
  const sum = (...states: readonly string[]) =>
    found.reduce((total, { value, count }) => (states.includes(value) ? total + count : total), 0)
  return {
    open: sum('assigned', 'in_progress', 'failed'),
    done: sum('completed', 'waived'),
    overdue: late.total ?? 0,
  }
}

function row({ title, language, languages, kind, mandatory }: Course, counts: Counts | undefined) {
  const number = (count: number | undefined) => (count === undefined ? '…' : figure(count))
  const overdue = counts?.overdue
  return html`<tr>
    <th scope="row">
      <bdi lang=${language}>${title}</bdi>
      ${mandatory ? html`<small>${words.trainRequired}</small>` : nothing}
    </th>
    <td>${words.trainKinds[kind]}</td>
    <td>${listOf(languages.map(languageOf))}</td>
    <td class="number">${number(counts?.open)}</td>
    <td class="number">${number(counts?.done)}</td>
    <td class="number ${overdue ? 'late' : ''}">${number(overdue)}</td>
  </tr>`
}
