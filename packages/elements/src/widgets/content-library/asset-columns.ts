import type { Asset } from '@prmkit/contract'
import type { Translate } from '../../base/localize.ts'
import type { Column } from '../../list/list-definition.ts'
import type { AssetMessages } from '../../locales/asset/catalog.ts'
import { typeText } from '../../assets/asset-types.ts'

export { catalog } from '../../locales/asset/catalog.ts'

interface Texts {
  readonly t: Translate<AssetMessages>
}

/** The columns of the exported assets. */
export const columns = (scene: unknown): readonly Column<Asset>[] => {
  const { t } = scene as Texts
  return [
    { heading: t('assetTitle'), value: ({ title }) => title },
    { heading: t('type'), value: (asset) => typeText(t, asset) },
    { heading: t('folder'), value: ({ folderTitle }) => folderTitle },
    {
      heading: t('languages'),
      value: ({ languages }) => languages.map((l) => l.language).join(' '),
    },
    { heading: t('version'), kind: 'decimal', value: ({ version }) => String(version) },
    { heading: t('tags'), value: ({ tags }) => tags.join(', ') },
    { heading: t('published'), kind: 'instant', value: ({ publishedAt }) => publishedAt },
    { heading: t('expires'), kind: 'instant', value: ({ expiresAt }) => expiresAt },
  ]
}
