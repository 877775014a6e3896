import { html, nothing } from 'lit'
import type { Asset } from '@prmkit/contract'
import { highlight } from '../../articles/highlight.ts'
import { formatInstant, formatSize } from '../../base/values/format.ts'
import { imageAddress } from '../../assets/image-address.ts'
import type { Row } from '../../list/list-definition.ts'
import { bookmark } from '../../primitives/icon/article-icons.ts'
import { badge } from '../../primitives/badge/badge.ts'
import { icon } from '../../primitives/icon/icon.ts'
import { typeText } from '../../assets/asset-types.ts'
import type { ContentLibraryScene } from './host.ts'

/** One asset in the list: its image, name and marks, and the ways to keep and to choose it. */
export function assetRow(asset: Asset, scene: ContentLibraryScene): Row {
  const { t, chosen } = scene
  const { id, title, language, match, mine, allowedActions } = asset
  return {
    label: html`<bdi lang=${language}>${match ? highlight(match.title) : title}</bdi>`,
    title,
    under: match?.excerpt.length
      ? html`${match.page ? html`${t('page', { n: match.page })}: ` : nothing}<bdi lang=${language}
            >${highlight(match.excerpt)}</bdi
          >`
      : facts(scene, asset),
    cells: [
      picture(scene, asset),
      html`<div class="marks">${marks(scene, asset)}</div>`,
      html`<div class="picks">
        <button
          class="button quiet square"
          type="button"
          aria-pressed=${mine.favourite}
          aria-label=${t('favourite', { name: title })}
          @click=${() => scene.favour(asset)}
        >
          ${icon(bookmark)}
        </button>
        ${
          allowedActions.includes('download')
            ? html`<label class="pick-one"
                ><input
                  type="checkbox"
                  aria-label=${t('choose', { name: title })}
                  .checked=${chosen.has(id)}
                  @change=${(event: Event) =>
                    scene.choose(asset, (event.target as HTMLInputElement).checked)}
              /></label>`
            : nothing
        }
      </div>`,
    ],
  }
}

/** The kind, the folder and the size of an asset, in one line. */
const facts = (scene: ContentLibraryScene, asset: Asset) => {
  const { folderTitle, folderId, size } = asset
  const parts = [
    typeText(scene.t, asset),
    folderId !== scene.folderId && folderTitle && html`<bdi>${folderTitle}</bdi>`,
    size && formatSize(scene.locale, size),
  ].filter(Boolean)
  return parts.map((part, place) => [place ? ' · ' : '', part])
}

/** The small image beside the name, or the type in its place; both say nothing more. */
const picture = ({ t }: ContentLibraryScene, asset: Asset) => {
  const { thumbnail } = asset
  const address = imageAddress(thumbnail?.url)
  return html`<div class="picture" aria-hidden="true">
    ${
      address
        ? html`<img
            alt=""
            loading="lazy"
            src=${address}
            width=${thumbnail!.width}
            height=${thumbnail!.height}
          />`
        : typeText(t, asset)
    }
  </div>`
}

/** New, featured, or about to expire. */
const marks = ({ t, locale }: ContentLibraryScene, asset: Asset) => {
  const { mine, featured, expiringSoon, expiresAt } = asset
  const date = expiresAt && formatInstant(locale, expiresAt, { dateStyle: 'medium' })
  return [
    mine.isNew ? badge('accent', t('isNew')) : nothing,
    featured ? badge('neutral', t('featured')) : nothing,
    expiringSoon && date ? badge('warning', t('expiresSoon', { date })) : nothing,
  ]
}
