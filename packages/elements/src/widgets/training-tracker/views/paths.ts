import { html, nothing, type TemplateResult } from 'lit'
import type { Path } from '@prmkit/contract'
import { followChanges } from '../../../base/follow-changes.ts'
import type { Client } from '../../../base/portal.ts'
import { badge } from '../../../primitives/badge/badge.ts'
import { bar } from '../../../primitives/ring/bar.ts'
import { allOf } from '../../../record/all-of.ts'
import { durationText, stateText } from '../course-marks.ts'
import { TrainingView } from './training-view.ts'

/** The learning paths of the reader, with how far they have come in each. */
export class TrainingPaths extends TrainingView {
  protected override readonly heading = 'paths'
  #paths: readonly Path[] = []

  protected override async load(client: Client, signal: AbortSignal): Promise<void> {
    this.#paths = await allOf(client.paths.list({}, { signal }))
  }

  protected override watch(client: Client, signal: AbortSignal): void {
    const refresh = () => this.refresh(client, signal)
    followChanges(client, signal, {
      resource: 'enrolments',
      get: refresh,
      changed: () => {},
      stale: refresh,
    })
  }

  protected override clear(): void {
    super.clear()
    this.#paths = []
  }

  protected override content(): unknown {
    if (!this.#paths.length) return html`<p>${this.t('noPaths')}</p>`
    return html`<ul class="cards">
      ${this.#paths.map((path) => this.#path(path))}
    </ul>`
  }

  #path(path: Path): TemplateResult {
    const { t } = this
    const { title, description, language, courses, minutes, progress, done, allowedActions } = path
    return html`<li>
      <h3 lang=${language}><bdi>${title}</bdi></h3>
      ${description ? html`<p lang=${language}><bdi>${description}</bdi></p>` : nothing}
      ${bar(progress / 100)}
      <p class="small">
        ${done ? badge('success', t('pathDone')) : t('progress', { n: progress })} ·
        ${durationText(this, minutes)}
      </p>
      <ol>
        ${courses.map(
          (course) =>
            html`<li>
              ${this.courseLink(course)}
              <span class="small muted">
                ${course.required ? nothing : html`${t('optional')} · `}
                ${course.status ? stateText(this, { ...course, status: course.status }) : t('notStarted')}
              </span>
            </li>`,
        )}
      </ol>
      ${
        allowedActions.includes('enrol') && courses.some(({ status }) => !status)
          ? html`<button
              class="button primary"
              type="button"
              aria-label="${t('enrolPath')}: ${title}"
              @click=${() => this.#enrol(path)}
            >
              ${t('enrolPath')}
            </button>`
          : nothing
      }
    </li>`
  }

  #enrol({ id }: Path) {
    return this.attempt(async () => {
      await this.client?.enrolments.create({ body: { pathId: id } })
      this.announce(this.t('enrolDone'))
      await this.reload(true)
    })
  }
}
