import { newId } from '../../ids.ts'
import type { WrittenAsset } from '../../rules/assets/write.ts'
import type { AssetRecord } from '../../store/assets.ts'
import type { Tables } from '../../store/store.ts'
import { indexContent, tellOf as tell, type Writer } from '../content/library.ts'
import { assetLibrary } from './library.ts'
import { assetResource } from './resource.ts'

/** The kind of the work that makes the pages, texts and small images of files. */
export const lookKind = 'look-at-asset'

/** Keeps written assets, and asks for their new files to be looked at. */
export async function keepAssets(
  { tables, now }: Writer,
  written: readonly WrittenAsset[],
): Promise<void> {
  if (written.length === 0) return
  const records = written.map(({ record }) => record)
  await tables.assets.put(records)
  const files = written.flatMap((one) => one.files)
  if (files.length > 0) await tables.assets.putFiles(files)
  for (const { record, removed } of written)
    if (removed.length > 0) await tables.assets.removeFiles(record.id, removed)
  const waiting = new Set(files.flatMap(({ assetId, pending }) => (pending ? assetId : [])))
  await tables.work.add(
    [...waiting].map((resourceId) => ({
      ...{ id: newId('job'), kind: lookKind, resource: assetResource.name, resourceId },
    })),
    now,
  )
  await indexAssets(tables, records)
}

/** Lets the search find assets as they are now. */
export function indexAssets(tables: Tables, records: readonly AssetRecord[]): Promise<void> {
  return indexContent(assetLibrary, tables, records)
}

/** Tells readers of a change, as far as they may know of the asset. */
export function tellOf(
  writer: Writer,
  record: AssetRecord,
  type: string,
  before: AssetRecord = record,
): Promise<void> {
  return tell(assetLibrary, writer, record, type, before)
}
