import { html, nothing, type TemplateResult } from 'lit'
import type { FullAsset } from '@prmkit/contract'
import { languageName } from '../articles/language-name.ts'
import { formatInstant, formatNumber, formatSize } from '../base/values/format.ts'
import { safeAddress } from '../base/safe-address.ts'
import { bookmark } from '../primitives/icon/article-icons.ts'
import { icon } from '../primitives/icon/icon.ts'
import { chevronDown } from '../primitives/icon/icons.ts'
import { link } from '../primitives/icon/later-icons.ts'
import { download } from '../primitives/icon/list-icons.ts'
import { copyLink } from '../record/copy-link.ts'
import { fact, listed } from '../record/facts.ts'
import { hasOpenTerms, type AssetScene } from './asset-scene.ts'
import { typeText } from './asset-types.ts'

/** The terms, the ways to take and share an asset, its language and its facts. */
export function assetRail(scene: AssetScene, asset: FullAsset): TemplateResult {
  const { t } = scene
  const isOpen = hasOpenTerms(asset, scene.me)
  return html`${terms(scene, asset, isOpen)}
    <div class="actions">${isOpen ? nothing : actions(scene, asset)}</div>
    ${languages(scene, asset)}
    <dl class="facts">${facts(scene, asset)}</dl>
    <div class="take">
      <button
        class="button quiet"
        type="button"
        aria-pressed=${asset.mine.favourite}
        @click=${() => scene.favour()}
      >
        ${icon(bookmark)}${t('toFavourites')}
      </button>
      <button class="button quiet" type="button" @click=${() => copyLink(scene as never)}>
        ${icon(link)}${t('copyLink')}
      </button>
    </div>`
}

/** The terms with the button that accepts them, or folded away once they are accepted. */
function terms(scene: AssetScene, asset: FullAsset, isOpen: boolean) {
  const { t } = scene
  const { terms: known, allowedActions } = asset
  if (!known) return nothing
  const text = html`<p class="prose"><bdi>${known.text}</bdi></p>`
  if (!isOpen)
    return html`<details>
      <summary>${t('terms')}</summary>
      ${text}
    </details>`
  if (!allowedActions.length) return nothing
  return html`<section aria-labelledby="terms">
    <h3 id="terms">${t('terms')}</h3>
    <p class="small muted">${t('termsHint')}</p>
    ${text}
    <button class="button primary" type="button" @click=${() => scene.accept()}>
      ${t('acceptTerms')}
    </button>
  </section>`
}

function actions(scene: AssetScene, { allowedActions, url, size }: FullAsset) {
  const { t, locale } = scene
  const address = safeAddress(url)
  return [
    allowedActions.includes('download')
      ? html`<button class="button primary" type="button" @click=${() => scene.download()}>
          ${icon(download)}${t('download')}${size ? ` (${formatSize(locale, size)})` : nothing}
        </button>`
      : nothing,
    address
      ? html`<a class="button primary" href=${address} target="_blank" rel="noopener noreferrer"
          >${t('openLink')}</a
        >`
      : nothing,
    allowedActions.includes('share')
      ? html`<button class="button" type="button" @click=${() => scene.share()}>
          ${t('share')}
        </button>`
      : nothing,
  ]
}

/** The languages to choose from, where there are several. */
function languages(scene: AssetScene, { language, languages: all }: FullAsset) {
  const { t, locale } = scene
  if (all.length < 2) return nothing
  return html`<label class="pick"
    ><span class="small muted">${t('language')}</span>
    <span class="combo"
      ><select
        class="control"
        @change=${(event: Event) => scene.read((event.target as HTMLSelectElement).value)}
      >
        ${all.map(
          (one) =>
            html`<option value=${one.language} .selected=${one.language === language}>
              ${languageName(locale, one.language)}${one.outdated ? ` (${t('outdated')})` : nothing}
            </option>`,
        )}</select
      >${icon(chevronDown)}</span
    ></label
  >`
}

function facts({ t, locale, discovery }: AssetScene, asset: FullAsset) {
  const { pageCount, duration, version, publishedAt, expiresAt, products, stages, tags } = asset
  const day = (instant: string) => formatInstant(locale, instant, { dateStyle: 'medium' })
  const stageName = (stage: string) =>
    discovery?.deals?.stages.find(({ value }) => value === stage)?.label ?? stage
  const all = (names: readonly string[]) => listed(locale, names)
  return [
    fact(t('type'), typeText(t, asset)),
    fact(t('version'), formatNumber(locale, version)),
    fact(t('pages'), pageCount && formatNumber(locale, pageCount)),
    fact(t('duration'), duration && html`<bdi dir="ltr">${clockTime(duration)}</bdi>`),
    fact(t('published'), publishedAt && day(publishedAt)),
    fact(t('expires'), expiresAt && day(expiresAt)),
    fact(t('products'), all(products.map(({ name, id }) => name ?? id))),
    fact(t('stages'), all(stages.map(stageName))),
    fact(t('tags'), all(tags)),
  ]
}

/** Seconds as minutes and seconds, such as `2:05`; a begun second does not count, as in a player. */
export const clockTime = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`
