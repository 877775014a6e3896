import type { Asset } from '@prmkit/contract'
import { imageLink } from '../../files/links.ts'
import { fieldProblem, ProblemError } from '../../problem.ts'
import { isTakable, showAsset, type AssetShowing } from '../../rules/assets/view.ts'
import { shownLanguage } from '../../rules/content/languages.ts'
import { isKnown } from '../../rules/content/owned.ts'
import type { SectionTree } from '../../rules/content/sections.ts'
import { fault } from '../../rules/content/write.ts'
import type { AssetFile, AssetRecord } from '../../store/assets.ts'
import { contentShowing, isVendor, languagesFor, requireVisible } from '../content/reader.ts'
import type { Reading as ContentReading } from '../content/reader.ts'
import { assetLibrary } from './library.ts'
import { assetResource } from './resource.ts'

/** The parts of a call that showing assets needs. */
export interface Reading extends ContentReading {
  request: Request
}

/** An asset that the caller may open; any other does not exist. */
export async function visibleAsset(call: ContentReading, id: string): Promise<AssetRecord> {
  return requireVisible(assetLibrary, call, await call.tables.assets.get(id))
}

/** An asset that the caller may take now; says why where its time is over. */
export async function takableAsset(call: ContentReading, id: string): Promise<AssetRecord> {
  const asset = await visibleAsset(call, id)
  if (isTakable(asset, call.now) || (isVendor(call.caller) && !isKnown(asset))) return asset
  const status = asset.status === 'published' ? 'expired' : asset.status
  throw new ProblemError('state-conflict', `The asset is ${status}.`)
}

/** The language in which the caller reads an asset: the one that was asked for, where it is there. */
export async function languageOf(
  call: ContentReading,
  asset: AssetRecord,
  asked: string | undefined,
): Promise<string> {
  if (asked !== undefined && Object.hasOwn(asset.texts, asked)) return asked
  return shownLanguage(asset, await languagesFor(call))
}

/** A version of an asset in a language; the newest unless one is named. */
export async function versionOf(
  { tables }: Pick<ContentReading, 'tables'>,
  asset: AssetRecord,
  language: string,
  version: number | undefined,
): Promise<AssetFile> {
  const files = await tables.assets.files([asset.id])
  const own = files.filter((one) => one.language === language)
  const found = version === undefined ? own[0] : own.find((one) => one.version === version)
  if (found) return found
  throw fieldProblem([fault('/version', 'not-found', `The asset has no such version.`)])
}

/** Everything that showing these assets to the caller needs. */
export async function showingFor(
  call: Reading,
  records: readonly AssetRecord[],
  tree?: SectionTree,
): Promise<AssetShowing> {
  const { tables, caller, now } = call
  const showing = await contentShowing(call, assetLibrary, records, tree)
  const ids = records.map(({ id }) => id)
  const isSession = caller.kind === 'session'
  const visit = isSession ? await tables.assets.visit(caller.user.id) : undefined
  const images = new Map<string, string>()
  for (const { texts, language } of records) {
    const { thumbnail } = texts[shownLanguage({ texts, language }, showing.wanted)] ?? {}
    if (thumbnail) images.set(thumbnail.id, await imageLink(call, thumbnail.id))
  }
  return {
    ...{ ...showing, now, images },
    marks: isSession && ids.length > 0 ? await tables.assets.marks(caller.user.id, ids) : new Map(),
    ...(visit?.before !== undefined && { visitedAt: visit.before }),
    mayShare: isSession && caller.side === 'partner' && !caller.readOnly,
  }
}

/** The answer with one asset. */
export async function answerAsset(call: Reading, record: AssetRecord) {
  const body: Asset = showAsset(record, await showingFor(call, [record]))
  return { body, revision: record.revision, shows: { resource: assetResource.name, id: record.id } }
}
