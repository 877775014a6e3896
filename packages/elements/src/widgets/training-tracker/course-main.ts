import { html, nothing } from 'lit'
import type { Course } from '@prmkit/contract'
import { bar } from '../../primitives/ring/bar.ts'
import type { CourseScene } from './host.ts'
import { stateText } from './course-marks.ts'

/** The description of a course, and its parts with how far each is done. */
export function courseMain(scene: CourseScene, course: Course) {
  const { t, enrolment } = scene
  const { description, language, units } = course
  const isOpen = enrolment?.allowedActions.includes('launch')
  return [
    description
      ? html`<section>
          <h3>${t('about')}</h3>
          <p class="prose" lang=${language}><bdi>${description}</bdi></p>
        </section>`
      : nothing,
    units.length > 1
      ? html`<section>
          <h3>${t('units')}</h3>
          <ol class="units">
            ${units.map(({ id, title }) => {
              const way = enrolment?.units.find((unit) => unit.id === id)
              return html`<li>
                <div class="unit">
                  <bdi>${title}</bdi>
                  ${way ? html`<span class="small muted">${stateText(scene, way)}</span>` : nothing}
                  ${
                    isOpen
                      ? html`<button
                          class="button quiet"
                          type="button"
                          aria-label="${t('openCourse')}: ${title}"
                          aria-description=${t('newTab')}
                          @click=${() => scene.launch(id)}
                        >
                          ${t('openCourse')}
                        </button>`
                      : nothing
                  }
                </div>
                ${way ? bar(way.progress / 100) : nothing}
              </li>`
            })}
          </ol>
        </section>`
      : nothing,
  ]
}
