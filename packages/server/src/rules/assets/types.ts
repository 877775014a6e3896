import type { AssetType } from '@prmkit/contract'

const openXml = 'application/vnd.openxmlformats-officedocument.'
const openDocument = 'application/vnd.oasis.opendocument.'

const byMediaType: Readonly<Record<string, AssetType>> = {
  'application/pdf': 'document',
  'application/rtf': 'document',
  'application/msword': 'document',
  [`${openXml}wordprocessingml.document`]: 'document',
  [`${openDocument}text`]: 'document',
  'application/vnd.ms-powerpoint': 'presentation',
  [`${openXml}presentationml.presentation`]: 'presentation',
  [`${openDocument}presentation`]: 'presentation',
  'application/vnd.ms-excel': 'spreadsheet',
  [`${openXml}spreadsheetml.sheet`]: 'spreadsheet',
  [`${openDocument}spreadsheet`]: 'spreadsheet',
  'text/csv': 'spreadsheet',
  'text/plain': 'document',
  'application/zip': 'archive',
}

/** The kind of content that a file or a link is. */
export function assetTypeOf({
  mediaType,
  url,
}: {
  mediaType?: string | undefined
  url?: string | undefined
}): AssetType {
  if (mediaType === undefined) return url === undefined ? 'other' : 'link'
  if (mediaType.startsWith('image/')) return 'image'
  if (mediaType.startsWith('video/')) return 'video'
  return Object.hasOwn(byMediaType, mediaType) ? byMediaType[mediaType]! : 'other'
}
