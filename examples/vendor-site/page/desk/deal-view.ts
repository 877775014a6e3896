import { html, nothing, type TemplateResult } from 'lit'
import type { Deal, DealRef, Discovery } from '@prmkit/contract'
import { day, instant, money, say, toneOf, words } from './words.ts'

const fact = (label: string, value: unknown) =>
  value
    ? html`<div>
        <dt>${label}</dt>
        <dd><bdi>${value}</bdi></dd>
      </div>`
    : nothing

/** When something is due, by the deal's status. */
export function dueOf({
  status,
  decisionDueAt,
  respondBy,
  protection,
}: Deal): TemplateResult | typeof nothing {
  const line = (text: string, time: string, look = '') =>
    html`<span class="due ${look}">${say(text, { time: instant(time) })}</span>`
  if (['submitted', 'under_review'].includes(status) && decisionDueAt) {
    const late = Date.parse(decisionDueAt) < Date.now()
    return line(late ? words.overdue : words.due, decisionDueAt, late ? 'late' : '')
  }
  if (status === 'action_required' && respondBy) return line(words.respondBy, respondBy)
  if (status === 'approved' && protection) return line(words.protectedUntil, protection.expiresAt)
  return nothing
}

export const statusOf = ({ status, statusLabel }: Deal): TemplateResult =>
  html`<prm-badge tone=${toneOf(status)}>${statusLabel ?? status}</prm-badge>`

function conflict({ conflict: found }: Deal) {
  if (!found) return nothing
  const { code, deals } = found
  const kinds: Record<string, string> = {
    named_account: words.conflictNamed,
    house_account: words.conflictHouse,
  }
  const ref = ({ number, name, partnerName }: DealRef) =>
    html`<li>
      <bdi>${number}</bdi>
      <bdi>${name}</bdi>${partnerName ? html` · <bdi>${partnerName}</bdi>` : nothing}
    </li>`
  return html`<section class="notice" role="note">
    <h3>${words.conflictTitle}</h3>
    <p>${kinds[code] ?? words.conflictRegistered}</p>
    ${
      deals.length
        ? html`<ul>
            ${deals.map(ref)}
          </ul>`
        : nothing
    }
  </section>`
}

function extension({ protection }: Deal) {
  const asked = protection?.extension
  if (asked?.status !== 'pending') return nothing
  return html`<section class="notice" role="note">
    <h3>${say(words.extensionTitle, { time: day(asked.until) })}</h3>
    <p dir="auto">${asked.text}</p>
  </section>`
}

function lines({ lines: rows, totals }: Deal) {
  if (!rows.length) return nothing
  return html`<section>
    <h3>${words.products2}</h3>
    <div class="scroll" tabindex="0" role="region" aria-label=${words.products2}>
      <table>
        <thead>
          <tr>
            <th scope="col">${words.product}</th>
            <th scope="col" class="number">${words.quantity}</th>
            <th scope="col" class="number">${words.unitPrice}</th>
            <th scope="col" class="number">${words.total}</th>
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            ({ name, productId, quantity, unitPrice, amount }) =>
              html`<tr>
                <td>${name ?? productId}</td>
                <td class="number">${quantity.toLocaleString(document.documentElement.lang)}</td>
                <td class="number">${unitPrice ? money(unitPrice) : ''}</td>
                <td class="number">${amount ? money(amount) : ''}</td>
              </tr>`,
          )}
        </tbody>
        <tfoot>
          ${totals.map(
            (total) =>
              html`<tr>
                <th scope="row" colspan="3">${words.total}</th>
                <td class="number">${money(total)}</td>
              </tr>`,
          )}
        </tfoot>
      </table>
    </div>
  </section>`
}

/** What a registration says, without what can be done to it. */
export function dealView(deal: Deal, discovery: Discovery): TemplateResult {
  const { customer, contact, amount, expectedCloseDate, stage, problem, statusReason } = deal
  const stageLabel = discovery.deals.stages.find(({ value }) => value === stage)?.label
  const reason = discovery.deals.reasons.find(({ value }) => value === statusReason?.code)?.label
  const address = [customer.street, [customer.postalCode, customer.city].filter(Boolean).join(' ')]
  const country =
    customer.country &&
    new Intl.DisplayNames(document.documentElement.lang, { type: 'region' }).of(customer.country)
  return html`
    ${
      statusReason
        ? html`<p class="reason" dir="auto">
            <b>${reason ?? statusReason.code}</b
            >${statusReason.text ? html`: ${statusReason.text}` : nothing}
          </p>`
        : nothing
    }
    ${conflict(deal)} ${extension(deal)}
    <dl class="facts">
      ${fact(words.customer, customer.companyName)}
      ${fact(words.address, [...address, country].filter(Boolean).join(', '))}
      ${fact(words.contact, [contact?.firstName, contact?.lastName, contact?.jobTitle].filter(Boolean).join(' '))}
      ${fact(words.partner, deal.partners.map(({ name, partnerId }) => name ?? partnerId).join(', '))}
      ${fact(words.value, amount && money(amount))}
      ${fact(words.close, expectedCloseDate && day(expectedCloseDate))}
      ${fact(words.stage, stageLabel)}
    </dl>
    ${
      problem
        ? html`<section>
            <h3>${words.project}</h3>
            <p class="prose" dir="auto">${problem}</p>
          </section>`
        : nothing
    }
    ${lines(deal)}
  `
}
