import { html, nothing } from 'lit'
import type { Field } from '@prmkit/contract'
import { isFilled, isVisible, valueAt } from '@prmkit/contract/rules'
import { formatMoney, type Money } from '../base/values/format-money.ts'
import { formatDate, formatNumber } from '../base/values/format.ts'
import { countries } from '../primitives/combobox/countries.ts'
import type { FieldContext } from '../primitives/field/context.ts'
import { lineAmount, lineTotals } from '../primitives/product-lines/line-amount.ts'
import type { Line } from '../primitives/product-lines/lines.ts'
import { choiceName } from './choice-name.ts'
import type { FieldLists } from './field-lists.ts'
import type { FilledForm } from './filled-form.ts'
import type { FormTexts } from './form-texts.ts'
import { effective } from './form-values.ts'

/** The texts and names for the values of a form. */
export interface ReviewScene {
  readonly t: FormTexts
  readonly context: FieldContext
  readonly lists: FieldLists
  /** Draws the review anew, once a name has come. */
  changed(): void
}

const wide = new Set<Field['type']>(['product_lines', 'long_text', 'file', 'consent'])

/** The values of a form as text, by section; `change` leads back to the fields of one section. */
export function formReview(
  scene: ReviewScene,
  { form, values: entered }: FilledForm,
  change: (fields: readonly Field[]) => void,
): unknown[] {
  const { t, context } = scene
  const values = effective(form, entered)
  const says = (field: Field) => {
    const value = valueAt(values, field.pointer)
    return isFilled(value) || value === false
  }
  return form.sections.map(({ title, fields }) => {
    const shown = fields.filter((field) => !field.hidden && isVisible(field, values))
    const blank = shown.filter((field) => !says(field)).map(({ label }) => label)
    if (!shown.length) return nothing
    return html`<section class="section">
      <header class="reviewed">
        <h4><bdi>${title}</bdi></h4>
        <button
          class="button quiet"
          type="button"
          aria-label=${`${t('reviewEdit')}: ${title}`}
          @click=${() => change(shown)}
        >
          ${t('reviewEdit')}
        </button>
      </header>
      <dl>
        ${shown.filter(says).map(
          (field) =>
            html`<div class=${wide.has(field.type) ? 'wide' : ''}>
              <dt><bdi>${field.label}</bdi></dt>
              <dd>${shownAs(scene, field, valueAt(values, field.pointer))}</dd>
            </div>`,
        )}
      </dl>
      ${
        blank.length
          ? html`<p class="small muted">
              ${t('reviewEmpty', { fields: new Intl.ListFormat(context.locale).format(blank) })}
            </p>`
          : nothing
      }
    </section>`
  })
}

function shownAs(scene: ReviewScene, field: Field, value: unknown): unknown {
  const { context, lists, changed } = scene
  const { t, locale } = context
  const option = (one: unknown) =>
    field.options?.find((entry) => entry.value === one)?.label ?? String(one)
  switch (field.type) {
    case 'product_lines':
      return linesTable(scene, value as readonly Line[])
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
        >${field.source ? choiceName(lists, field.source, String(value), changed) : option(value)}</bdi
      >`
    default:
      return html`<bdi class="text">${String(value)}</bdi>`
  }
}

function linesTable({ t, context, lists, changed }: ReviewScene, lines: readonly Line[]) {
  const { locale } = context
  const filled = lines.filter(({ productId }) => typeof productId === 'string')
  const priced = filled.some(({ unitPrice }) => unitPrice)
  return html`<ul class="listed">
    ${filled.map((line) => {
      const amount = lineAmount(line)
      const id = String(line.productId)
      return html`<li>
        <span><bdi>${line.name ?? choiceName(lists, 'products', id, changed)}</bdi></span>
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
            <span>${t('reviewTotal')}</span>
            <span class="number">
              ${lineTotals(filled).map((total) => html`<b>${formatMoney(locale, total)}</b> `)}
            </span>
          </li>`
        : nothing
    }
  </ul>`
}
