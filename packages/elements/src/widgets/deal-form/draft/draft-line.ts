import { html, nothing } from 'lit'
import type { DealFormHost } from '../host.ts'
import type { Registration } from '../registration.ts'
import { sectionNav } from '../steps/section-nav.ts'
import { formatMoment } from './format-moment.ts'

const places = {
  device: 'savedDevice',
  tab: 'savedTab',
  server: 'savedServer',
  memory: 'savedMemory',
} as const

/**
 * Tells whether and where the draft is kept, or that sending takes long; beside it is the way to
 * each section.
 */
export function draftLine(host: DealFormHost, registration: Registration) {
  return html`<p class="kept small muted">${line(host, registration)}</p>
    ${sectionNav(host, registration)}`
}

function line(host: DealFormHost, { keeper, touched, submission }: Registration) {
  const { t } = host
  const { sending, slow } = submission ?? {}
  if (sending && slow !== undefined) return t(slow ? 'sendingWait' : 'sendingLong', { n: slow })
  if (!keeper) return nothing
  if (keeper.kind === 'memory') return t('savedMemory')
  if (keeper.dirty && touched) return keeper.rival ? t('notSaved') : t('saving')
  if (!keeper.savedAt) return nothing
  return t(places[keeper.kind], { time: formatMoment(host, keeper.savedAt) })
}

/** The text for screen readers while the registration is sent. */
export const saying = ({ submission }: Registration, host: DealFormHost): string =>
  submission?.sending
    ? submission.slow === undefined
      ? host.t('sending')
      : host.t('sendingLong')
    : host.said
