import { html, nothing, type TemplateResult } from 'lit'
import type { Deal, Field, Form } from '@prmkit/contract'
import type { DealDiscovery } from './connect.ts'
import { fieldsOf, isVisible, valueAt } from '@prmkit/contract/rules'
import { countryOf, day, estimate, figure, money, words } from './words.ts'

const fact = (label: string, ...values: unknown[]): TemplateResult | typeof nothing => {
  const shown = values.filter(Boolean)
  return shown.length
    ? html`<div>
        <dt>${label}</dt>
        ${shown.map((value) => html`<dd><bdi>${value}</bdi></dd>`)}
      </div>`
    : nothing
}

/** The facts of the decision: owner, value and stage. */
export function mainFacts(deal: Deal, discovery: DealDiscovery): unknown[] {
  const { amount, expectedCloseDate, stage, nextStep, ownerName } = deal
  const partners = deal.partners.map(({ name, partnerId }) => name ?? partnerId)
  return [
    fact(words.partner, ...partners, ownerName),
    fact(words.value, amount && estimate(amount)),
    fact(words.close, expectedCloseDate && day(expectedCloseDate)),
    fact(words.stage, discovery.deals.stages.find(({ value }) => value === stage)?.label),
    fact(words.nextStep, nextStep),
  ]
}

/** The customer. */
export function customerFacts({ customer, contact }: Deal): unknown[] {
  const { street, postalCode, city, country, website } = customer
  return [
    fact(
      words.contact,
      [contact?.firstName, contact?.lastName].filter(Boolean).join(' '),
      contact?.jobTitle,
      contact?.email && html`<a href="mailto:${contact.email}">${parted(contact.email)}</a>`,
      contact?.phone && html`<a href="tel:${contact.phone}" dir="ltr">${contact.phone}</a>`,
    ),
    fact(
      words.address,
      street,
      [postalCode, city].filter(Boolean).join(' '),
      country && countryOf(country),
    ),
    fact(words.website, website && link(website)),
  ]
}

/** An address that breaks between its parts rather than before its last letter. */
const parted = (address: string) =>
  address.split(/(?<=[@/])|(?=\.)/).map((part) => html`${part}<wbr />`)

/** An address that somebody typed becomes a link only where it leads to a website. */
function link(address: string) {
  if (!/^https?:\/\//i.test(address)) return address
  const short = address.replace(/^https:\/\/(.*?)\/?$/i, '$1')
  return html`<a href=${address} target="_blank" rel="noopener noreferrer nofollow"
    >${parted(short)}</a
  >`
}

/** Shown by their own names above, or elsewhere on the desk. */
const elsewhere =
  /^\/(customer\/(companyName|website|country|street|postalCode|city)|contact\/(firstName|lastName|jobTitle|email|phone)|name|problem|lines|amount|expectedCloseDate|stage|nextStep|distributorId)$/

/** The other answers in the vendor's own form, in its words and order. */
export function furtherFacts(deal: Deal, form: Form): TemplateResult[] {
  return fieldsOf(form)
    .filter((field) => !elsewhere.test(field.pointer) && isVisible(field, deal))
    .map((field) => {
      const values = [valueAt(deal, field.pointer)].flat()
      return fact(field.label, ...values.map((value) => wordOf(field, value)))
    })
    .filter((shown) => shown !== nothing)
}

function wordOf({ type, options = [] }: Field, value: unknown): string | undefined {
  if (value === undefined || value === null || value === '') return undefined
  if (type === 'yes_no') return value === true ? words.yes : words.no
  if (type === 'consent')
    return (value as { given?: unknown }).given === true ? words.agreed : words.no
  if (type === 'choice' || type === 'multi_choice')
    return options.find((option) => option.value === value)?.label ?? String(value)
  if (type === 'number' && typeof value === 'number') return figure(value)
  if (type === 'money') return money(value as { amount: string; currency: string })
  if (typeof value !== 'string') return undefined
  if (type === 'country') return countryOf(value)
  return type === 'date' && /^\d{4}-\d\d-\d\d$/.test(value) ? day(value) : value
}
