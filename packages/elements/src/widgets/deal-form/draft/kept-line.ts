import { html, nothing } from 'lit'
import type { PrmDealForm } from '../deal-form.ts'
import { textsOf } from '../later-texts.ts'
import type { Registration } from '../registration.ts'
import { formatMoment } from './format-moment.ts'

const places = {
  device: 'savedDevice',
  tab: 'savedTab',
  server: 'savedServer',
  memory: 'savedMemory',
} as const

/** Whether the draft is kept, and where; while it is sent, why that takes long. */
export function keptLine(host: PrmDealForm, registration: Registration) {
  return html`<p class="kept small muted">${line(host, registration)}</p>`
}

function line(host: PrmDealForm, { keeper, touched, submission }: Registration) {
  const t = textsOf(host)
  const { sending, slow } = submission ?? {}
  if (sending && slow !== undefined) return t(slow ? 'sendingWait' : 'sendingLong', { n: slow })
  if (!keeper) return nothing
  if (keeper.kind === 'memory') return t('savedMemory')
  if (keeper.dirty && touched) return keeper.rival ? t('notSaved') : t('saving')
  if (!keeper.savedAt) return nothing
  return t(places[keeper.kind], { time: formatMoment(host, keeper.savedAt) })
}

/** What screen readers hear while it is sent. */
export const saying = ({ submission }: Registration, host: PrmDealForm): string =>
  submission?.sending
    ? submission.slow === undefined
      ? textsOf(host)('sending')
      : textsOf(host)('sendingLong')
    : host.said
