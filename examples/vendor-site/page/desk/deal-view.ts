import { html, nothing, type TemplateResult } from 'lit'
import type { Deal, DealRef, Form } from '@prmkit/contract'
import type { DealDiscovery } from './connect.ts'
import { customerFacts, furtherFacts, mainFacts } from './deal-facts.ts'
import { day, dayAt, figure, instant, money, say, statusOf, toneOf, words } from './words.ts'

/** When something is due, by the deal's status; whole days end where the vendor is. */
export function dueOf(
  { status, decisionDueAt, respondBy, protection }: Deal,
  timeZone?: string,
): TemplateResult | typeof nothing {
  const line = (text: string, time: string, look = '') =>
    html`<span class="due ${look}">${say(text, { time })}</span>`
  if (['submitted', 'under_review'].includes(status) && decisionDueAt) {
    const late = Date.parse(decisionDueAt) < Date.now()
    return line(late ? words.overdue : words.due, instant(decisionDueAt), late ? 'late' : '')
  }
  if (status === 'action_required' && respondBy)
    return line(words.respondBy, dayAt(respondBy, timeZone))
  if (status === 'approved' && protection)
    return line(words.protectedUntil, dayAt(protection.expiresAt, timeZone))
  return nothing
}

/** A registration's status. */
export const statusBadge = (deal: Deal): TemplateResult =>
  html`<prm-badge tone=${toneOf(deal.status)}>${statusOf(deal)}</prm-badge>`

function reason({ statusReason }: Deal, { deals }: DealDiscovery) {
  if (!statusReason) return nothing
  const { code, text } = statusReason
  // A value that nobody chose from the vendor's list.
  const own: Record<string, string> = { appeal: words.appeal, approved: words.note }
  const label =
    deals.reasons.find(({ value }) => value === code)?.label ?? own[code] ?? words.reason
  return html`<section class="notice">
    <h3>${label}</h3>
    <p dir="auto">${text}</p>
  </section>`
}

function conflict({ conflict: found }: Deal) {
  if (!found) return nothing
  const { code, deals } = found
  const reserved: Record<string, string> = {
    named_account: words.conflictNamed,
    house_account: words.conflictHouse,
  }
  const ref = ({ id, number, name, partnerName }: DealRef) =>
    html`<li>
      <a href="?deal=${encodeURIComponent(id)}"><bdi>${number}</bdi></a>
      <bdi>${name}</bdi>${partnerName ? html` · <bdi>${partnerName}</bdi>` : nothing}
    </li>`
  return html`<section class="notice">
    <h3>${words.conflictTitle}</h3>
    <p>${reserved[code] ?? words.conflictRegistered}</p>
    <ul>
      ${deals.map(ref)}
    </ul>
    <p>${reserved[code] ? words.conflictReservedNext : words.conflictNext}</p>
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
  return html`<section class="lines">
    <h3>${words.products2}</h3>
    <table>
      <thead>
        <tr>
          <th scope="col">${words.product}</th>
          <th scope="col" class="number wide">${words.quantity}</th>
          <th scope="col" class="number wide">${words.unitPrice}</th>
          <th scope="col" class="number">${words.total}</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ({ name, productId, quantity, unitPrice, amount }) =>
            html`<tr>
              <td>
                <bdi>${name ?? productId}</bdi>
                <small class="slim">
                  <bdi>${figure(quantity)}</bdi>
                  ${unitPrice ? html`× <bdi>${money(unitPrice)}</bdi>` : nothing}
                </small>
              </td>
              <td class="number wide">${figure(quantity)}</td>
              <td class="number wide">${unitPrice ? money(unitPrice) : ''}</td>
              <td class="number">${amount ? money(amount) : ''}</td>
            </tr>`,
        )}
      </tbody>
      <tfoot>
        ${totals.map(
          (total) =>
            html`<tr>
              <th scope="row">${words.total}</th>
              <td class="wide" colspan="2"></td>
              <td class="number">${money(total)}</td>
            </tr>`,
        )}
      </tfoot>
    </table>
  </section>`
}

/** The facts of a registration, without its actions. */
export function dealView(deal: Deal, discovery: DealDiscovery, form: Form): TemplateResult {
  const { problem } = deal
  const further = furtherFacts(deal, form)
  return html`
    ${reason(deal, discovery)} ${conflict(deal)} ${extension(deal)}
    <dl class="facts">${mainFacts(deal, discovery)}</dl>
    <section>
      <h3>${words.customer}</h3>
      <dl class="facts">${customerFacts(deal)}</dl>
    </section>
    ${
      problem
        ? html`<section>
            <h3>${words.project}</h3>
            <p class="prose" dir="auto">${problem}</p>
          </section>`
        : nothing
    }
    ${lines(deal)}
    ${
      further.length
        ? html`<section>
            <h3>${words.further}</h3>
            <dl class="facts">${further}</dl>
          </section>`
        : nothing
    }
  `
}
