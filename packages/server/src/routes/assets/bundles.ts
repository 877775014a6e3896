import type { Bundle, Routes } from '@prmkit/contract'
import { downloadLink } from '../../files/links.ts'
import type { Call, Handlers } from '../../http/call.ts'
import { newId } from '../../ids.ts'
import { fieldProblem } from '../../problem.ts'
import { visibleRecord } from '../../resource.ts'
import { distinctNames, safeFileName } from '../../rules/assets/file-name.ts'
import { isTakable } from '../../rules/assets/view.ts'
import { fault } from '../../rules/content/write.ts'
import type { AssetRecord, BundleRecord } from '../../store/assets.ts'
import { languageOf, versionOf, visibleAsset } from './context.ts'
import { countUse, requireTerms } from './marks.ts'
import { bundleResource } from './resource.ts'

const kept = 24 * 3_600_000
/** Bytes of all files of a bundle together. */
const largest = 2_000_000_000

/** The kind of the work that makes a zip file. */
export const bundleKind = 'make-bundle'

export const bundles: Handlers<'bundles'> = {
  async create(call) {
    const { tables, caller, now, body, services } = call
    const assets = await bundled(call)
    await requireTerms(tables, caller, assets)
    const found: BundleRecord['files'] = []
    for (const asset of assets) {
      const language = await languageOf(call, asset, body.language)
      const { file } = await versionOf(call, asset, language, undefined)
      if (!file) continue
      const name = safeFileName(asset.texts[language]?.title ?? '', file.name)
      found.push({ fileId: file.id, name, size: file.size })
    }
    const size = found.reduce((sum, one) => sum + one.size, 0)
    if (size > largest)
      throw fieldProblem([
        fault('/assetIds', 'too-big', `The files have ${size} bytes; ${largest} are possible.`),
      ])
    const names = distinctNames(found.map(({ name }) => name))
    const bundle: BundleRecord = {
      ...{ id: newId('bundle'), createdAt: now, status: 'preparing', userId: caller.user.id },
      ...{ expiresAt: new Date(Date.parse(now) + kept).toISOString(), done: 0 },
      files: found.map((file, place) => ({ ...file, name: names[place]! })),
      ...(caller.partnerId !== undefined && { partnerId: caller.partnerId }),
    }
    await tables.bundles.put([bundle])
    const job = { id: newId('job'), kind: bundleKind }
    await tables.work.add([{ ...job, resource: bundleResource.name, resourceId: bundle.id }], now)
    await countUse(
      tables,
      caller,
      assets.map(({ id }) => id),
      now,
      'downloads',
    )
    call.later.push(() => void services.runner.wake())
    return {
      body: await showBundle(call, bundle),
      shows: { resource: bundleResource.name, id: bundle.id },
    }
  },

  async get(call) {
    return {
      body: await showBundle(call, await visibleRecord(bundleResource, call, call.params.id)),
    }
  },
}

/** The assets of a bundle, all of which the caller may take as a file in one. */
async function bundled(call: Call<Routes['bundles']['create']>): Promise<AssetRecord[]> {
  const assets: AssetRecord[] = []
  const errors = []
  for (const [place, id] of [...new Set(call.body.assetIds)].entries()) {
    const pointer = `/assetIds/${place}`
    const asset = await visibleAsset(call, id).catch(() => undefined)
    if (!asset || !isTakable(asset, call.now))
      errors.push(fault(pointer, 'not-found', 'There is no asset with this id for you.'))
    else if (asset.locked)
      errors.push(fault(pointer, 'not-an-option', 'A locked asset is taken alone.'))
    else if (asset.type === 'link')
      errors.push(fault(pointer, 'not-an-option', 'A link has no file.'))
    else assets.push(asset)
  }
  if (errors.length > 0) throw fieldProblem(errors)
  return assets
}

async function showBundle(
  call: Call<Routes['bundles']['create'] | Routes['bundles']['get']>,
  { id, createdAt, expiresAt, status, files, done, size, problem }: BundleRecord,
): Promise<Bundle> {
  const isOver = expiresAt <= call.now
  const name = `${createdAt.slice(0, 10)}.zip`
  return {
    ...{ id, createdAt, expiresAt, files: files.length, done },
    status: isOver ? 'expired' : status,
    ...(size !== undefined && { size }),
    ...(problem !== undefined && { problem }),
    ...(status === 'ready' && !isOver && { download: await downloadLink(call, id, { name }) }),
  }
}
