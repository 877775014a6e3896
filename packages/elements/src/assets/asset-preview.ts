import { html, nothing, type TemplateResult } from 'lit'
import type { AssetPreview, FullAsset } from '@prmkit/contract'
import { languageName } from '../articles/language-name.ts'
import { safeAddress } from '../base/safe-address.ts'
import { imageAddress } from './image-address.ts'
import type { AssetMessages } from '../locales/asset/catalog.ts'
import { hasOpenTerms, type AssetScene } from './asset-scene.ts'

type Page = AssetPreview['pages'][number]

/** The reasons why there is no preview, with the keys of their texts. */
const reasons: Partial<Record<string, keyof AssetMessages>> = {
  pending: 'previewPending',
  encrypted: 'previewEncrypted',
  broken: 'previewBroken',
  too_large: 'previewTooLarge',
  too_slow: 'previewTooSlow',
}

/** The asset as it looks: every page, an image, a video, its text, or why there is none of these. */
export function assetPreview(scene: AssetScene, asset: FullAsset): TemplateResult | typeof nothing {
  const { t, preview } = scene
  if (!preview || preview.kind === 'link') return nothing
  const { kind, video, pages, reason, pageCount } = preview
  const address = safeAddress(video?.url)
  // A video is its own file, which is handed out once the terms are accepted.
  const isHeld = asset.type === 'video' && hasOpenTerms(asset, scene.me)
  const why = isHeld ? 'termsHint' : (reasons[reason ?? ''] ?? 'previewUnsupported')
  const hidden = (pageCount ?? 0) - pages.length
  return html`<section aria-labelledby="preview">
    <h3 id="preview">${t('preview')}</h3>
    ${
      kind === 'video' && video && address
        ? player(scene, asset, video, address)
        : [pages.length > 1 ? search(scene, pages) : nothing, pagesOf(scene, asset, pages)]
    }
    ${
      kind === 'none' || reason
        ? html`<p class="none muted">
            ${kind === 'none' ? t('noPreview') : nothing} ${t(why as 'previewUnsupported')}
          </p>`
        : nothing
    }
    ${hidden > 0 ? html`<p class="muted">${t('morePages', { n: hidden })}</p>` : nothing}
  </section>`
}

function player(
  scene: AssetScene,
  { title }: FullAsset,
  { poster, captions }: NonNullable<AssetPreview['video']>,
  address: string,
) {
  return html`<video
    controls
    crossorigin="anonymous"
    preload="metadata"
    aria-label=${title}
    src=${address}
    poster=${safeAddress(poster) ?? nothing}
    @error=${() => scene.renew()}
  >
    ${captions.map(
      ({ language, url }, place) =>
        html`<track
          kind="captions"
          srclang=${language}
          label=${languageName(scene.locale, language)}
          src=${safeAddress(url) ?? nothing}
          ?default=${place === 0}
        />`,
    )}
  </video>`
}

const pagesOf = (scene: AssetScene, { title, language }: FullAsset, pages: readonly Page[]) =>
  html`<ol class="pages">
    ${pages.map((page, place) => {
      const { t } = scene
      const { number, url, width, height, text } = page
      const address = imageAddress(url)
      const name = pages.length > 1 ? t('page', { n: number }) : title
      const words = text ? html`<p class="prose" lang=${language} dir="auto">${text}</p>` : nothing
      return html`<li id="page-${number}" tabindex="-1">
        ${
          address
            ? html`<img
                  alt=${name}
                  loading=${place ? 'lazy' : 'eager'}
                  src=${address}
                  width=${width ?? nothing}
                  height=${height ?? nothing}
                  @error=${() => scene.renew()}
                />
                ${
                  text
                    ? html`<details>
                        <summary>${t('pageText', { n: number })}</summary>
                        ${words}
                      </details>`
                    : nothing
                }`
            : html`<p class="small muted">${name}</p>
                ${words}`
        }
      </li>`
    })}
  </ol>`

/** The search in the pages, with the way to each that has the words. */
function search(scene: AssetScene, pages: readonly Page[]) {
  const { t, words, locale } = scene
  const wanted = words.trim().toLocaleLowerCase(locale)
  const found = wanted
    ? pages.filter(({ text }) => text?.toLocaleLowerCase(locale).includes(wanted))
    : []
  return html`<search class="within">
    <label
      ><span class="away">${t('searchWithin')}</span>
      <input
        class="control"
        type="search"
        autocomplete="off"
        placeholder=${t('searchWithin')}
        .value=${words}
        @input=${(event: Event) => (scene.words = (event.target as HTMLInputElement).value)}
    /></label>
    <p class="small" role="status">${wanted ? t('foundPages', { n: found.length }) : nothing}</p>
    ${found.map(
      ({ number }) =>
        html`<button class="text" type="button" @click=${(event: Event) => goTo(event, number)}>
          ${t('page', { n: number })}
        </button> `,
    )}
  </search>`
}

function goTo({ target }: Event, number: number) {
  const root = (target as Element).getRootNode() as ShadowRoot
  const page = root.getElementById(`page-${number}`)
  page?.scrollIntoView({ block: 'start' })
  page?.focus({ preventScroll: true })
}
