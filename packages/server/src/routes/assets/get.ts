import type { AssetPreview, FullAsset, PreviewPage, Routes } from '@prmkit/contract'
import { signedLink } from '../../files/links.ts'
import type { Call } from '../../http/call.ts'
import { hasAccepted, showAsset } from '../../rules/assets/view.ts'
import { shownLanguage } from '../../rules/content/languages.ts'
import type { AssetFile, AssetRecord, StoredPage } from '../../store/assets.ts'
import { isVendor, languagesFor } from '../content/reader.ts'
import { languageOf, showingFor, takableAsset, versionOf, visibleAsset } from './context.ts'

type Assets = Routes['assets']

/** One asset with its versions. */
export async function getAsset(call: Call<Assets['get']>) {
  const { tables, params, query } = call
  const record = await visibleAsset(call, params.id)
  const found = await showingFor(call, [record])
  const language = await languageOf(call, record, query.language)
  const showing = { ...found, wanted: [language, ...found.wanted] }
  const files = await tables.assets.files([record.id])
  const replacedBy = await replacement(call, record, found.wanted)
  const body: FullAsset = {
    ...showAsset(record, showing),
    versions: files.filter((file) => file.language === language).map(showVersion),
    ...(replacedBy && { replacedBy }),
  }
  return { body, revision: record.revision }
}

function showVersion({ version, at, changes, file }: AssetFile) {
  return {
    ...{ version, at },
    ...(changes !== undefined && { changes }),
    ...(file && { mediaType: file.mediaType, size: file.size }),
  }
}

/** The asset in the place of another one, as far as the caller may see it. */
async function replacement(
  call: Call<Assets['get']>,
  { replacedById }: AssetRecord,
  wanted: readonly string[],
) {
  if (replacedById === undefined) return undefined
  const other = await visibleAsset(call, replacedById).catch(() => undefined)
  if (!other) return undefined
  const language = shownLanguage(other, wanted)
  return { id: other.id, title: other.texts[language]?.title ?? '', language }
}

/** A look at an asset: its pages, its video, or the reason why there is none. */
export async function previewAsset(call: Call<Assets['preview']>) {
  const { query, caller, params, tables } = call
  const asset = isVendor(caller)
    ? await visibleAsset(call, params.id)
    : await takableAsset(call, params.id)
  const language = await languageOf(call, asset, query.language)
  const version = await versionOf(call, asset, language, query.version)
  const marks = await tables.assets.marks(caller.user.id, [asset.id])
  const mayPlay = isVendor(caller) || (!asset.locked && hasAccepted(asset, marks.get(asset.id)))
  const spoken = [...(await languagesFor(call)), language]
  return { body: await previewOf(call, version, { mayPlay, spoken }) }
}

/** The reader of a preview. */
interface Looking {
  /** Whether the reader may have the file of a video, which its preview hands out. */
  mayPlay: boolean
  /** Languages, the best first; the first captions are the ones that are shown. */
  spoken: readonly string[]
}

/** The preview of a version with signed addresses. */
async function previewOf(
  call: Parameters<typeof signedLink>[0],
  { file, look, url, captions = [] }: AssetFile,
  { mayPlay, spoken }: Looking,
): Promise<AssetPreview> {
  const link = async (id: string) => (await signedLink(call, 'GET', id)).url
  const pageOf = async ({ text, image }: StoredPage, place: number): Promise<PreviewPage> => ({
    number: place + 1,
    ...(image && { url: await link(image.id), width: image.width, height: image.height }),
    ...(text !== undefined && { text }),
  })
  const expiresAt = new Date(Date.parse(call.now) + 5 * 60_000).toISOString()
  if (url !== undefined) return { kind: 'link', pages: [], expiresAt }
  if (!look) return { kind: 'none', pages: [], reason: 'pending', expiresAt }
  const { kind, pages, pageCount, reason, thumbnail, zones } = look
  if (kind === 'video' && !mayPlay)
    return { kind: 'none', pages: [], reason: 'unsupported', expiresAt }
  const placeOf = ({ language }: { language: string }) =>
    spoken.includes(language) ? spoken.indexOf(language) : spoken.length
  const ordered = captions.toSorted((one, other) => placeOf(one) - placeOf(other))
  return {
    ...{ kind, expiresAt, pages: await Promise.all(pages.map(pageOf)) },
    ...(pageCount !== undefined && { pageCount }),
    ...(reason && { reason }),
    ...(zones && { zones }),
    ...(kind === 'video' &&
      file && {
        video: {
          ...{ url: await link(file.id), mediaType: file.mediaType },
          ...(thumbnail && { poster: await link(thumbnail.id) }),
          captions: await Promise.all(
            ordered.map(async ({ language, id }) => ({ language, url: await link(id) })),
          ),
        },
      }),
  }
}
