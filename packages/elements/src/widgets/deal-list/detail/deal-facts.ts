import { html, nothing, type TemplateResult } from 'lit'
import type { Deal } from '@prmkit/contract'
import { fieldsOf, valueAt } from '@prmkit/contract/rules'
import { formatMoney } from '../../../base/values/format-money.ts'
import { formatDate, formatNumber } from '../../../base/values/format.ts'
import { fact, lines, listed, mailLink, phoneLink, plain, webLink } from '../../../record/facts.ts'
import { stageOf, type DealDetailScene } from '../host.ts'

function countryName(locale: string, code: string | undefined): string | undefined {
  try {
    return code && new Intl.DisplayNames(locale, { type: 'region' }).of(code)
  } catch {
    return code
  }
}

/** The details of a registration. */
export function facts(scene: DealDetailScene, deal: Deal): TemplateResult {
  const { t, locale } = scene
  const { customer, contact, amount, opportunity } = deal
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
      ${fact(t('website'), webLink(customer.website))}
      ${fact(
        t('contact'),
        person &&
          html`<bdi>${person}</bdi
            >${contact?.jobTitle ? html`<br /><bdi>${contact.jobTitle}</bdi>` : nothing}${
              contact?.email ? html`<br />${mailLink(contact.email)}` : nothing
            }${contact?.phone ? html`<br />${phoneLink(contact.phone)}` : nothing}`,
      )}
      ${fact(t('value'), amount && formatMoney(locale, amount))}
      ${fact(t('stage'), plain(stageOf(scene.discovery, deal)))}
      ${fact(t('type'), deal.type && types[deal.type])} ${fact(t('nextStep'), plain(deal.nextStep))}
      ${fact(
        t('opportunity'),
        opportunity &&
          html`<bdi>${opportunity.id}</bdi>
            ${opportunity.url ? html`<br />${webLink(opportunity.url)}` : nothing}`,
      )}
      ${custom(scene, deal)}
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
function custom({ form, locale, t }: DealDetailScene, deal: Deal) {
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
      if (Array.isArray(value)) return fact(label, listed(locale, value.map(name)))
      if (typeof value === 'object')
        return fact(label, formatMoney(locale, value as { amount: string; currency: string }))
      return fact(label, plain(type === 'date' ? formatDate(locale, String(value)) : name(value)))
    })
}

/** The products with amounts and totals, as the backend computed them. */
export function products({ t, locale }: DealDetailScene, { lines: sold, totals }: Deal) {
  if (!sold.length) return nothing
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
          ${sold.map(
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
