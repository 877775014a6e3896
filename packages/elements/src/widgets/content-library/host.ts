import type { Asset, Folder } from '@prmkit/contract'
import type { Translate } from '../../base/localize.ts'
import type { ListScene } from '../../list/list-definition.ts'
import type { ContentLibraryMessages } from '../../locales/content-library/catalog.ts'

/** The place in the library whose assets are listed. */
export interface LibraryPlace {
  readonly locale: string
  /** The folder that is shown; without it, every asset. */
  readonly folderId: string | undefined
  /** The instant at which the reader last left the library; none on the first visit. */
  readonly since: string | undefined
}

/** The content library as its rows and toolbar see it. */
export interface ContentLibraryScene extends Omit<ListScene<Asset>, 't'>, LibraryPlace {
  readonly t: Translate<ContentLibraryMessages>
  readonly folders: readonly Folder[]
  readonly folderHref: string | undefined
  /** The look of the list. */
  layout: 'list' | 'grid' | undefined
  /** The assets that are chosen for one zip file or link, by their ids and in that order. */
  readonly chosen: ReadonlyMap<string, Asset>
  /** Opens a folder, or with an empty id the whole library. */
  openFolder(id: string): void
  /** Chooses an asset for one zip file or link, or no longer. */
  choose(asset: Asset, isChosen: boolean): unknown
  /** Keeps an asset among the reader’s favourites, or no longer. */
  favour(asset: Asset): unknown
}
