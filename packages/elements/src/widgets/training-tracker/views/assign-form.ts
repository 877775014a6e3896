import { html, nothing, type TemplateResult } from 'lit'
import type { Discovery } from '@prmkit/contract'
import { endOfDay } from '@prmkit/contract/rules'
import { dayOf } from '../../../base/values/format-day.ts'
import { icon } from '../../../primitives/icon/icon.ts'
import { chevronDown } from '../../../primitives/icon/icons.ts'
import type { AssignScene, Named } from '../host.ts'

/** The request of a form that is filled in, or the first entry that is missing. */
interface Assignment {
  readonly body?: {
    readonly courseId?: string
    readonly pathId?: string
    readonly userIds: string[]
    readonly dueAt?: string
  }
  readonly fault?: string
  /** The name of the field that has to be filled in. */
  readonly field?: string
}

const kinds = { course: 'courseId', path: 'pathId' } as const

/** The form that assigns a course or a path to colleagues. */
export function assignForm(
  { t, discovery, courses, paths, people, fault }: AssignScene,
  send: (event: SubmitEvent) => unknown,
): TemplateResult {
  const group = (kind: keyof typeof kinds, name: string, items: readonly Named[]) =>
    items.length
      ? html`<optgroup label=${name}>
          ${items.map(({ id, title }) => html`<option value="${kind}:${id}">${title}</option>`)}
        </optgroup>`
      : nothing
  return html`<form novalidate @submit=${send}>
    <label
      >${t('assignWhat')}
      <span class="combo"
        ><select class="control" name="subject" aria-describedby="fault">
          <option value="">${t('assignChoose')}</option>
          ${group('path', t('paths'), paths)} ${group('course', t('title'), courses)}</select
        >${icon(chevronDown)}</span
      ></label
    >
    <fieldset aria-describedby="fault">
      <legend>${t('assignWho')}</legend>
      ${people.map(
        ({ id, name }) =>
          html`<label
            ><input type="checkbox" name="person" value=${id} /><bdi>${name}</bdi></label
          >`,
      )}
    </fieldset>
    <label
      >${t('assignUntil')}
      <input
        class="control"
        type="date"
        name="due"
        min=${today(discovery)}
        aria-describedby="fault"
    /></label>
    <p class="error" id="fault" role="alert">${fault}</p>
    <button class="button primary" type="submit">${t('assignSend')}</button>
  </form>`
}

/** The vendor’s civil date (`2026-11-21`). */
const today = (discovery: Discovery | undefined) =>
  dayOf(new Date().toISOString(), discovery?.timeZone)

/** Reads the form; a due day ends with that day where the vendor is. */
export function readAssignment(
  form: HTMLFormElement,
  { t, discovery }: Pick<AssignScene, 't' | 'discovery'>,
): Assignment {
  const data = new FormData(form)
  const [kind, id] = /^(course|path):(.*)$/s.exec(String(data.get('subject')))?.slice(1) ?? []
  if (id === undefined) return { fault: t('assignChoose'), field: 'subject' }
  const userIds = data.getAll('person').map(String)
  if (!userIds.length) return { fault: t('assignNobody'), field: 'person' }
  const due = String(data.get('due') ?? '')
  if (due && due < today(discovery)) return { fault: t('assignPast'), field: 'due' }
  return {
    body: {
      [kinds[kind as keyof typeof kinds]]: id,
      userIds,
      ...(due && { dueAt: endOfDay(due, discovery?.timeZone) }),
    },
  }
}
