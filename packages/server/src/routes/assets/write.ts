import type { FieldError, Routes } from '@prmkit/contract'
import { assetTransitionsFrom } from '@prmkit/contract/rules'
import type { Call } from '../../http/call.ts'
import { newId } from '../../ids.ts'
import { fieldProblem, ProblemError } from '../../problem.ts'
import { changedAsset, newAsset, type WrittenAsset } from '../../rules/assets/write.ts'
import { fault } from '../../rules/content/write.ts'
import type { AssetRecord } from '../../store/assets.ts'
import type { Tables } from '../../store/store.ts'
import { afterAction, lockedForWriting, referenceErrors } from '../content/act.ts'
import { writingFor } from '../content/reader.ts'
import { answerAsset } from './context.ts'
import { indexAssets, keepAssets, tellOf } from './keep.ts'
import { assetResource, folderResource } from './resource.ts'
import { newFiles } from './new-files.ts'

type Assets = Routes['assets']

/** Makes an asset, which begins as a draft. */
export async function createAsset(call: Call<Assets['create']>) {
  const files = await newFiles(call, call.body.texts)
  const writing = await writingFor(call)
  const written = newAsset(newId('asset'), call.body, files.found, writing)
  await refuseFaults(call.tables, written, files.errors)
  await keepAssets(call, [written])
  await tellOf(call, written.record, 'asset.created')
  call.later.push(() => call.services.runner.wake())
  return answerAsset(call, written.record)
}

/** Changes an asset; a new file is a new version. */
export async function updateAsset(call: Call<Assets['update']>) {
  const before = await lockedForWriting(assetResource, call)
  const files = await newFiles(call, call.body.texts ?? {}, before)
  const written = changedAsset(before, call.body, files.found, await writingFor(call))
  await refuseFaults(call.tables, written, files.errors)
  await keepAssets(call, [written])
  const { expired, updated } = assetResource.events
  const hasExpired = written.record.status === 'expired' && before.status === 'published'
  await tellOf(call, written.record, hasExpired ? expired : updated, before)
  call.later.push(() => call.services.runner.wake())
  return answerAsset(call, written.record)
}

/** Applies an action to an asset, where the transition table allows it. */
export async function actOnAsset(call: Call<Assets['act']>) {
  const { body: action, now, tables } = call
  const before = await lockedForWriting(assetResource, call)
  const open = assetTransitionsFrom(before.status, 'vendor')
  const { after, event } = afterAction(before, action, open, assetResource.noun, now)
  if (after.status === 'published' && after.validUntil !== undefined && after.validUntil <= now)
    throw new ProblemError('state-conflict', 'The asset has expired; change expiresAt first.')
  const { replacedById: _, ...rest } = after
  const record: AssetRecord = {
    ...rest,
    ...(action.action === 'replace' && {
      replacedById: await otherAsset(tables, before, action.by),
    }),
    ...(after.status === 'published' && {
      newestAt: before.publishedAt ? (before.newestAt ?? now) : now,
    }),
  }
  await tables.assets.put([record])
  await indexAssets(tables, [record])
  await tellOf(call, record, event, before)
  return answerAsset(call, record)
}

async function otherAsset(tables: Tables, { id }: AssetRecord, by: string): Promise<string> {
  const other = by === id ? undefined : await tables.assets.get(by)
  if (other?.status === 'published') return by
  throw fieldProblem([fault('/by', 'not-found', 'There is no other published asset with this id.')])
}

/** Deletes a draft; an asset that was ever published is retired instead. */
export async function removeAsset(call: Call<Assets['remove']>): Promise<void> {
  const asset = await lockedForWriting(assetResource, call)
  if (asset.status !== 'draft')
    throw new ProblemError(
      'state-conflict',
      `The asset is ${asset.status}. Only drafts are deleted; retire it.`,
    )
  await call.tables.assets.remove(asset.id)
  await tellOf(call, asset, assetResource.events.removed)
}

async function refuseFaults(
  tables: Tables,
  written: WrittenAsset,
  fileErrors: readonly FieldError[],
): Promise<void> {
  const errors = [...fileErrors, ...(await faultsOf(tables, written))]
  if (errors.length > 0) throw fieldProblem(errors)
}

/** Every fault of a written asset: its own, and references to records that are not there. */
export async function faultsOf(
  tables: Tables,
  { errors, record }: WrittenAsset,
): Promise<FieldError[]> {
  const folder = { pointer: '/folderId', noun: folderResource.noun }
  return [...errors, ...(await referenceErrors(tables, tables.folders, record, folder))]
}
