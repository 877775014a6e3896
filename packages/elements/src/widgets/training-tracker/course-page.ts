import { html, nothing, type TemplateResult } from 'lit'
import type { Course, Enrolment, TrainingClass } from '@prmkit/contract'
import { followChanges } from '../../base/follow-changes.ts'
import { formatInstant } from '../../base/values/format.ts'
import type { Client } from '../../base/portal.ts'
import { catalog, type CourseMessages } from '../../locales/training-course/catalog.ts'
import { RecordElement } from '../../record/record-element.ts'
import { recordPage } from '../../record/record-page.ts'
import { classList } from './class-list.ts'
import { courseMain } from './course-main.ts'
import { styles } from './course-page.styles.ts'
import { courseRail } from './course-rail.ts'
import { launch } from './launch.ts'

/** One course in full; the training tracker opens it. */
export class PrmCourse extends RecordElement<Course, Client['courses'], CourseMessages> {
  static override catalog = catalog
  static override styles = styles

  override readonly definition = {
    resource: 'courses',
    operations: (client: Client): Client['courses'] => client.courses,
  }

  /** The reader’s way through the course, with its parts. */
  enrolment: Enrolment | undefined
  /** The dates of the course. */
  classes: readonly TrainingClass[] = []
  /** The address of the course, where the browser kept its tab from opening. */
  address: string | undefined
  /** True while something is sent. */
  busy = false

  protected override async loadBeside(signal?: AbortSignal): Promise<void> {
    const { client, record } = this
    if (!client || !record) return
    const options = signal ? { signal } : {}
    const { id, mine, kind } = record
    const [enrolment, classes] = await Promise.all([
      mine && client.enrolments.get({ params: { id: mine.enrolmentId } }, options),
      kind === 'class'
        ? client.classes.list({ query: { courseId: id, limit: 50 } }, options)
        : undefined,
    ])
    if (id !== this.recordId) return
    this.enrolment = enrolment
    this.classes = classes?.items ?? []
    this.requestUpdate()
  }

  protected override watch(client: Client, signal: AbortSignal): void {
    super.watch(client, signal)
    followChanges<Enrolment>(client, signal, {
      resource: 'enrolments',
      get: (id, signal) => client.enrolments.get({ params: { id } }, { signal }),
      changed: ({ course, user }) => {
        if (course.id === this.recordId && user.id === this.me?.user.id) void this.refresh()
      },
      stale: () => undefined,
    })
    followChanges<TrainingClass>(client, signal, {
      resource: 'classes',
      isWanted: (id) => this.classes.some((one) => one.id === id),
      get: (id, signal) => client.classes.get({ params: { id } }, { signal }),
      changed: (one) => this.tookClass(one),
      stale: () => undefined,
    })
  }

  protected override empty(): void {
    super.empty()
    this.enrolment = this.address = undefined
    this.classes = []
  }

  /** Takes a class as it is after a booking. */
  tookClass(one: TrainingClass): void {
    this.classes = this.classes.map((before) => (before.id === one.id ? one : before))
    this.requestUpdate()
  }

  /** Opens the course or one part of it in a tab of its own. */
  launch(unitId?: string): Promise<void> {
    const { client, recordId: courseId = '', enrolment } = this
    return this.#send(async () => {
      // Somebody who left the course or has done it begins it anew.
      const own = enrolment?.allowedActions.includes('launch') ? enrolment : undefined
      this.address = client && (await launch(client, { courseId, enrolment: own, unitId }))
    })
  }

  /** Enrols without opening the course, as for a class. */
  enrol(): Promise<void> {
    const { client, recordId: courseId = '' } = this
    return this.#send(async () => {
      await client?.enrolments.create({ body: { courseId } })
      this.announce(this.t('enrolDone'))
    })
  }

  /** Says that the course is done, or leaves it. */
  act(action: 'finish' | 'withdraw'): Promise<void> {
    const { client, enrolment } = this
    return this.#send(async () => {
      if (!client || !enrolment) return
      const { id, revision: ifMatch } = enrolment
      await client.enrolments.act({ params: { id }, body: { action }, ifMatch })
      this.announce(this.t(`${action}Done`))
    })
  }

  /** Sends something once, then shows the course as it is now. */
  async #send(work: () => Promise<void>) {
    if (this.busy) return
    this.busy = true
    this.requestUpdate()
    await this.attempt(async () => {
      await work()
      await this.refresh()
    })
    this.busy = false
    await this.redraw()
    // The button that was pressed may be gone.
    if (!this.renderRoot.querySelector(':focus')) this.focusHeading()
  }

  protected override page(course: Course): TemplateResult {
    const scene = this as never
    const { classes, t } = this
    return recordPage({
      name: html`<bdi>${course.title}</bdi>`,
      rail: courseRail(scene, course),
      main: courseMain(scene, course),
      messages:
        course.kind === 'class'
          ? html`<section>
              <h3>${t('classesOf')}</h3>
              ${classes.length ? classList(scene, classes) : html`<p>${t('noClasses')}</p>`}
            </section>`
          : nothing,
    })
  }

  /** A day in words. */
  readonly day = (instant: string): string =>
    formatInstant(this.locale, instant, { dateStyle: 'medium' })
}
