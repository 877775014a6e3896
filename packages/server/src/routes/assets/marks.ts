import type { Routes } from '@prmkit/contract'
import { downloadLink } from '../../files/links.ts'
import type { Call } from '../../http/call.ts'
import { newId } from '../../ids.ts'
import { fieldProblem, ProblemError } from '../../problem.ts'
import { safeFileName } from '../../rules/assets/file-name.ts'
import { hasAccepted, newSince } from '../../rules/assets/view.ts'
import { fault } from '../../rules/content/write.ts'
import type { SessionCaller } from '../../rules/shared/callers.ts'
import type { AssetMarks, AssetRecord, UseCount } from '../../store/assets.ts'
import type { Tables } from '../../store/store.ts'
import { languagesFor } from '../content/reader.ts'
import { answerAsset, languageOf, takableAsset, versionOf, visibleAsset } from './context.ts'
import { assetResource } from './resource.ts'

type Assets = Routes['assets']
type Marking = Call<
  | Assets['favourite']
  | Assets['unfavourite']
  | Assets['acceptTerms']
  | Assets['view']
  | Assets['download']
  | Routes['bundles']['create']
>

/** The reason why a file that stands at an address cannot be taken yet. */
export const notCome = 'The file has not come yet. Try again in a minute.'

/** The milliseconds without a sign of life after which a visit has ended. */
const visitEnds = 30 * 60_000

const change = (
  { tables, caller }: Marking,
  { id }: AssetRecord,
  changed: (marks: AssetMarks) => AssetMarks,
) => tables.assets.mark(caller.user.id, id, changed)

/** Keeps the version of an asset that somebody has taken, so that it is not shown to them as new. */
export const markTaken = (call: Marking, asset: AssetRecord, version: number) =>
  change(call, asset, (marks) => ({ ...marks, downloadedVersion: version, seenVersion: version }))

/** Keeps an asset among the caller’s favourites. */
export async function favouriteAsset(call: Call<Assets['favourite']>) {
  const { now } = call
  const asset = await visibleAsset(call, call.params.id)
  await change(call, asset, (marks) => ({ ...marks, favouriteAt: marks.favouriteAt ?? now }))
  return answerAsset(call, asset)
}

/** Takes an asset out of the caller’s favourites. */
export async function unfavouriteAsset(call: Call<Assets['unfavourite']>) {
  const asset = await visibleAsset(call, call.params.id)
  await change(call, asset, ({ favouriteAt: _, ...marks }) => marks)
  return answerAsset(call, asset)
}

/** Keeps that somebody accepted the terms of an asset, with their version and the instant. */
export async function acceptTerms(call: Call<Assets['acceptTerms']>) {
  const { body, now } = call
  const asset = await takableAsset(call, call.params.id)
  const { version } = body
  if (asset.terms?.version !== version)
    throw fieldProblem([
      fault('/version', 'outdated', 'These are not the terms of the asset now; show them again.'),
    ])
  await change(call, asset, ({ terms = [], ...marks }) => ({
    ...marks,
    terms: terms.at(-1)?.version === version ? terms : [...terms, { version, at: now }],
  }))
  return answerAsset(call, asset)
}

/** Marks an asset as seen, counts it, and counts the search that led there. */
export async function viewAsset(call: Call<Assets['view']>): Promise<void> {
  const { body, services, tables, caller } = call
  const asset = await visibleAsset(call, call.params.id)
  const version = asset.texts[await languageOf(call, asset, body.language)]?.version
  await change(call, asset, (marks) => ({
    ...marks,
    ...(version !== undefined && { seenVersion: version }),
  }))
  await countUse(tables, caller, [asset.id], call.now, 'views')
  const { search } = body
  if (search === undefined) return
  const [language = ''] = await languagesFor(call)
  call.later.push(() =>
    services.searchLog.click({
      userId: caller.user.id,
      resource: assetResource.name,
      language,
      text: search,
    }),
  )
}

/** A signed address of an asset’s file, once its terms are accepted; that of a locked one works once. */
export async function downloadAsset(call: Call<Assets['download']>) {
  const { body, tables, caller, now } = call
  const asset = await takableAsset(call, call.params.id)
  await requireTerms(tables, caller, [asset])
  const language = await languageOf(call, asset, body.language)
  const { file, version, from } = await versionOf(call, asset, language, body.version)
  if (!file && from !== undefined) throw new ProblemError('state-conflict', notCome)
  if (!file) throw new ProblemError('state-conflict', 'The asset is a link and has no file.')
  await markTaken(call, asset, version)
  await countUse(tables, caller, [asset.id], now, 'downloads')
  const name = safeFileName(asset.texts[language]?.title ?? '', file.name)
  const once = asset.locked ? newId('once') : undefined
  return { body: await downloadLink(call, file.id, { name, ...(once && { once }) }) }
}

/** Refuses assets whose terms a partner has not accepted in their version now. */
export async function requireTerms(
  tables: Tables,
  { user, side }: SessionCaller,
  assets: readonly AssetRecord[],
): Promise<void> {
  if (side === 'vendor') return
  const marks = await tables.assets.marks(
    user.id,
    assets.map(({ id }) => id),
  )
  const open = assets.filter((asset) => !hasAccepted(asset, marks.get(asset.id)))
  if (open.length > 0)
    throw new ProblemError(
      'terms-required',
      `Accept the terms first: ${open.map(({ id, terms }) => `${id} (${terms?.version})`).join(', ')}.`,
    )
}

/** Counts the use of assets by the caller’s partner; use by the vendor does not count. */
export async function countUse(
  tables: Tables,
  { side, partnerId, readOnly }: SessionCaller,
  assetIds: readonly string[],
  now: string,
  what: 'views' | 'downloads' | 'shares',
): Promise<void> {
  if (side === 'vendor' || readOnly || partnerId === undefined) return
  const none = { views: 0, downloads: 0, shares: 0, shareViews: 0 }
  await tables.assetUses.add(
    assetIds.map((assetId): UseCount => ({
      ...{ assetId, day: now.slice(0, 10), partnerId, ...none, [what]: 1 },
    })),
  )
}

/** Notes that the caller is in the library, and tells since when content is new to them. */
export async function visitAssets({ tables, caller, now }: Call<Assets['visit']>) {
  const known = await tables.assets.visit(caller.user.id)
  const isOver = known && Date.parse(now) - Date.parse(known.last) > visitEnds
  const before = isOver ? known.last : known?.before
  await tables.assets.putVisit(caller.user.id, {
    last: now,
    ...(before !== undefined && { before }),
  })
  return { body: { since: newSince(before, now) } }
}
