import { html, nothing, type TemplateResult } from 'lit'
import { bar } from './bar.ts'
import { checkStep } from './check-step.ts'
import type { PrmDealForm } from './deal-form.ts'
import type { Step } from './draft.ts'
import { formStep } from './form-step.ts'
import { notes } from './notes.ts'
import type { Registration } from './registration.ts'

type Later = typeof import('./later.ts')

let later: Later | undefined
const prepared = new WeakSet<PrmDealForm>()

/** Loads what comes after the form while it is filled in, so that it is there when needed. */
async function prepare(host: PrmDealForm): Promise<void> {
  later ??= await import('./later.ts')
  later.dress(host.renderRoot as ShadowRoot)
  host.requestUpdate()
}

/** Everything inside the card. */
export function view(host: PrmDealForm): TemplateResult {
  const { registration } = host
  if (!registration) return html``
  const { step, setup } = registration
  const { rival } = registration.keeper
  const late = rival || registration.fresher || step === 'review' || step === 'sent'
  if ((late || registration.touched) && !prepared.has(host)) {
    prepared.add(host)
    prepare(host).catch((error: unknown) => {
      prepared.delete(host)
      if (late) host.fail(error)
    })
  }
  return html`<div class="flow">
    <header class="head">
      <h2 id="heading" tabindex="-1" part="title"><bdi>${setup.form.title}</bdi></h2>
      ${step === 'sent' ? nothing : steps(host, registration)}
    </header>
    ${late && later ? later.rivalNote(host, registration) : nothing} ${notes(host, registration)}
    ${
      step === 'sent'
        ? (later?.sentStep(host, registration) ?? waiting(host))
        : html`<form class="flow" novalidate @submit=${next(host, registration)}>
            ${step === 'check' ? checkStep(host, registration) : formStep(host, registration)}
            ${step === 'review' ? (later?.reviewStep(host, registration) ?? waiting(host)) : nothing}
            ${step === 'review' && !later ? nothing : bar(host, registration)}
          </form>`
    }
    <p class="away" role="status">${host.said}</p>
  </div>`
}

/** Enter and the primary button do the same. */
const next = (host: PrmDealForm, registration: Registration) => (event: Event) => {
  event.preventDefault()
  event.stopPropagation()
  const { step } = registration
  if (step === 'check') {
    const { result } = host.check ?? {}
    if (result && result.result !== 'not_available') registration.go('form')
    else void host.check?.run()
  } else if (step === 'form') registration.review()
  else void registration.submit()
}

const waiting = ({ t }: PrmDealForm) => html`<p class="muted" role="status">${t('loading')}</p>`

function steps({ t, withoutCheck }: PrmDealForm, { step, asks }: Registration) {
  const all: [Step, string][] = [
    ['check', t('stepCheck')],
    ['form', t('stepForm')],
    ['review', t('stepReview')],
  ]
  const shown = all.filter(([name]) => name !== 'check' || (asks && !withoutCheck))
  const at = shown.findIndex(([name]) => name === step)
  return html`<ol class="steps" part="steps">
    ${shown.map(
      ([, label], index) =>
        html`<li aria-current=${index === at ? 'step' : nothing} class=${index < at ? 'done' : ''}>
          ${label}
        </li>`,
    )}
  </ol>`
}
