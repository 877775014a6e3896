import type { Resource } from '../../resource.ts'
import { shareOwned } from '../../rules/assets/shares.ts'
import { contentOwned } from '../../rules/content/owned.ts'
import type { SectionRecord } from '../../store/articles.ts'
import type { AssetRecord, BundleRecord, ShareRecord } from '../../store/assets.ts'

/** Assets as the shared parts of the server see them. */
export const assetResource: Resource<
  AssetRecord,
  'published' | 'updated' | 'retired' | 'expired' | 'removed'
> = {
  name: 'assets',
  noun: 'asset',
  events: {
    published: 'asset.published',
    updated: 'asset.updated',
    retired: 'asset.retired',
    expired: 'asset.expired',
    removed: 'asset.removed',
  },
  load: (tables, id) => tables.assets.get(id),
  lock: (tables, id) => tables.assets.lock(id),
  owned: contentOwned,
}

/** Folders as the shared parts of the server see them; everybody may know of a folder. */
export const folderResource: Resource<SectionRecord, 'updated'> = {
  name: 'folders',
  noun: 'folder',
  events: { updated: 'folder.updated' },
  load: (tables, id) => tables.folders.get(id),
  lock: (tables, id) => tables.folders.lock(id),
  owned: () => ({ partnerIds: [], audiences: [{}] }),
}

/** Links to assets as the shared parts of the server see them. */
export const shareResource: Resource<ShareRecord, 'created' | 'updated' | 'revoked'> = {
  name: 'shares',
  noun: 'link',
  events: { created: 'share.created', updated: 'share.updated', revoked: 'share.revoked' },
  load: (tables, id) => tables.shares.get(id),
  lock: (tables, id) => tables.shares.lock(id),
  owned: shareOwned,
}

/** Bundles as the shared parts of the server see them: the person who asked for a bundle sees it. */
export const bundleResource: Resource<BundleRecord, never> = {
  name: 'bundles',
  noun: 'bundle',
  events: {},
  load: (tables, id) => tables.bundles.get(id),
  lock: (tables, id) => tables.bundles.get(id),
  owned: ({ partnerId, userId }) => ({
    ...{ partnerIds: partnerId === undefined ? [] : [partnerId], ownerUserId: userId },
    ...{ isDraft: true, uploaderUserId: userId },
  }),
}
