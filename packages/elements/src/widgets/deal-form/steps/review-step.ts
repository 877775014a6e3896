import { html, nothing } from 'lit'
import type { Field } from '@prmkit/contract'
import { isFilled, isVisible, valueAt } from '@prmkit/contract/rules'
import { formatDate, formatMoney, formatNumber, type Money } from '../../../base/format.ts'
import { countries } from '../../../primitives/combobox/countries.ts'
import { focusField } from '../../../primitives/field/field-id.ts'
import { lineAmount, lineTotals } from '../../../primitives/product-lines/line-amount.ts'
import type { Line } from '../../../primitives/product-lines/lines.ts'
import { primary, quiet } from './step-footer.ts'
import type { PrmDealForm } from '../deal-form.ts'
import { textsOf } from '../later-texts.ts'
import { choiceName } from '../../../forms/choice-name.ts'
import { actionOf } from '../send/send-deal.ts'
import type { Registration } from '../registration.ts'
import { effective } from '../../../forms/form-values.ts'

const wide = new Set<Field['type']>(['product_lines', 'long_text', 'file', 'consent'])

/** Everything that will be sent, to be read once more. */
export function reviewStep(host: PrmDealForm, registration: Registration) {
  const t = textsOf(host)
  const { locale } = host
  const { filled } = registration
  const values = effective(filled.form, filled.values)
  const change = (fields: readonly Field[]) => async () => {
    registration.go('form')
    await host.updateComplete
    fields.some(({ pointer }) => focusField(host.renderRoot as ShadowRoot, pointer))
  }
  return html`<div class="review" part="review">
    <h3>${t('reviewTitle')}</h3>
    ${registration.open ? nothing : html`<p class="hint">${t('reviewIntro')}</p>`}
    ${filled.form.sections.map(({ title, fields }) => {
      const shown = fields.filter((field) => !field.hidden && isVisible(field, values))
      const says = (field: Field) => {
        const value = valueAt(values, field.pointer)
        return isFilled(value) || value === false
      }
      const blank = shown.filter((field) => !says(field)).map(({ label }) => label)
      if (!shown.length) return nothing
      return html`<section class="section">
        <header class="reviewed">
          <h4><bdi>${title}</bdi></h4>
          <button
            class="button quiet"
            type="button"
            aria-label=${`${t('reviewEdit')}: ${title}`}
            @click=${change(shown)}
          >
            ${t('reviewEdit')}
          </button>
        </header>
        <dl>
          ${shown.filter(says).map(
            (field) =>
              html`<div class=${wide.has(field.type) ? 'wide' : ''}>
                <dt><bdi>${field.label}</bdi></dt>
                <dd>${shownAs(host, registration, field, valueAt(values, field.pointer))}</dd>
              </div>`,
          )}
        </dl>
        ${
          blank.length
            ? html`<p class="small muted">
                ${t('reviewEmpty', { fields: new Intl.ListFormat(locale).format(blank) })}
              </p>`
            : nothing
        }
      </section>`
    })}
  </div>`
}

/** The ways back and on from the review. */
export function reviewWays(host: PrmDealForm, registration: Registration) {
  const t = textsOf(host)
  const { sending = false } = registration.submission ?? {}
  const { deal } = registration.filled
  const isNew = !deal || deal.status === 'draft'
  const send = isNew ? 'send' : actionOf(deal) ? 'sendChanges' : 'save'
  return [
    quiet(host.t('back'), () => registration.go('form'), sending),
    primary(t(sending ? 'sending' : send), sending),
  ]
}

function shownAs(host: PrmDealForm, registration: Registration, field: Field, value: unknown) {
  const { t, locale } = host
  const { lists } = registration.setup
  const option = (one: unknown) =>
    field.options?.find((entry) => entry.value === one)?.label ?? String(one)
  switch (field.type) {
    case 'product_lines':
      return linesTable(host, registration, value as readonly Line[])
    case 'file':
      return (value as string[]).map(
        (id) => html`<div><bdi>${lists.files.get(id)?.name ?? id}</bdi></div>`,
      )
    case 'yes_no':
      return t(value ? 'yes' : 'no')
    case 'consent':
      return `${t('yes')} · ${t('consentVersion', { version: field.consent?.version ?? '' })}`
    case 'money':
      return formatMoney(locale, value as Money)
    case 'number':
      return formatNumber(locale, value as number, { maximumFractionDigits: 20 })
    case 'date':
      return formatDate(locale, value as string, { dateStyle: 'long' })
    case 'country':
      return countries(locale).find((entry) => entry.value === value)?.label ?? String(value)
    case 'choice':
      return html`<bdi>${option(value)}</bdi>`
    case 'multi_choice':
      return (value as unknown[]).map((one) => html`<div><bdi>${option(one)}</bdi></div>`)
    case 'lookup':
      return html`<bdi
        >${field.source ? choiceName(lists, field.source, String(value)) : option(value)}</bdi
      >`
    default:
      return html`<bdi class="text">${String(value)}</bdi>`
  }
}

function linesTable(host: PrmDealForm, { setup: { lists } }: Registration, lines: readonly Line[]) {
  const { locale } = host
  const filled = lines.filter(({ productId }) => typeof productId === 'string')
  const priced = filled.some(({ unitPrice }) => unitPrice)
  return html`<ul class="listed">
    ${filled.map((line) => {
      const amount = lineAmount(line)
      const id = String(line.productId)
      return html`<li>
        <span><bdi>${choiceName(lists, 'products', id, line.name)}</bdi></span>
        <span class="number muted">
          ${formatNumber(locale, Number(line.quantity))}${
            line.unitPrice ? html` × ${formatMoney(locale, line.unitPrice)}` : nothing
          }
        </span>
        <span class="number">${amount ? formatMoney(locale, amount) : nothing}</span>
      </li>`
    })}
    ${
      priced
        ? html`<li class="sum">
            <span>${textsOf(host)('reviewTotal')}</span>
            <span class="number">
              ${lineTotals(filled).map((total) => html`<b>${formatMoney(locale, total)}</b> `)}
            </span>
          </li>`
        : nothing
    }
  </ul>`
}
