import { html, nothing, type TemplateResult } from 'lit'
import { stepFooter } from './step-footer.ts'
import { checkStep } from '../check/check-step.ts'
import type { DealFormHost } from '../host.ts'
import type { Step } from '../draft/deal-draft.ts'
import { formStep } from './form-step.ts'
import type { Registration } from '../registration.ts'

/** The current step with its heading and notes. */
export function formView(host: DealFormHost): TemplateResult {
  const { registration, later } = host
  if (!registration) return html``
  const { step, setup } = registration
  const soon = () => html`<p class="muted" role="status">${host.t('loading')}</p>`
  return html`<div class="flow">
    <header class="head">
      <h2 id="heading" tabindex="-1" part="title"><bdi>${setup.form.title}</bdi></h2>
      ${step === 'sent' ? nothing : steps(host, registration)}
    </header>
    ${later?.draftConflict(host, registration)} ${later?.draftNotes(host, registration)}
    ${
      step === 'sent'
        ? (later?.sentStep(host, registration) ?? soon())
        : html`<form class="flow" novalidate @submit=${next(host, registration)}>
            ${step === 'check' ? checkStep(host, registration) : formStep(host, registration)}
            ${step === 'review' ? (later?.reviewStep(host, registration) ?? soon()) : nothing}
            ${later?.sendError(host, registration)} ${stepFooter(host, registration)}
          </form>`
    }
    <p class="away" role="status">
      ${registration.check.asking ? host.t('checking') : (later?.saying(registration, host) ?? host.said)}
    </p>
  </div>`
}

/** Goes on from a step; Enter and the primary button both submit the form. */
const next = (host: DealFormHost, registration: Registration) => (event: Event) => {
  event.preventDefault()
  event.stopPropagation()
  const { step, check } = registration
  if (step === 'check' && check.result && check.result.result !== 'not_available') {
    return registration.go('form')
  }
  void host.prepare().then((later) => {
    if (step === 'check') void later?.runCheck(registration)
    else if (step === 'form') later?.review(registration)
    else void later?.submit(registration)
  })
}

function steps({ t }: DealFormHost, { step, firstStep }: Registration) {
  const names: Step[] = firstStep === 'check' ? ['check', 'form', 'review'] : ['form', 'review']
  const labels = { check: t('stepCheck'), form: t('stepForm'), review: t('stepReview'), sent: '' }
  const at = names.indexOf(step)
  return html`<ol class="steps" part="steps">
    ${names.map(
      (name, index) =>
        html`<li aria-current=${index === at ? 'step' : nothing} class=${index < at ? 'done' : ''}>
          <span>${labels[name]}</span>
        </li>`,
    )}
  </ol>`
}
