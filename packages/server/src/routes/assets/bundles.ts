import type { Bundle, Routes } from '@prmkit/contract'
import { downloadLink } from '../../files/links.ts'
import type { Call, Handlers } from '../../http/call.ts'
import { newId } from '../../ids.ts'
import { fieldProblem } from '../../problem.ts'
import { visibleRecord } from '../../resource.ts'
import { distinctNames, safeFileName } from '../../rules/assets/file-name.ts'
import { isTakable } from '../../rules/assets/view.ts'
import { fault } from '../../rules/content/write.ts'
import type { AssetFile, AssetRecord, BundleRecord } from '../../store/assets.ts'
import { languageOf, versionOf, visibleAsset } from './context.ts'
import { countUse, markTaken, notCome, requireTerms } from './marks.ts'
import { bundleResource } from './resource.ts'

const kept = 24 * 3_600_000
/** The most bytes that all files of a bundle may have together. */
const largest = 2_000_000_000

/** The kind of the work that makes a zip file. */
export const bundleKind = 'make-bundle'

export const bundles: Handlers<'bundles'> = {
  async create(call) {
    const { tables, caller, now, services } = call
    const bundled = await bundledAssets(call)
    const assets = bundled.map(({ asset }) => asset)
    await requireTerms(tables, caller, assets)
    const found = bundled.map(({ asset, language, file }) => ({
      ...{ fileId: file.id, size: file.size },
      name: safeFileName(asset.texts[language]?.title ?? '', file.name),
    }))
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
    // The marks are written in one order, so that no two bundles wait for each other.
    for (const { asset, version } of bundled.toSorted((a, b) => (a.asset.id < b.asset.id ? -1 : 1)))
      await markTaken(call, asset, version)
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

interface Bundled {
  asset: AssetRecord
  language: string
  version: number
  file: NonNullable<AssetFile['file']>
}

/** The assets of a bundle with their files; the caller may take each asset as a file. */
async function bundledAssets(call: Call<Routes['bundles']['create']>): Promise<Bundled[]> {
  const bundled: Bundled[] = []
  const errors = []
  for (const [place, id] of [...new Set(call.body.assetIds)].entries()) {
    const pointer = `/assetIds/${place}`
    const asset = await visibleAsset(call, id).catch(() => undefined)
    if (!asset || !isTakable(asset, call.now)) {
      errors.push(fault(pointer, 'not-found', 'There is no asset with this id for you.'))
      continue
    }
    const language = await languageOf(call, asset, call.body.language)
    const { file, version, url } = await versionOf(call, asset, language, undefined)
    if (asset.locked) errors.push(fault(pointer, 'not-an-option', 'A locked asset is taken alone.'))
    else if (url !== undefined) errors.push(fault(pointer, 'not-an-option', 'A link has no file.'))
    else if (!file) errors.push(fault(pointer, 'not-ready', notCome))
    else bundled.push({ asset, language, version, file })
  }
  if (errors.length > 0) throw fieldProblem(errors)
  return bundled
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
