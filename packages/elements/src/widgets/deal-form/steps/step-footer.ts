import { html, nothing } from 'lit'
import type { DealFormHost } from '../host.ts'
import type { Registration } from '../registration.ts'

/** A button that leads back or skips a step. */
export const quiet = (label: string, act: () => void, off = false) =>
  html`<button class="button quiet" type="button" ?disabled=${off} @click=${act}>${label}</button>`

/** The button that leads on. */
export const primary = (label: string, busy = false) =>
  html`<button
    class="button primary"
    type="submit"
    part="submit"
    aria-busy=${busy || nothing}
    aria-disabled=${busy || nothing}
  >
    ${label}
  </button>`

/** The footer of every step: the state of the draft, and the buttons. */
export function stepFooter(host: DealFormHost, registration: Registration) {
  const { later } = host
  return html`<footer class="bar">
    ${later?.draftLine(host, registration)}
    <div class="ways">
      ${
        registration.step === 'review'
          ? later?.reviewWays(host, registration)
          : ways(host, registration)
      }
    </div>
  </footer>`
}

function ways({ t }: DealFormHost, registration: Registration) {
  const { step, check, filled, setup, firstStep } = registration
  if (step === 'check') {
    const { asking, result, failed } = check
    const skip = (label: string) => quiet(label, () => registration.go('form'))
    if (asking) return [skip(t('checkSkip')), primary(t('checking'), true)]
    if (result && result.result !== 'not_available') return primary(t('checkContinue'))
    const aside = result ? t('checkAnyway') : t(failed ? 'checkContinue' : 'checkSkip')
    return [skip(aside), primary(t('checkRun'))]
  }
  const locked = setup.me?.readOnly || filled.record?.editableFields.length === 0
  return [
    firstStep === 'check' ? quiet(t('back'), () => registration.go('check')) : nothing,
    locked ? nothing : primary(t('toReview')),
  ]
}
