import type { Asset } from '@prmkit/contract'
import { assetTransitionsFrom } from '@prmkit/contract/rules'
import type { AssetMarks, AssetRecord } from '../../store/assets.ts'
import { showContent, type ContentShowing } from '../content/show.ts'

const day = 86_400_000
const soon = 14 * day
/** For a person who never was in the library, assets of the last 14 days are new. */
const fresh = 14 * day

/** The facts that showing assets to somebody needs. */
export interface AssetShowing extends ContentShowing {
  now: string
  marks: ReadonlyMap<string, AssetMarks>
  /** The instant at which the reader last left the library. */
  visitedAt?: string
  /** Signed addresses of images, by their ids. */
  images: ReadonlyMap<string, string>
  /** The reader may share assets with others. */
  mayShare: boolean
}

/** The fields that the vendor may change, as pointers into a patch. */
const editable = [
  ...['/texts', '/language', '/folderId', '/tags', '/productIds', '/stages', '/audience'],
  ...['/expiresAt', '/featured', '/locked', '/terms', '/position', '/custom', '/externalIds'],
]

/** Tells whether readers may take an asset now. */
export function isTakable(
  { status, validUntil }: Pick<AssetRecord, 'status' | 'validUntil'>,
  now: string,
): boolean {
  return status === 'published' && (validUntil === undefined || validUntil > now)
}

/** An asset as its reader sees it, without its versions. */
export function showAsset(asset: AssetRecord, showing: AssetShowing): Asset {
  const { now, marks, images, wanted, mayWrite } = showing
  const { id, externalIds, createdAt, updatedAt, revision, status, statusReason, custom } = asset
  const { type, sectionId, stages, tags, locked, terms, promoted, publishedAt, validUntil } = asset
  const { text, sectionTitle, ...content } = showContent(asset, showing)
  const own = marks.get(id) ?? {}
  const url = text?.thumbnail && images.get(text.thumbnail.id)
  const transitions = mayWrite ? assetTransitionsFrom(status, 'vendor') : []
  const version = text?.version ?? asset.version
  return {
    ...{ id, externalIds, createdAt, updatedAt, revision, status, custom, ...content },
    ...(statusReason && { statusReason }),
    allowedActions: [...transitions.map(({ action }) => action), ...readersActions(asset, showing)],
    editableFields: mayWrite ? editable : [],
    ...{ description: text?.description ?? '', type, version, stages, tags, locked },
    ...(text?.mediaType !== undefined && { mediaType: text.mediaType }),
    ...(text?.size !== undefined && { size: text.size }),
    ...(text?.pageCount !== undefined && { pageCount: text.pageCount }),
    ...(text?.duration !== undefined && { duration: text.duration }),
    ...(text?.url !== undefined && mayTake(asset, own, showing) && { url: text.url }),
    ...(sectionId !== undefined && { folderId: sectionId }),
    ...(sectionTitle !== undefined && { folderTitle: sectionTitle }),
    ...(publishedAt !== undefined && { publishedAt }),
    ...(validUntil !== undefined && { expiresAt: validUntil }),
    expiringSoon:
      isTakable(asset, now) &&
      validUntil !== undefined &&
      Date.parse(validUntil) - Date.parse(now) < soon,
    featured: promoted,
    ...(terms && { terms: { version: terms.version, text: textIn(terms.texts, wanted) } }),
    ...(text?.thumbnail &&
      url !== undefined && {
        thumbnail: { url, width: text.thumbnail.width, height: text.thumbnail.height },
      }),
    mine: {
      favourite: own.favouriteAt !== undefined,
      isNew: isNew(asset, version, own, showing),
      ...(own.downloadedVersion !== undefined && { downloadedVersion: own.downloadedVersion }),
      ...(own.terms && { acceptedTerms: own.terms.at(-1)!.version }),
    },
  }
}

/** The address of a link, which only the vendor and readers who may take the asset now are told. */
function mayTake(asset: AssetRecord, marks: AssetMarks, { isVendor, now }: AssetShowing) {
  return isVendor || (isTakable(asset, now) && hasAccepted(asset, marks))
}

/** Tells whether somebody with these marks has accepted the terms of an asset as they are now. */
export function hasAccepted(
  { terms }: Pick<AssetRecord, 'terms'>,
  { terms: accepted }: AssetMarks = {},
): boolean {
  return !terms || accepted?.at(-1)?.version === terms.version
}

/** The actions that need no right to write: taking and sharing. */
function readersActions(asset: AssetRecord, { now, mayShare }: AssetShowing): string[] {
  if (!isTakable(asset, now)) return []
  return [
    ...(asset.type === 'link' ? [] : ['download']),
    ...(mayShare && !asset.locked ? ['share'] : []),
  ]
}

function isNew(
  { newestAt = '' }: AssetRecord,
  version: number,
  { seenVersion }: AssetMarks,
  { now, visitedAt }: AssetShowing,
): boolean {
  if (seenVersion !== undefined) return seenVersion < version
  return newestAt > newSince(visitedAt, now)
}

/** The instant since which content is new to somebody who left the library at an instant, or never was there. */
export function newSince(visitedAt: string | undefined, now: string): string {
  return visitedAt ?? new Date(Date.parse(now) - fresh).toISOString()
}

/** A text in the language that somebody likes best of those there are. */
export function textIn(texts: Readonly<Record<string, string>>, wanted: readonly string[]): string {
  const language = wanted.find((one) => Object.hasOwn(texts, one))
  return (language === undefined ? Object.values(texts)[0] : texts[language]) ?? ''
}
