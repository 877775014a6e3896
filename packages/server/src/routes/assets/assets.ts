import type { AssetUse, Routes } from '@prmkit/contract'
import type { Call, Handlers } from '../../http/call.ts'
import { sectionHandlers } from '../content/sections.ts'
import { languagesFor } from '../content/reader.ts'
import { shownLanguage } from '../../rules/content/languages.ts'
import { pageOf, paging } from '../shared/paging.ts'
import { bulkAssets } from './bulk.ts'
import { getAsset, previewAsset } from './get.ts'
import { assetLibrary } from './library.ts'
import { renderAsset } from './render.ts'
import { listAssets } from './list.ts'
import {
  acceptTerms,
  downloadAsset,
  favouriteAsset,
  unfavouriteAsset,
  viewAsset,
  visitAssets,
} from './marks.ts'
import { actOnAsset, createAsset, removeAsset, updateAsset } from './write.ts'

/** The folders of the content library. */
export const folders: Handlers<'folders'> = sectionHandlers(assetLibrary, (folder, assetCount) => ({
  ...folder,
  assetCount,
}))

export const assets: Handlers<'assets'> = {
  ...{ list: listAssets, visit: visitAssets, get: getAsset, preview: previewAsset },
  ...{ view: viewAsset, download: downloadAsset, render: renderAsset, acceptTerms },
  ...{ favourite: favouriteAsset, unfavourite: unfavouriteAsset },
  ...{ create: createAsset, update: updateAsset, act: actOnAsset, bulk: bulkAssets },
  remove: removeAsset,
}

export const assetUse: Handlers<'assetUse'> = { list: listUse }

/** How assets were used in a period, by partners whom the caller looks after. */
async function listUse(call: Call<Routes['assetUse']['list']>) {
  const { tables, query, caller } = call
  const { from, until, used, partnerId, sort = 'views_desc' } = query
  const scope = caller.kind === 'session' ? caller.scope : ({ kind: 'all' } as const)
  const own = scope.kind === 'portfolio' ? scope.partnerIds : undefined
  const asked =
    partnerId === undefined ? own : [partnerId].filter((id) => own?.includes(id) ?? true)
  const filter = {
    ...(from !== undefined && { from }),
    ...(until !== undefined && { until }),
    ...(used !== undefined && { used }),
    ...(asked && { partnerIds: asked }),
  }
  const page = await tables.assetUses.list(filter, sort, paging(query))
  const records = await tables.assets.many(page.items.map(({ id }) => id))
  const byId = new Map(records.map((record) => [record.id, record]))
  const wanted = await languagesFor(call)
  const { body } = pageOf(page, ({ id, lastDay, ...counts }): AssetUse => {
    const record = byId.get(id)
    const language = record ? shownLanguage(record, wanted) : (wanted[0] ?? 'en')
    return {
      ...{ id, ...counts, status: record?.status ?? 'retired' },
      asset: { id, title: record?.texts[language]?.title ?? '', language },
      ...(lastDay !== undefined && { lastAt: `${lastDay}T00:00:00.000Z` }),
    }
  })
  return { body }
}
