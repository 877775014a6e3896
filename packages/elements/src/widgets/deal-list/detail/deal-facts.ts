import { html, nothing, type TemplateResult } from 'lit'
import type { Deal } from '@prmkit/contract'
import { fieldsOf, valueAt } from '@prmkit/contract/rules'
import { formatDate, formatInstant, formatMoney, formatNumber } from '../../../base/format.ts'
import type { PrmDealDetail } from './deal-detail.ts'

const fact = (label: string, value: unknown) =>
  value
    ? html`<div>
        <dt class="small muted">${label}</dt>
        <dd>${value}</dd>
      </div>`
    : nothing

const plain = (value: string | undefined) => value && html`<bdi>${value}</bdi>`

/** Several things below each other, each with its own direction. */
const lines = (parts: readonly (string | undefined)[]) =>
  parts.filter(Boolean).map((part, index) => html`${index ? html`<br />` : nothing}${plain(part)}`)

/** A link for an address that is one, and text for any other. */
function link(address: string | undefined) {
  const safe = address && /^https?:\/\//i.test(address)
  return safe
    ? html`<a href=${address} target="_blank" rel="noopener noreferrer"
        ><bdi>${address.replace(/^https?:\/\/(www\.)?|\/$/gi, '')}</bdi></a
      >`
    : plain(address)
}

/** Opens the reader's mail program where the address is one. */
const mail = (address: string) =>
  /^[^\s@?&%]+@[^\s@?&%]+$/.test(address)
    ? html`<a href="mailto:${address}"
        ><bdi>${address.replace(/@.*/, '@')}<wbr />${address.replace(/.*@/, '')}</bdi></a
      >`
    : plain(address)

const phone = (number: string) =>
  html`<a href="tel:${number.replaceAll(/[^+\d]/g, '')}"><bdi dir="ltr">${number}</bdi></a>`

function countryName(locale: string, code: string | undefined): string | undefined {
  try {
    return code && new Intl.DisplayNames(locale, { type: 'region' }).of(code)
  } catch {
    return code
  }
}

/** What a registration says. */
export function facts(detail: PrmDealDetail, deal: Deal): TemplateResult {
  const { t, locale } = detail
  const { customer, contact, amount, expectedCloseDate, opportunity, protection } = deal
  const address = [
    customer.street,
    [customer.postalCode, customer.city].filter(Boolean).join(' '),
    countryName(locale, customer.country),
  ]
  const person = [contact?.firstName, contact?.lastName].filter(Boolean).join(' ')
  const types = { new: t('typeNew'), renewal: t('typeRenewal'), expansion: t('typeExpansion') }
  return html`<section>
    <h3>${t('details')}</h3>
    <dl class="facts">
      ${fact(t('customer'), plain(customer.companyName))} ${fact(t('address'), lines(address))}
      ${fact(t('website'), link(customer.website))}
      ${fact(
        t('contact'),
        person &&
          html`<bdi>${person}</bdi
            >${contact?.jobTitle ? html`<br /><bdi>${contact.jobTitle}</bdi>` : nothing}${
              contact?.email ? html`<br />${mail(contact.email)}` : nothing
            }${contact?.phone ? html`<br />${phone(contact.phone)}` : nothing}`,
      )}
      ${fact(t('value'), amount && formatMoney(locale, amount))}
      ${fact(t('expectedClose'), expectedCloseDate && formatDate(locale, expectedCloseDate))}
      ${fact(
        t('protectedUntil'),
        protection && formatInstant(locale, protection.expiresAt, { dateStyle: 'medium' }),
      )}
      ${fact(t('stage'), plain(detail.stageOf(deal)))}
      ${fact(t('type'), deal.type && types[deal.type])} ${fact(t('nextStep'), plain(deal.nextStep))}
      ${fact(t('ownerName'), plain(deal.ownerName))}
      ${fact(
        t('opportunity'),
        opportunity &&
          html`<bdi>${opportunity.id}</bdi>
            ${opportunity.url ? html`<br />${link(opportunity.url)}` : nothing}`,
      )}
      ${custom(detail, deal)}
    </dl>
    ${
      deal.problem
        ? html`<h3>${t('problem')}</h3>
            <p class="prose" dir="auto">${deal.problem}</p>`
        : nothing
    }
  </section>`
}

/** The vendor's own fields, with the labels of its form. */
function custom({ form, locale, t }: PrmDealDetail, deal: Deal) {
  const fields = form ? fieldsOf(form) : []
  return fields
    .filter(({ pointer, hidden }) => !hidden && pointer.startsWith('/custom/'))
    .map(({ pointer, label, options, type }) => {
      const value = valueAt(deal, pointer)
      const name = (one: unknown) =>
        options?.find((option) => option.value === one)?.label ?? String(one)
      if (value === undefined || value === null || value === '') return nothing
      if (typeof value === 'boolean') return fact(label, t(value ? 'yes' : 'no'))
      if (typeof value === 'number') return fact(label, formatNumber(locale, value))
      if (Array.isArray(value))
        return fact(
          label,
          plain(new Intl.ListFormat(locale, { type: 'unit' }).format(value.map(name))),
        )
      if (typeof value === 'object')
        return fact(label, formatMoney(locale, value as { amount: string; currency: string }))
      return fact(label, plain(type === 'date' ? formatDate(locale, String(value)) : name(value)))
    })
}

/** The products with amounts and totals, as the backend computed them. */
export function products({ t, locale }: PrmDealDetail, { lines, totals }: Deal) {
  if (!lines.length) return nothing
  return html`<section>
    <h3>${t('products')}</h3>
    <div class="wide" role="region" tabindex="0" aria-label=${t('products')}>
      <table>
        <thead>
          <tr>
            <th scope="col">${t('product')}</th>
            <th scope="col" class="number broad">${t('quantity')}</th>
            <th scope="col" class="number broad">${t('unitPrice')}</th>
            <th scope="col" class="number">${t('amount')}</th>
          </tr>
        </thead>
        <tbody>
          ${lines.map(
            ({ name, sku, productId, quantity, unitPrice, amount }) =>
              html`<tr>
                <td>
                  <bdi>${name ?? productId}</bdi>
                  ${sku ? html`<br /><span class="small muted"><bdi>${sku}</bdi></span>` : nothing}
                  <span class="small muted narrow">
                    <bdi>${formatNumber(locale, quantity)}</bdi>
                    ${unitPrice ? html`× <bdi>${formatMoney(locale, unitPrice)}</bdi>` : nothing}
                  </span>
                </td>
                <td class="number broad">${formatNumber(locale, quantity)}</td>
                <td class="number broad">
                  ${unitPrice ? formatMoney(locale, unitPrice) : nothing}
                </td>
                <td class="number">${amount ? formatMoney(locale, amount) : nothing}</td>
              </tr>`,
          )}
        </tbody>
        <tfoot>
          ${totals.map(
            (total) =>
              html`<tr>
                <th scope="row">${t('total')}</th>
                <td class="broad"></td>
                <td class="broad"></td>
                <td class="number">${formatMoney(locale, total)}</td>
              </tr>`,
          )}
        </tfoot>
      </table>
    </div>
  </section>`
}
