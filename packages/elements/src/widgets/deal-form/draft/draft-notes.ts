import { html, nothing } from 'lit'
import type { Deal, Form } from '@prmkit/contract'
import { fieldsOf, isCovered } from '@prmkit/contract/rules'
import { formatDay } from '../../../base/values/format-day.ts'
import { icon } from '../../../primitives/icon/icon.ts'
import { triangleAlert } from '../../../primitives/icon/icons.ts'
import { info } from '../../../primitives/icon/later-icons.ts'
import type { DealFormHost } from '../host.ts'
import { discard, restore } from './choose-version.ts'
import type { Registration } from '../registration.ts'
import { goToField } from '../steps/go-to-field.ts'
import { formatMoment } from './format-moment.ts'

/** Notes above the form: a restored draft, a returned or locked registration. */
export function draftNotes(host: DealFormHost, registration: Registration) {
  const { step } = registration
  if (step === 'sent') return nothing
  return [returned(host, registration), draft(host, registration)]
}

const told = (text: string) =>
  html`<div class="note">
    ${icon(info)}
    <p>${text}</p>
  </div>`

function returned(host: DealFormHost, registration: Registration) {
  const { filled, setup } = registration
  const { t } = host
  const { record: deal } = filled
  const locked = deal?.editableFields.length === 0
  if (setup.me?.readOnly || locked) {
    return told(t(locked ? 'locked' : 'failedReadOnly'))
  }
  if (!deal || deal.status === 'draft') return nothing
  if (deal.status !== 'action_required' && deal.status !== 'rejected') return told(t('partly'))
  const { statusReason, respondBy, status } = deal
  const known = setup.discovery.deals?.reasons.find(({ value }) => value === statusReason?.code)
  const why = [known?.label, statusReason?.text].filter(Boolean).join(': ')
  const named = status === 'action_required' ? editable(setup.form, deal) : []
  return html`<div class="note warning returned ${named.length ? 'named' : ''}" part="returned">
    ${icon(triangleAlert)}
    <div>
      <strong>${t('returnedTitle')}</strong>
      ${why ? html`<p class="said"><bdi>${why}</bdi></p>` : nothing}
      <p>
        ${named.length ? t('returnedFields') : nothing}
        ${named.map(
          ({ pointer, label }, index) =>
            html`${index ? ', ' : nothing}<a href="#" @click=${focusOn(host, registration, pointer)}
                ><bdi>${label}</bdi></a
              >`,
        )}
      </p>
      ${
        respondBy
          ? html`<p>
              ${t('returnedUntil', { date: formatDay(host.locale, respondBy, setup.discovery.timeZone) })}
            </p>`
          : nothing
      }
    </div>
  </div>`
}

/** The fields that the vendor opened. */
const editable = (form: Form, { editableFields }: Deal) =>
  fieldsOf(form).filter(({ pointer, hidden }) => !hidden && isCovered(pointer, editableFields))

const focusOn =
  (host: DealFormHost, registration: Registration, pointer: string) => (event: Event) => {
    event.preventDefault()
    void goToField(host, registration, pointer)
  }

function draft(host: DealFormHost, registration: Registration) {
  const { t } = host
  const { restored, discarded, setup, open, submission } = registration
  if (open) {
    if (submission?.sending || submission?.failure) return nothing
    return html`<div class="note warning" part="pending">
      ${icon(triangleAlert)}
      <p>
        <strong>${t('pendingTitle')}</strong><br />
        ${t('pendingText', { time: formatMoment(host, open.at) })}
      </p>
    </div>`
  }
  if (discarded) {
    return html`<div class="note" role="status">
      <p>${t('discarded')}</p>
      <button class="button" type="button" @click=${() => restore(registration)}>
        ${t('undo')}
      </button>
    </div>`
  }
  if (!restored) return nothing
  return html`<div class="note" part="restored">
    ${icon(info)}
    <p>
      ${t('restored', { time: formatMoment(host, restored.at) })}
      ${restored.version === setup.form.version ? nothing : t('restoredForm')}
    </p>
    <button class="button" type="button" @click=${() => discard(registration)}>
      ${t('startOver')}
    </button>
  </div>`
}
