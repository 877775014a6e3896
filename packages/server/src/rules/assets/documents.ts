import type { AssetFile, AssetRecord } from '../../store/assets.ts'
import type { TextDocument } from '../../store/texts.ts'
import type { SectionTree } from '../content/sections.ts'

const assetTexts = 'assets'

/** The label of what is for every stage of a sale. */
export const everyStageLabel = 'stage:'

/** An asset’s texts as the search finds them; none where readers find it nowhere. */
export function assetDocuments(
  asset: AssetRecord,
  files: readonly AssetFile[],
  folders: SectionTree,
): TextDocument[] {
  if (asset.status !== 'published' || !folders.isShown(asset.sectionId)) return []
  const { id: recordId, audience, validUntil, type, stages } = asset
  const languages = Object.keys(asset.texts)
  const labels = [
    `type:${type}`,
    ...folders.path(asset.sectionId).map(({ id }) => `folder:${id}`),
    ...asset.tags.map((tag) => `tag:${tag}`),
    ...asset.productIds.map((id) => `product:${id}`),
    ...(stages.length === 0 ? [everyStageLabel] : stages.map((stage) => `stage:${stage}`)),
    ...languages.map((language) => `language:${language}`),
  ]
  return Object.entries(asset.texts).map(([language, { title, description, version }]) => {
    const file = files.find((one) => one.language === language && one.version === version)
    const pages = file?.look?.pages ?? []
    return {
      ...{ resource: assetTexts, recordId, language, languages, audience, labels, title },
      isMain: language === asset.language,
      ...(validUntil !== undefined && { validUntil }),
      parts: [
        { heading: asset.tags.join(', '), text: description },
        ...pages.flatMap(({ text }, place) =>
          text === undefined || text === ''
            ? []
            : [{ heading: '', anchor: `page-${place + 1}`, text }],
        ),
      ],
    }
  })
}

/** The number of the page that a find stands on. */
export function pageOfAnchor(anchor: string | undefined): number | undefined {
  const [, number] = /^page-(\d+)$/.exec(anchor ?? '') ?? []
  return number === undefined ? undefined : Number(number)
}
