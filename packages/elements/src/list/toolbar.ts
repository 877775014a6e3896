import { html, nothing, type TemplateResult } from 'lit'
import { formatNumber } from '../base/format.ts'
import { icon } from '../primitives/icon/icon.ts'
import { download, search } from '../primitives/icon/icons.ts'
import type { PrmDealList } from '../widgets/deal-list/deal-list.ts'
import { statusText, statusTexts } from '../widgets/deal-list/deal-status.ts'
import { sorts } from './list-view.ts'

/** Search, filters, sort, saved views, and what can be taken away. */
export function toolbar(host: PrmDealList): TemplateResult {
  const { t } = host
  const { view } = host.list
  const pick = (key: 'sort' | 'owner', options: [value: string, text: string][]) =>
    html`<label class="pick"
      ><span class="small muted">${t(key)}</span>
      <select
        class="control"
        @change=${(event: Event) =>
          host.narrow({ [key]: (event.target as HTMLSelectElement).value })}
      >
        ${options.map(
          ([value, text]) =>
            html`<option value=${value} .selected=${value === view[key]}>${text}</option>`,
        )}
      </select></label
    >`
  return html`<div class="tools" part="tools">
    <div class="find">
      <label class="away" for="search">${t('search')}</label>
      ${icon(search)}
      <input
        id="search"
        class="control"
        type="search"
        autocomplete="off"
        placeholder=${t('searchHint')}
        .value=${view.search}
        @input=${(event: Event) => host.narrow({ search: (event.target as HTMLInputElement).value })}
      />
    </div>
    ${pick(
      'sort',
      Object.entries(sorts).map(([sort, key]) => [sort, t(key)]),
    )}
    ${
      host.seesCompany
        ? pick('owner', [
            ['company', t('ownerCompany')],
            ['me', t('ownerMe')],
          ])
        : nothing
    }
    ${
      host.registerHref
        ? html`<a class="button primary register" href=${host.registerHref}>${t('register')}</a>`
        : nothing
    }
    ${statuses(host)} ${host.savedViews?.render()}
  </div>`
}

function statuses(host: PrmDealList) {
  const { t } = host
  const { view } = host.list
  const order = Object.keys(statusTexts)
  const known = host.list.facets
    .filter(({ count, value }) => count || view.status.includes(value))
    .toSorted((a, b) => order.indexOf(a.value) - order.indexOf(b.value))
  if (!known.length) return nothing
  const chip = (label: unknown, pressed: boolean, press: () => void) =>
    html`<button class="chip" type="button" aria-pressed=${pressed} @click=${press}>
      ${label}
    </button>`
  const toggle = (value: string) =>
    host.narrow({
      status: view.status.includes(value)
        ? view.status.filter((one) => one !== value)
        : [...view.status, value],
    })
  return html`<div class="chips" role="group" aria-label=${t('status')}>
    ${chip(t('all'), !view.status.length, () => host.narrow({ status: [] }))}
    ${known.map(({ value, label, count }) =>
      chip(
        html`${label ?? statusText(t, { status: value as 'draft', statusLabel: undefined })}
          <span class="muted">${formatNumber(host.locale, count)}</span>`,
        view.status.includes(value),
        () => toggle(value),
      ),
    )}
  </div>`
}

/** How many there are, and what can be taken away. */
export function foot(host: PrmDealList): TemplateResult {
  const { t } = host
  const { items, total, next } = host.list
  return html`<div class="foot">
    <p class="small muted">
      ${
        total === undefined
          ? t('count', { n: items.length })
          : items.length < total
            ? t('shown', { shown: items.length, total: t('count', { n: total }) })
            : t('count', { n: total })
      }
    </p>
    ${
      next
        ? html`<button class="button more" part="more" type="button" @click=${() => host.more()}>
            ${t('more')}
          </button>`
        : nothing
    }
    <div class="take">
      <button class="button quiet" type="button" @click=${() => host.exportCsv()}>
        ${icon(download)}${t('export')}
      </button>
      <button class="button quiet" type="button" @click=${() => print()}>${t('print')}</button>
    </div>
  </div>`
}
