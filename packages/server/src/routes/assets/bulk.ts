import type { AssetRow, Routes } from '@prmkit/contract'
import type { Call } from '../../http/call.ts'
import { newId } from '../../ids.ts'
import { changedAsset, newAsset, type WrittenAsset } from '../../rules/assets/write.ts'
import type { AssetRecord } from '../../store/assets.ts'
import { writingFor } from '../content/reader.ts'
import { missingKey, sectionIdOf } from '../content/sections.ts'
import { takeRows } from '../shared/bulk.ts'
import { keepAssets, tellOf } from './keep.ts'
import { assetLibrary } from './library.ts'
import { newFiles } from './new-files.ts'
import { assetResource, folderResource } from './resource.ts'
import { faultsOf } from './write.ts'

/** Brings in assets of another system. */
export async function bulkAssets(call: Call<Routes['assets']['bulk']>) {
  const { tables, now } = call
  const writing = await writingFor(call)
  const kept: { written: WrittenAsset; before?: AssetRecord }[] = []
  const body = await takeRows(tables, call.body.rows, {
    kind: assetResource.name,
    async take({ key, folderKey, status = 'published', ...row }: AssetRow, id) {
      const folderId = await sectionIdOf(assetLibrary, tables, folderKey)
      if (folderKey !== undefined && folderId === undefined)
        return { errors: [missingKey('/folderKey', folderResource.noun)] }
      const externalIds = { ...row.externalIds, key }
      const before = id === undefined ? undefined : await tables.assets.lock(id)
      const files = await newFiles(call, row.texts, before)
      const written = before
        ? changedAsset(
            before,
            { ...emptied(before, row), externalIds, folderId: folderId ?? null },
            files.found,
            writing,
          )
        : newAsset(
            newId('asset'),
            { ...row, externalIds, ...(folderId !== undefined && { folderId }) },
            files.found,
            writing,
          )
      const errors = [...files.errors, ...(await faultsOf(tables, written))]
      if (errors.length > 0) return { errors }
      const isNew = status === 'published' && before?.status !== 'published'
      const record = {
        ...{ ...written.record, status },
        ...(isNew && { publishedAt: before?.publishedAt ?? now }),
        ...(isNew && !before?.publishedAt && { newestAt: now }),
      }
      kept.push({ written: { ...written, record }, ...(before && { before }) })
      return { id: record.id }
    },
  })
  await keepAssets(
    call,
    kept.map(({ written }) => written),
  )
  const { published, updated } = assetResource.events
  for (const { written, before } of kept)
    await tellOf(call, written.record, before ? updated : published, before)
  call.later.push(() => call.services.runner.wake())
  return { body }
}

/** The fields of an asset after its row was read: each field that the row leaves out gets its initial value. */
function emptied(before: AssetRecord, row: Omit<AssetRow, 'key' | 'folderKey' | 'status'>) {
  const gone = Object.keys(before.texts).filter((language) => !Object.hasOwn(row.texts, language))
  const texts = Object.fromEntries(
    Object.entries(row.texts).map(([language, { description = null, ...text }]) => [
      language,
      { ...text, description },
    ]),
  )
  return {
    ...{ tags: [], productIds: [], stages: [], audience: null, expiresAt: null },
    ...{ featured: false, locked: false, terms: null, position: 0 },
    ...row,
    texts: { ...texts, ...Object.fromEntries(gone.map((language) => [language, null])) },
  }
}
