import { html, nothing } from 'lit'
import { valueAt } from '@prmkit/contract/rules'
import { formatInstant } from '../../../base/values/format.ts'
import { icon } from '../../../primitives/icon/icon.ts'
import { plus, triangleAlert } from '../../../primitives/icon/icons.ts'
import { check, circleCheck, copy } from '../../../primitives/icon/later-icons.ts'
import { addressOf, dealLinks, navigate } from '../deal-link.ts'
import type { DealFormHost } from '../host.ts'
import { again } from './refill.ts'
import type { Registration } from '../registration.ts'

/** The result of sending: the deal's number, the next steps and their dates. */
export function sentStep(host: DealFormHost, registration: Registration) {
  const { t, locale } = host
  const { setup, filled } = registration
  const { result } = registration.submission ?? {}
  if (!result) return nothing
  const { deal, older } = result
  const { discovery } = setup
  const href = addressOf(host, deal.id)
  const due = deal.decisionDueAt && formatInstant(locale, deal.decisionDueAt, dueStyle)
  const copied = host.said === t('copied')
  const anew = () => {
    host.said = ''
    again(registration)
  }
  // A backend may answer less than the contract asks for: the step shows the rest of what was sent.
  const name = deal.name || valueAt(filled.values, '/customer/companyName')
  const label = deal.statusLabel ?? discovery.deals?.statusLabels[deal.status] ?? deal.status
  const fact = (term: 'sentNumber' | 'sentStatus', value: unknown) =>
    value
      ? html`<div>
          <dt>${t(term)}</dt>
          <dd><bdi class="number" translate="no">${value}</bdi></dd>
        </div>`
      : nothing
  return html`<div class="sent" part="sent">
    <div class="note success">
      ${icon(circleCheck)}
      <div>
        <strong
          >${t(setup.deal && setup.deal.status !== 'draft' ? 'sentChanges' : 'sentTitle')}</strong
        >
        <p><bdi translate="no">${name}</bdi></p>
      </div>
    </div>
    ${
      older
        ? html`<div class="note warning">
            ${icon(triangleAlert)}
            <p>${t('sentOlder')}</p>
          </div>`
        : nothing
    }
    ${
      deal.conflict
        ? html`<div class="note warning">
            ${icon(triangleAlert)}
            <p>${t('sentConflict')} ${dealLinks(host, deal.conflict.deals)}</p>
          </div>`
        : nothing
    }
    <dl class="facts">
      ${fact('sentNumber', deal.number)} ${fact('sentStatus', label)}
      ${
        due
          ? html`<div>
              <dt>${t('sentDue')}</dt>
              <dd><time datetime=${deal.decisionDueAt!}>${due}</time></dd>
            </div>`
          : nothing
      }
    </dl>
    <section class="section">
      <h3>${t('sentNext')}</h3>
      <ol class="next">
        <li>${t('sentNextReview')}</li>
        ${due ? html`<li>${t('sentNextDecide', { date: due })}</li>` : nothing}
        ${
          discovery.deals
            ? html`<li>${t('sentNextProtect', { n: discovery.deals.protectionDays })}</li>`
            : nothing
        }
      </ol>
    </section>
    ${host.said === href ? html`<p class="small muted"><bdi>${href}</bdi></p>` : nothing}
    <footer class="bar">
      <div class="ways">
        <button class="button" type="button" @click=${() => copyLink(host, href)}>
          ${copied ? icon(check) : icon(copy)} ${copied ? t('copied') : t('copyLink')}
        </button>
        <a class="button" href=${href} @click=${navigate(host, deal.id)}>${t('openDeal')}</a>
        ${
          setup.deal
            ? nothing
            : html`<button class="button primary" type="button" @click=${anew}>
                ${icon(plus)} ${t('another')}
              </button>`
        }
      </div>
    </footer>
  </div>`
}

const dueStyle: Intl.DateTimeFormatOptions = {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  hour: 'numeric',
  minute: '2-digit',
  timeZoneName: 'short',
}

async function copyLink(host: DealFormHost, href: string) {
  try {
    await navigator.clipboard.writeText(href)
    host.announce(host.t('copied'))
  } catch {
    // Not allowed here, or no https: the link beside it can still be copied by hand.
    host.announce(href)
  }
}
