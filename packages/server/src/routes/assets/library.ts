import { assetDocuments } from '../../rules/assets/documents.ts'
import type { AssetRecord } from '../../store/assets.ts'
import type { Library } from '../content/library.ts'
import { assetResource, folderResource } from './resource.ts'

/** The content library: assets and their folders. */
export const assetLibrary: Library<AssetRecord> = {
  resource: assetResource,
  sections: folderResource,
  tree: (tables) => tables.folders,
  sectionLabel: 'folder',
  put: (tables, records) => tables.assets.put(records),
  lock: (tables, id) => tables.assets.lock(id),
  sources: (tables, prefix) => tables.assets.sources(prefix),
  ofSections: (tables, ids) => tables.assets.ofSections(ids),
  async documents(tables, records, folders) {
    const files = await tables.assets.files(records.map(({ id }) => id))
    return records.flatMap((record) =>
      assetDocuments(
        record,
        files.filter(({ assetId }) => assetId === record.id),
        folders,
      ),
    )
  },
}
