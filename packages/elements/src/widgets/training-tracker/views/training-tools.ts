import type { Enrolment } from '@prmkit/contract'
import { html, type TemplateResult } from 'lit'
import type { Translate } from '../../../base/localize.ts'
import { saveFile } from '../../../base/save-file.ts'
import { csvOf } from '../../../list/csv.ts'
import type { Column } from '../../../list/list-definition.ts'
import { catalog } from '../../../locales/training-tools/catalog.ts'
import type { messages } from '../../../locales/training-tools/en.ts'
import { icon } from '../../../primitives/icon/icon.ts'
import { download } from '../../../primitives/icon/list-icons.ts'
import { allOf } from '../../../record/all-of.ts'
import type { TrainingPartScene } from '../../../training/training-scene.ts'
import { kindText, stateText } from '../course-marks.ts'

export { CalendarFeed } from './calendar-feed.ts'
export { catalog }

/** The texts of this file, which its host has once it is loaded. */
const textsOf = (host: TrainingPartScene) => host.t as unknown as Translate<typeof messages>

/** The button that saves the transcript of the reader, or of the team. */
export function transcriptButton(host: TrainingPartScene, scope: 'me' | 'team'): TemplateResult {
  return html`<button
    class="button small"
    type="button"
    id="transcript"
    @click=${() => saveTranscript(host, scope)}
  >
    ${icon(download)}${textsOf(host)('transcript')}
  </button>`
}

function saveTranscript(host: TrainingPartScene, scope: 'me' | 'team'): Promise<void> {
  return host.attempt(async () => {
    const { client, locale } = host
    if (!client) return
    const items = await allOf(client.enrolments.list({ query: { scope, limit: 100 } }))
    const csv = csvOf(locale, columnsOf(host), items)
    saveFile('transcript.csv', 'text/csv;charset=utf-8', csv)
    host.announce(textsOf(host)('transcriptSaved'))
  })
}

function columnsOf(host: TrainingPartScene): readonly Column<Enrolment>[] {
  const { t } = host
  const own = textsOf(host)
  const percent = (share: number | undefined) =>
    share === undefined ? undefined : String(Math.round(share * 1000) / 10)
  return [
    { heading: t('person'), value: ({ user }) => user.name },
    { heading: own('columnTitle'), value: ({ course }) => course.title },
    { heading: t('kind'), value: ({ course }) => kindText(host, course.kind) },
    { heading: own('columnPath'), value: ({ path }) => path?.title },
    {
      heading: own('columnState'),
      value: (one) => (one.status === 'withdrawn' ? own('left') : stateText(host, one)),
    },
    { heading: own('columnProgress'), kind: 'decimal', value: ({ progress }) => String(progress) },
    {
      heading: own('columnScore'),
      kind: 'decimal',
      value: ({ score }) => percent(score?.scaled),
    },
    { heading: t('assignedBy'), value: ({ assignedBy }) => assignedBy?.name },
    { heading: own('columnEnrolled'), kind: 'instant', value: ({ createdAt }) => createdAt },
    { heading: t('dueDate'), kind: 'instant', value: ({ dueAt }) => dueAt },
    { heading: t('startedAt'), kind: 'instant', value: ({ startedAt }) => startedAt },
    { heading: t('completedAt'), kind: 'instant', value: ({ completedAt }) => completedAt },
  ]
}
