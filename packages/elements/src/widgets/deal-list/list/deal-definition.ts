import { html, nothing } from 'lit'
import type { Deal } from '@prmkit/contract'
import { define } from '../../../base/define.ts'
import { formatMoney } from '../../../base/values/format-money.ts'
import { safeAddress } from '../../../base/safe-address.ts'
import type { ListDefinition, Row } from '../../../list/list-definition.ts'
import { badge } from '../../../primitives/badge/badge.ts'
import { dueText, outcomeText, statusText, statusTexts, statusTone } from '../deal-status.ts'
import { stageOf, type DealListScene } from '../host.ts'

/** The orders that are offered, with the keys of their texts. */
const sorts = {
  created_desc: 'sortCreatedDesc',
  updated_desc: 'sortUpdatedDesc',
  name_asc: 'sortNameAsc',
  expires_asc: 'sortExpiresAsc',
  close_asc: 'sortCloseAsc',
} as const

/** True where the reader may see colleagues' registrations. */
const seesCompany = ({ me, list }: DealListScene) =>
  me?.role !== 'partner_seller' || list.items.some(({ ownerUserId }) => ownerUserId !== me?.user.id)

/** The registrations of a partner, for the list. */
export const dealDefinition: ListDefinition<Deal, DealListScene> = {
  resource: 'deals',
  isTimed: true,
  kind: 'deal',
  sorts,
  filters: [
    {
      name: 'owner',
      label: 'owner',
      values: { company: 'ownerCompany', me: 'ownerMe' },
      single: true,
      isOffered: seesCompany,
    },
    { name: 'status', label: 'status', values: statusTexts, other: 'statusOther' },
  ],
  operations: (client) => client.deals,
  columns: () => import('./deal-columns.ts'),
  row,
  nameOf: ({ number, id }) => String(number ?? id),
  changeText: (before, after, { t }) =>
    before.status === after.status
      ? undefined
      : t('updated', { name: after.customer.companyName, status: statusText(t, after) }),
  tools: ({ registerHref, t }) =>
    registerButton('button primary register', registerHref, t('register')),
  blank: ({ registerHref, t }) => html`
    <h2>${t('noneYet')}</h2>
    <p>${t('noneYetHint')}</p>
    ${registerButton('button primary', registerHref, t('register'))}
  `,
  page: async () =>
    define('prm-deal-detail', (await import('../detail/deal-detail.ts')).PrmDealDetail),
}

function row(deal: Deal, scene: DealListScene): Row {
  const { t, locale, discovery, me, list } = scene
  const { customer, name, number, amount, ownerName, ownerUserId } = deal
  const isColleague = me?.role !== 'partner_seller' || ownerUserId !== me.user.id
  const owner = isColleague && !list.view.filters['owner']?.length && ownerName
  const next = dueText(t, locale, deal, Date.now(), discovery?.timeZone)
  return {
    label: html`<bdi translate="no">${customer.companyName}</bdi>`,
    title: `${customer.companyName} · ${name}`,
    under: html`<bdi translate="no">${number}</bdi> · <bdi>${name}</bdi>${
        owner ? html` · <bdi class="owner">${owner}</bdi>` : nothing
      }`,
    cells: [
      html`<div class="state">
        ${badge(statusTone(deal.status), statusText(t, deal))}
        ${next ? html`<p class="small ${next.tone ?? 'muted'}">${next.text}</p>` : nothing}
      </div>`,
      html`<div class="stage small">${outcomeText(t, deal) ?? stageOf(discovery, deal)}</div>`,
      html`<div class="value">${amount ? formatMoney(locale, amount) : nothing}</div>`,
    ],
  }
}

function registerButton(look: string, href: string | undefined, text: string) {
  const address = safeAddress(href)
  return address === undefined ? nothing : html`<a class=${look} href=${address}>${text}</a>`
}
