import { html, type TemplateResult } from 'lit'
import type { Course, Discovery, Enrolment } from '@prmkit/contract'
import { define } from '../../base/define.ts'
import { followChanges } from '../../base/follow-changes.ts'
import type { Client } from '../../base/portal.ts'
import { NavigateEvent } from '../../events.ts'
import { ListElement } from '../../list/list-element.ts'
import { RecordSlot } from '../../list/record-slot.ts'
import { catalog, type TrainingMessages } from '../../locales/training/catalog.ts'
import { frame } from '../../primitives/frame/frame.ts'
import { skeleton } from '../../primitives/skeleton/skeleton.ts'
import { courseDefinition, progressText } from './course-definition.ts'
import { views, type View } from './host.ts'
import { styles } from './training-tracker.styles.ts'

const load: Record<View, () => Promise<string>> = {
  paths: async () => define('prm-training-paths', (await import('./views/paths.ts')).TrainingPaths),
  classes: async () =>
    define('prm-training-classes', (await import('./views/classes.ts')).TrainingClasses),
  certificates: async () =>
    define(
      'prm-training-certificates',
      (await import('./views/certificates.ts')).TrainingCertificates,
    ),
  team: async () => define('prm-training-team', (await import('./views/team.ts')).TrainingTeam),
}

/**
 * @summary The partner’s training: courses with their progress, paths, classes, certificates and the team.
 *
 * @slot loading - Shown while the courses are fetched.
 * @slot empty - Shown where there are no courses.
 * @slot error - Shown where the courses could not be fetched.
 * @slot offline - Shown above the courses while there is no connection.
 * @slot degraded - Shown above the courses while something is missing.
 * @event {NavigateEvent} prm-navigate - The partner opens a course (`course`), another view (`training`), or goes back (an empty id); cancelable.
 * @event {LoadErrorEvent} prm-load-error - The courses could not be fetched.
 * @csspart frame - The card.
 * @csspart tools - Search, filter and the ways to other views.
 * @csspart rows - The list of courses.
 * @csspart row - One course.
 * @csspart more - The button that loads more.
 */
export class PrmTrainingTracker extends ListElement<Course, TrainingMessages> {
  static override catalog = catalog
  static override styles = styles
  static override properties = {
    ...ListElement.properties,
    courseId: { attribute: 'course-id', reflect: true },
    courseHref: { attribute: 'course-href' },
    view: { reflect: true },
  }

  /** Shows this course in full instead of the list. */
  declare courseId: string | undefined
  /** The address of a course on this site, with `{id}`; makes links that can be copied. */
  declare courseHref: string | undefined
  /** Shows `paths`, `classes`, `certificates` or the `team` instead of the list. */
  declare view: string | undefined

  /** The last change of the reader’s progress in words, for screen readers. */
  told = ''
  protected override readonly definition = courseDefinition
  #hasClasses = false
  #slots = this.#empty()

  protected override get recordId(): string | undefined {
    return this.courseId
  }

  protected override set recordId(id: string | undefined) {
    this.courseId = id
  }

  protected override get recordHref(): string | undefined {
    return this.courseHref
  }

  /** True for a view that the reader has. */
  hasView(view: View): boolean {
    if (view === 'team') return this.me?.role === 'partner_admin'
    return view !== 'classes' || this.#hasClasses
  }

  /** Opens a view, or with nothing the list, where the way to the view gets the focus. */
  openView(view: View | ''): void {
    const { view: left } = this
    if (!this.emit(new NavigateEvent({ resource: 'training', id: view }))) return
    this.view = view || undefined
    if (!view && left) this.redraw(`#view-${CSS.escape(left)}`)
  }

  protected override isOffered(_: string, discovery: Discovery): boolean {
    this.#hasClasses = super.isOffered('classes', discovery)
    return super.isOffered('training', discovery)
  }

  protected override watch(client: Client, signal: AbortSignal): void {
    super.watch(client, signal)
    // Progress belongs to the enrolment, so that the course itself tells of no change.
    followChanges<Enrolment>(client, signal, {
      resource: 'enrolments',
      get: (id, signal) => client.enrolments.get({ params: { id } }, { signal }),
      changed: (enrolment) => void this.#progress(client, enrolment),
      stale: () => undefined,
    })
  }

  async #progress(client: Client, { user, course: { id } }: Enrolment) {
    if (user.id !== this.me?.user.id) return
    const course = await client.courses.get({ params: { id } }).catch(() => undefined)
    const before = course && this.list.replace(course)
    if (!before) return void this.reload(true)
    this.told = progressText(before, course, this as never) ?? this.told
    this.requestUpdate()
  }

  protected override clear(): void {
    super.clear()
    this.told = ''
    this.#slots = this.#empty()
  }

  override render(): TemplateResult {
    const view = views.find((one) => one === this.view)
    if (this.courseId || !view) return super.render()
    const { portal, locale: lang, courseHref } = this
    return frame(
      this as never,
      () =>
        this.#slots[view].show(load[view], { portal, lang, courseHref }) ??
        skeleton(this.t('loading')),
      () => html`<h2>${this.t('none')}</h2>`,
    )
  }

  #empty(): Record<View, RecordSlot<never>> {
    const slot = () =>
      new RecordSlot<never>({
        open: (id) => (id ? this.open(id) : this.openView('')),
        gone: () => this.openView(''),
        changed: () => {},
        fail: (error) => this.fail(error),
        requestUpdate: () => this.requestUpdate(),
      })
    return { paths: slot(), classes: slot(), certificates: slot(), team: slot() }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'prm-training-tracker': PrmTrainingTracker
  }
}
