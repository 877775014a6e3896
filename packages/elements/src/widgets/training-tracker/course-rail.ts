import { html, nothing } from 'lit'
import type { Course } from '@prmkit/contract'
import { formatNumber } from '../../base/values/format.ts'
import { badge } from '../../primitives/badge/badge.ts'
import { copyLink } from '../../record/copy-link.ts'
import { fact, lines, plain } from '../../record/facts.ts'
import type { CourseScene } from './host.ts'
import { courseMarks, durationText, kindText } from './course-marks.ts'

/** The state of a course, the next step, and its facts. */
export function courseRail(scene: CourseScene, course: Course) {
  const { t, locale, enrolment, day } = scene
  const { kind, minutes, products, languages, status } = course
  const names = new Intl.DisplayNames([locale], { type: 'language' })
  const percent = (score: number) => formatNumber(locale, score, { style: 'percent' })
  const marks = [
    ...courseMarks(scene, course),
    enrolment?.success === 'passed' ? badge('success', t('passed')) : nothing,
  ].filter((mark) => mark !== nothing)
  return html`${marks.length ? html`<p class="above">${marks}</p>` : nothing}
    ${status === 'retired' ? html`<p class="note warning">${t('retired')}</p>` : nothing}
    ${nextStep(scene, course)}
    <dl class="facts">
      ${fact(t('kind'), kindText(scene, kind))}
      ${fact(t('duration'), minutes && durationText(scene, minutes))}
      ${fact(t('path'), plain(enrolment?.path?.title))}
      ${fact(t('assignedBy'), plain(enrolment?.assignedBy?.name))}
      ${fact(t('startedAt'), enrolment?.startedAt && day(enrolment.startedAt))}
      ${fact(t('completedAt'), enrolment?.completedAt && day(enrolment.completedAt))}
      ${fact(t('score'), enrolment?.score?.scaled !== undefined && percent(enrolment.score.scaled))}
      ${fact(t('products'), products.length > 0 && lines(products.map(({ name }) => name)))}
      ${fact(t('languages'), lines(languages.map((one) => names.of(one))))}
    </dl>
    <div class="take">
      <button class="button quiet" type="button" @click=${() => copyLink(scene as never)}>
        ${t('copyLink')}
      </button>
    </div>`
}

/** The way to go on: the courses to do before, or the buttons that open, finish and leave it. */
function nextStep(scene: CourseScene, { allowedActions, kind, prerequisites }: Course) {
  const { t, enrolment, address, busy } = scene
  const open = enrolment?.allowedActions ?? []
  const isOut = !enrolment || enrolment.status === 'withdrawn'
  const mayEnrol = allowedActions.includes('enrol')
  const button = (look: string, text: string, press: () => unknown, opens = false) =>
    html`<button
      class="button ${look}"
      type="button"
      aria-busy=${busy}
      aria-description=${opens ? t('newTab') : nothing}
      @click=${press}
    >
      ${text}
    </button>`
  const start = enrolment?.resumable
    ? t('resume')
    : /^(completed|waived)$/.test(enrolment?.status ?? '')
      ? t('again')
      : t('start')
  const needed = isOut ? [] : enrolment.blockedBy
  return html`${
      needed.length
        ? html`<div class="note warning">
            <div>
              <p>${t('first')}</p>
              <ul>
                ${needed.map(
                  ({ id, title }) =>
                    html`<li>
                      <button class="text" type="button" @click=${() => scene.open(id)}>
                        <bdi>${title}</bdi>
                      </button>
                    </li>`,
                )}
              </ul>
            </div>
          </div>`
        : nothing
    }
    ${
      address
        ? html`<p role="alert">
            ${t('blocked')}
            <a href=${address} target="_blank" rel="noopener noreferrer">${t('openCourse')}</a>
          </p>`
        : nothing
    }
    <div class="actions">
      ${
        open.includes('launch')
          ? button('primary', start, () => scene.launch(), true)
          : mayEnrol && (kind === 'class' || prerequisites.length > 0)
            ? button(kind === 'class' ? '' : 'primary', t('enrol'), () => scene.enrol())
            : mayEnrol
              ? button('primary', t('start'), () => scene.launch(), true)
              : nothing
      }
      ${open.includes('finish') ? button('', t('finish'), () => scene.act('finish')) : nothing}
      ${
        open.includes('withdraw')
          ? button('quiet', t('withdraw'), () => scene.act('withdraw'))
          : nothing
      }
    </div>`
}
