import { html, nothing, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type { Deal } from '@prmkit/contract'
import { formatMoney } from '../base/format.ts'
import { badge } from '../primitives/badge/badge.ts'
import type { PrmDealList } from '../widgets/deal-list/deal-list.ts'
import { due, outcomeText, statusText, statusTone } from '../widgets/deal-list/deal-status.ts'

const groupSize = 25

/** The loaded rows in groups that the browser lays out only near the screen. */
export function rows(host: PrmDealList): TemplateResult {
  const groups: Deal[][] = []
  for (let start = 0; start < host.list.items.length; start += groupSize)
    groups.push(host.list.items.slice(start, start + groupSize))
  return html`<div class="rows" part="rows" role="list" aria-label=${host.t('title')}>
    ${groups.map(
      (group) =>
        html`<div class="group" role="none">
          ${repeat(
            group,
            ({ id }) => id,
            (deal) => readable(host, deal),
          )}
        </div>`,
    )}
  </div>`
}

/** A record that breaks the contract leaves the others on screen. */
function readable(host: PrmDealList, deal: Deal) {
  try {
    return row(host, deal)
  } catch {
    const number = String(deal.number ?? deal.id)
    return html`<div class="row" part="row" role="listitem" id="deal-${deal.id}">
      <p class="muted">${host.t('unreadable', { number })}</p>
    </div>`
  }
}

function row(host: PrmDealList, deal: Deal) {
  const { t, locale } = host
  const { id, customer, name, number, amount } = deal
  const next = due(t, locale, deal, Date.now())
  const outcome = outcomeText(t, deal)
  const stage = host.stageOf(deal)
  return html`<div class="row" part="row" role="listitem" id="deal-${id}">
    <div class="who" title=${`${customer.companyName} · ${name}`}>
      ${link(host, deal, html`<bdi>${customer.companyName}</bdi>`)}
      <p class="small muted"><bdi>${number}</bdi> · <bdi>${name}</bdi></p>
    </div>
    <div class="state">
      ${badge(statusTone(deal.status), statusText(t, deal))}
      ${next ? html`<p class="small ${next.tone ?? 'muted'}">${next.text}</p>` : nothing}
    </div>
    <div class="stage small">${outcome ?? stage ?? nothing}</div>
    <div class="value">${amount ? formatMoney(locale, amount) : nothing}</div>
  </div>`
}

/** The link that opens a row; it covers the whole row. */
function link(host: PrmDealList, { id }: Deal, label: TemplateResult) {
  const open = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return
    event.preventDefault()
    host.open(id)
  }
  const { dealHref } = host
  return dealHref
    ? html`<a
        class="cover"
        href=${dealHref.replaceAll('{id}', encodeURIComponent(id))}
        @click=${open}
        >${label}</a
      >`
    : html`<button class="cover" type="button" @click=${open}>${label}</button>`
}

/** What stands in the place of rows where nothing was registered yet. */
export const noneYet = ({ t, registerHref }: PrmDealList): TemplateResult => html`
  <h2>${t('noneYet')}</h2>
  <p>${t('noneYetHint')}</p>
  ${
    registerHref
      ? html`<a class="button primary" href=${registerHref}>${t('register')}</a>`
      : nothing
  }
`
