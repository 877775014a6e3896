import { html } from 'lit'
import type { Asset } from '@prmkit/contract'
import { languageName } from '../../articles/language-name.ts'
import { define } from '../../base/define.ts'
import type { Client } from '../../base/portal.ts'
import type { ListDefinition } from '../../list/list-definition.ts'
import type { ItemPage, ListOperations } from '../../list/list-operations.ts'
import { assetRow } from './asset-row.ts'
import { types } from '../../assets/asset-types.ts'
import { folderTools } from './folder-tools.ts'
import type { ContentLibraryScene, LibraryPlace } from './host.ts'

/** The assets of a place in the library, for the list. */
export const assetDefinition = (
  place: LibraryPlace,
): ListDefinition<Asset, ContentLibraryScene> => ({
  resource: 'assets',
  kind: 'asset',
  sorts: {
    position_asc: 'sortUsual',
    published_desc: 'sortPublished',
    updated_desc: 'sortUpdated',
    title_asc: 'sortTitle',
    downloads_desc: 'sortDownloads',
  },
  filters: [
    {
      ...{ name: 'show', label: 'show', single: true },
      values: { '': 'all', isNew: 'showNew', favourite: 'favourites', featured: 'featured' },
    },
    { name: 'type', label: 'types', values: types },
    { name: 'product', label: 'products', values: {} },
    { name: 'stage', label: 'stages', values: {} },
    { name: 'language', label: 'languages', values: {} },
    { name: 'tag', label: 'tags', values: {} },
  ],
  operations: ({ assets }) => operationsAt(place, assets),
  columns: () => import('./asset-columns.ts'),
  row: assetRow,
  nameOf: ({ title, id }) => String(title ?? id),
  changeText: (before, { revision, title }, { t }) =>
    before.revision === revision ? undefined : t('updated', { name: title }),
  tools: folderTools,
  blank: ({ t, folderId, openFolder }) =>
    folderId
      ? html`<h2>${t('folderGone')}</h2>
          <button class="button" type="button" @click=${() => openFolder('')}>
            ${t('allFolders')}
          </button>`
      : html`<h2>${t('none')}</h2>
          <p>${t('noneHint')}</p>`,
  page: async () =>
    define('prm-asset-page', (await import('../../assets/asset-page.ts')).PrmAssetPage),
})

/** The operations on assets, whose lists are narrowed to a place. */
function operationsAt(place: LibraryPlace, assets: Client['assets']): ListOperations<Asset> {
  const { list, get } = assets as ListOperations<Asset>
  return {
    get,
    async list({ query: { show, ...query } }, options) {
      const { folderId, since } = place
      const [chosen] = [show].flat()
      const narrowed =
        chosen === 'isNew' ? since && { updatedSince: since } : chosen && { [`${chosen}`]: true }
      const more = { ...(folderId && { folder: [folderId] }), ...(narrowed as object) }
      return named(place, await list({ query: { ...query, ...more } }, options))
    },
  }
}

/** The page with names for languages and tags, which the backend leaves to their readers. */
function named({ locale }: LibraryPlace, { facets = {}, ...page }: ItemPage<Asset>) {
  const { language = [], tag = [] } = facets
  return {
    ...page,
    facets: {
      ...facets,
      language: language.map((one) => ({ ...one, label: languageName(locale, one.value) })),
      tag: tag.map((one) => ({ ...one, label: one.value })),
    },
  }
}
