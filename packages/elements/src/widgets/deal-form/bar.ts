import { html, nothing } from 'lit'
import { actionOf } from './sender.ts'
import type { PrmDealForm } from './deal-form.ts'
import type { Registration } from './registration.ts'
import { trouble } from './trouble.ts'
import { when } from './when.ts'

/** The foot of every step: why it was not sent, whether the draft is kept, and the ways on. */
export function bar(host: PrmDealForm, registration: Registration) {
  return html`${trouble(host, registration)}
    <footer class="bar">
      <p class="kept small muted" role=${registration.submission.sending ? 'status' : nothing}>
        ${kept(host, registration)}
      </p>
      <div class="ways">${ways(host, registration)}</div>
    </footer>`
}

const places = {
  device: 'savedDevice',
  tab: 'savedTab',
  server: 'savedServer',
  memory: 'savedMemory',
} as const

function kept(host: PrmDealForm, { keeper, touched, submission }: Registration) {
  const { t } = host
  const { sending, slow } = submission
  if (sending && slow !== undefined) return t(slow ? 'sendingWait' : 'sendingLong', { n: slow })
  if (keeper.kind === 'memory') return t('savedMemory')
  if (keeper.dirty && touched) return keeper.rival ? t('notSaved') : t('saving')
  if (!keeper.savedAt) return nothing
  return t(places[keeper.kind], { time: when(host, keeper.savedAt) })
}

function ways(host: PrmDealForm, registration: Registration) {
  const { t, check, withoutCheck } = host
  const { step, asks, filled, setup } = registration
  const { sending } = registration.submission
  const quiet = (label: string, act: () => void) =>
    html`<button class="button quiet" type="button" ?disabled=${sending} @click=${act}>
      ${label}
    </button>`
  const primary = (label: string, busy = false) =>
    html`<button
      class="button primary"
      type="submit"
      part="submit"
      aria-busy=${busy || nothing}
      aria-disabled=${busy || nothing}
    >
      ${label}
    </button>`
  const on = () => registration.go('form')
  if (step === 'check') {
    const { busy, result, failed } = check!
    if (busy) return [quiet(t('checkSkip'), on), primary(t('checking'), true)]
    if (result && result.result !== 'not_available') return primary(t('checkContinue'))
    const skip = result ? t('checkAnyway') : failed ? t('checkContinue') : t('checkSkip')
    return [quiet(skip, on), primary(t('checkRun'))]
  }
  if (step === 'form') {
    const back = asks && !withoutCheck && quiet(t('back'), () => registration.go('check'))
    return setup.me?.readOnly || registration.locked
      ? back || nothing
      : [back || nothing, primary(t('toReview'))]
  }
  const send = !filled.deal ? 'send' : actionOf(filled.deal) ? 'sendChanges' : 'save'
  return [
    quiet(t('back'), on),
    primary(t(sending ? 'sending' : filled.deal?.status === 'draft' ? 'send' : send), sending),
  ]
}
