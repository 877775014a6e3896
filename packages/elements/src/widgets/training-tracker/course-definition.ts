import { html, nothing } from 'lit'
import type { Course } from '@prmkit/contract'
import { define } from '../../base/define.ts'
import type { ListDefinition } from '../../list/list-definition.ts'
import { courseMarks, durationText, kindText, stateText } from './course-marks.ts'
import { dueFirst } from './due-first.ts'
import { views, type TrainingScene } from './host.ts'

/** The courses that the reader may take, for the list. */
export const courseDefinition: ListDefinition<Course, TrainingScene> = {
  resource: 'courses',
  kind: 'course',
  sorts: {},
  filters: [
    {
      ...{ name: 'mine', label: 'mine', single: true },
      values: { '': 'all', required: 'required', open: 'open', done: 'done' },
    },
  ],
  operations: dueFirst,
  columns: () => import('./course-columns.ts'),
  row: (course, scene) => ({
    label: html`<bdi>${course.title}</bdi>`,
    title: course.title,
    under: [
      kindText(scene, course.kind),
      course.minutes ? ` · ${durationText(scene, course.minutes)}` : nothing,
    ],
    cells: [html`<div class="marks">${courseMarks(scene, course)}</div>`],
  }),
  nameOf: ({ title, id }) => String(title ?? id),
  tools: (scene) =>
    html`<p class="away" role="status">${scene.told}</p>
      <nav class="views" aria-label=${scene.t('otherViews')}>
        ${views
          .filter((view) => scene.hasView(view))
          .map(
            (view) =>
              html`<button
                class="button quiet"
                type="button"
                id="view-${view}"
                @click=${() => scene.openView(view)}
              >
                ${scene.t(view)}
              </button>`,
          )}
      </nav>`,
  blank: ({ t }) => html`
    <h2>${t('none')}</h2>
    <p>${t('noneHint')}</p>
  `,
  page: async () => define('prm-course', (await import('./course-page.ts')).PrmCourse),
}

/** The sentence that tells how the reader’s progress in a course changed; nothing where it did not. */
export function progressText(
  before: Course,
  { title: name, mine }: Course,
  scene: TrainingScene,
): string | undefined {
  const isSame = before.mine?.progress === mine?.progress && before.mine?.status === mine?.status
  if (!mine || isSame) return undefined
  if (mine.status === 'completed') return scene.t('finished', { name })
  return mine.status === 'in_progress'
    ? scene.t('progressed', { name, n: mine.progress })
    : `${name}: ${stateText(scene, mine)}`
}
