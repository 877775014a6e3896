import { html, nothing, type TemplateResult } from 'lit'
import type { Deal, Discovery, Field, Form } from '@prmkit/contract'
import { fieldsOf, isVisible, valueAt } from '@prmkit/contract/rules'
import { countryOf, day, figure, money, words } from './words.ts'

const fact = (label: string, ...values: unknown[]): TemplateResult | typeof nothing => {
  const shown = values.filter(Boolean)
  return shown.length
    ? html`<div>
        <dt>${label}</dt>
        ${shown.map((value) => html`<dd><bdi>${value}</bdi></dd>`)}
      </div>`
    : nothing
}

/** What every registration says. */
export function mainFacts(deal: Deal, discovery: Discovery): unknown[] {
  const { customer, contact, amount, expectedCloseDate, stage, nextStep, ownerName } = deal
  const { street, postalCode, city, country, website } = customer
  const partners = deal.partners.map(({ name, partnerId }) => name ?? partnerId)
  return [
    fact(words.website, website && link(website)),
    fact(
      words.address,
      street,
      [postalCode, city].filter(Boolean).join(' '),
      country && countryOf(country),
    ),
    fact(
      words.contact,
      [contact?.firstName, contact?.lastName].filter(Boolean).join(' '),
      contact?.jobTitle,
      contact?.email && html`<a href="mailto:${contact.email}">${contact.email}</a>`,
      contact?.phone && html`<a href="tel:${contact.phone}" dir="ltr">${contact.phone}</a>`,
    ),
    fact(words.partner, ...partners, ownerName),
    fact(words.value, amount && money(amount)),
    fact(words.close, expectedCloseDate && day(expectedCloseDate)),
    fact(words.stage, discovery.deals.stages.find(({ value }) => value === stage)?.label),
    fact(words.nextStep, nextStep),
  ]
}

/** An address that somebody typed becomes a link only where it leads to a website. */
function link(address: string) {
  if (!/^https?:\/\//i.test(address)) return address
  return html`<a href=${address} target="_blank" rel="noopener noreferrer nofollow">${address}</a>`
}

/** Shown by their own names above, or elsewhere on the desk. */
const elsewhere =
  /^\/(customer\/(companyName|website|country|street|postalCode|city)|contact\/(firstName|lastName|jobTitle|email|phone)|name|problem|lines|amount|expectedCloseDate|stage|nextStep|distributorId)$/

/** What else the vendor's own form asked, in its words and order. */
export function furtherFacts(deal: Deal, form: Form): TemplateResult[] {
  return fieldsOf(form)
    .filter((field) => !elsewhere.test(field.pointer) && isVisible(field, deal))
    .map((field) => fact(field.label, wordOf(field, valueAt(deal, field.pointer))))
    .filter((shown) => shown !== nothing)
}

function wordOf({ type, options = [] }: Field, value: unknown): string | undefined {
  const label = (one: unknown) =>
    options.find((option) => option.value === one)?.label ?? String(one)
  if (value === undefined || value === null || value === '') return undefined
  if (type === 'yes_no') return value === true ? words.yes : words.no
  if (type === 'consent')
    return (value as { given?: unknown }).given === true ? words.yes : words.no
  if (type === 'choice' || type === 'multi_choice') return [value].flat().map(label).join(', ')
  if (type === 'number' && typeof value === 'number') return figure(value)
  if (type === 'money') return money(value as { amount: string; currency: string })
  if (typeof value !== 'string') return undefined
  if (type === 'country') return countryOf(value)
  return type === 'date' && /^\d{4}-\d\d-\d\d$/.test(value) ? day(value) : value
}
