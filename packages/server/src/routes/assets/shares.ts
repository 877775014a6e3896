import type { Routes, Share } from '@prmkit/contract'
import type { Call, Handlers } from '../../http/call.ts'
import { requireRevision } from '../../http/headers.ts'
import { newId } from '../../ids.ts'
import { fieldProblem, ProblemError } from '../../problem.ts'
import { lockedRecord } from '../../resource.ts'
import { hasCome, isGiven, shareStatus } from '../../rules/assets/shares.ts'
import { isTakable } from '../../rules/assets/view.ts'
import { offeredLanguages, shownLanguage, wantedLanguages } from '../../rules/content/languages.ts'
import { fault } from '../../rules/content/write.ts'
import { maySee } from '../../rules/shared/callers.ts'
import type { AssetRecord, ShareRecord } from '../../store/assets.ts'
import { sectionTree } from '../content/library.ts'
import { languagesFor, type Reading } from '../content/reader.ts'
import { announce } from '../shared/journal.ts'
import { pageOf, paging } from '../shared/paging.ts'
import { aboutIn, type About } from './about.ts'
import { visibleAsset } from './context.ts'
import { giversOf } from './givers.ts'
import { assetLibrary } from './library.ts'
import { countUse, notCome, requireTerms } from './marks.ts'
import { shareResource } from './resource.ts'
import { newToken } from '../shared/new-token.ts'

type Shares = Routes['shares']
const longest = 366 * 86_400_000

export const shares: Handlers<'shares'> = {
  async list(call) {
    const { tables, query, caller, now, services } = call
    const { assetId, status, owner } = query
    const about = aboutIn(services, query)
    const filter = {
      ...{ scope: caller.scope, now },
      ...(assetId !== undefined && { assetId }),
      ...(about && { recordId: about.id }),
      ...(status && { status }),
      ...(owner === 'me' && { ownerUserId: caller.user.id }),
    }
    const page = await tables.shares.list(filter, paging(query))
    const show = await showFor(call, page.items)
    return pageOf(page, show)
  },

  async create(call) {
    const { tables, caller, body, now, services } = call
    const { label, expiresAt, maxViews } = body
    const about = aboutIn(services, body)
    checkEnd(expiresAt, now)
    const assetIds = [...new Set(body.assetIds)]
    const offered = offeredLanguages(await services.settings(tables))
    const asked = body.language === undefined ? [] : wantedLanguages([body.language], offered)
    const wanted = [...asked, ...(await languagesFor(call))]
    const assets = await shareable(call, assetIds, wanted)
    await requireTerms(tables, caller, assets)
    if (about) await requireVisible(call, about)
    const share: ShareRecord = {
      ...{ id: newId('share'), createdAt: now, updatedAt: now, revision: 1, token: newToken() },
      ...{ partnerId: caller.partnerId!, ownerUserId: caller.user.id, label, expiresAt },
      ...{ language: wanted[0] ?? 'en', views: 0 },
      assets: assets.map((asset) => {
        const language = shownLanguage(asset, wanted)
        return { assetId: asset.id, language, version: asset.texts[language]?.version ?? 1 }
      }),
      ...(about && { about: { resource: about.resource.name, id: about.id } }),
      ...(maxViews !== undefined && { maxViews }),
    }
    await countUse(tables, caller, assetIds, now, 'shares')
    return keep(call, share, shareResource.events.created)
  },

  async update(call) {
    const { body, now } = call
    const before = await lockedRecord(shareResource, call, call.params.id)
    requireRevision(call.revisions, before.revision)
    if (before.revokedAt !== undefined)
      throw new ProblemError('state-conflict', 'The link is revoked; make a new one.')
    const { maxViews: _, ...rest } = before
    const { label = before.label, expiresAt = before.expiresAt, newest = false } = body
    const maxViews = body.maxViews === undefined ? before.maxViews : (body.maxViews ?? undefined)
    if (expiresAt !== before.expiresAt) checkEnd(expiresAt, now)
    const assets = newest ? await newerVersions(call, before) : before.assets
    const share: ShareRecord = {
      ...{ ...rest, label, expiresAt, updatedAt: now, revision: before.revision + 1 },
      ...(maxViews !== undefined && { maxViews }),
      assets,
    }
    return keep(call, share, shareResource.events.updated)
  },

  async revoke(call) {
    const { now } = call
    const before = await lockedRecord(shareResource, call, call.params.id)
    const share = { ...before, revokedAt: before.revokedAt ?? now, updatedAt: now }
    return keep(call, { ...share, revision: before.revision + 1 }, shareResource.events.revoked)
  },
}

type Writing = Call<Shares['create'] | Shares['update'] | Shares['revoke']>

/** The assets of a link in their newest versions, whose terms the caller has accepted. */
async function newerVersions({ tables, caller }: Call<Shares['update']>, { assets }: ShareRecord) {
  const found = await tables.assets.many(assets.map(({ assetId }) => assetId))
  const byId = new Map(found.map((asset) => [asset.id, asset]))
  const newer = assets.map((shared) => {
    return { ...shared, version: newestOf(byId.get(shared.assetId), shared) }
  })
  const changed = newer.filter(({ version }, place) => version !== assets[place]?.version)
  await requireTerms(
    tables,
    caller,
    changed.flatMap(({ assetId }) => byId.get(assetId) ?? []),
  )
  return newer
}

/** The newest version of a shared asset that is there. */
function newestOf(
  asset: AssetRecord | undefined,
  { language, version }: ShareRecord['assets'][number],
): number {
  const text = asset?.texts[language]
  return text && hasCome(text) ? text.version : version
}

async function keep(call: Writing, share: ShareRecord, event: string) {
  const { tables, now } = call
  await tables.shares.put([share])
  await announce(shareResource, tables, share, event, now)
  const show = await showFor(call, [share])
  return {
    body: show(share),
    revision: share.revision,
    shows: { resource: shareResource.name, id: share.id },
  }
}

function checkEnd(expiresAt: string, now: string): void {
  const left = Date.parse(expiresAt) - Date.parse(now)
  if (left <= 0)
    throw fieldProblem([fault('/expiresAt', 'in-the-past', 'The link would be over at once.')])
  if (left > longest)
    throw fieldProblem([fault('/expiresAt', 'too-big', 'A link lasts at most a year.')])
}

/** The assets of a link, all of which the caller may share in the languages that are wanted. */
async function shareable(
  call: Call<Shares['create']>,
  ids: readonly string[],
  wanted: readonly string[],
) {
  const assets = []
  const errors = []
  for (const id of ids) {
    const pointer = `/assetIds/${call.body.assetIds.indexOf(id)}`
    const asset = await visibleAsset(call, id).catch(() => undefined)
    if (!asset || !isTakable(asset, call.now))
      errors.push(fault(pointer, 'not-found', 'There is no asset with this id for you.'))
    else if (asset.locked)
      errors.push(fault(pointer, 'not-an-option', 'The vendor lets nobody share this asset.'))
    else if (!hasCome(asset.texts[shownLanguage(asset, wanted)] ?? {}))
      errors.push(fault(pointer, 'not-ready', notCome))
    else assets.push(asset)
  }
  if (errors.length > 0) throw fieldProblem(errors)
  return assets
}

async function requireVisible(
  { tables, caller, services, now }: Call<Shares['create']>,
  { resource, id }: About,
): Promise<void> {
  const record = await resource.load(tables, id, services.resources)
  if (record !== undefined && maySee(caller, resource.owned(record, now))) return
  const detail = `There is no ${resource.noun} with this id for you.`
  throw fieldProblem([fault(`/${resource.suits.idName}`, 'not-found', detail)])
}

async function showFor(
  call: Reading & { request: Request },
  records: readonly ShareRecord[],
): Promise<(share: ShareRecord) => Share> {
  const { tables, services, request, now } = call
  const ids = records.flatMap(({ assets }) => assets.map(({ assetId }) => assetId))
  const found = await tables.assets.many([...new Set(ids)])
  const assets = new Map(found.map((asset) => [asset.id, asset]))
  const folders = await sectionTree(assetLibrary, tables)
  const giverOf = await giversOf(tables, records)
  const people = await tables.users.many([...new Set(records.map((one) => one.ownerUserId))])
  const names = new Map(people.map(({ id, name }) => [id, name]))
  const base = services.publicUrl ?? new URL(request.url).origin
  return (share) => {
    const { token, partnerId: _p, revokedAt: _r, assets: links, about, ...shown } = share
    const suits = about && services.resources.get(about.resource)?.suits
    const status = shareStatus(share, now)
    const ownerName = names.get(share.ownerUserId)
    const giver = giverOf(share)
    const shared = links.flatMap((one) => {
      const { assetId, language, version } = one
      const asset = assets.get(assetId)
      if (!asset) return []
      const { title = '' } = asset.texts[language] ?? asset.texts[asset.language] ?? {}
      const available =
        giver !== undefined &&
        folders.isShown(asset.sectionId) &&
        isGiven(asset, language, giver, now)
      return [{ id: assetId, title, version, newestVersion: newestOf(asset, one), available }]
    })
    const newerVersion = shared.some((one) => one.available && one.newestVersion > one.version)
    return {
      ...{ ...shown, externalIds: {}, status, url: `${base}/s/${token}`, assets: shared },
      allowedActions: status === 'revoked' ? [] : ['update', 'revoke'],
      newerVersion,
      ...(suits && { [suits.idName]: about.id }),
      ...(ownerName !== undefined && { ownerName }),
    }
  }
}
