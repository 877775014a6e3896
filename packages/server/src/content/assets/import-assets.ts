import { newId } from '../../ids.ts'
import { keepAssets, tellOf } from '../../routes/assets/keep.ts'
import { assetLibrary } from '../../routes/assets/library.ts'
import { assetResource } from '../../routes/assets/resource.ts'
import { changedAsset, newAsset, type WrittenAsset } from '../../rules/assets/write.ts'
import type { ContentFile } from '../../store/articles.ts'
import type { AssetRecord } from '../../store/assets.ts'
import { bringSections } from '../tree/import-sections.ts'
import { isGone, retireGone } from '../tree/retire-gone.ts'
import { walk } from '../tree/walk.ts'
import { findAssets, hashOf, type AssetImport, type FoundAsset } from './find-assets.ts'
import { factsOfAsset, type AssetFacts } from './asset-facts.ts'
import { keepBytes } from './read-asset.ts'

/** The files of the content library stand below this folder of the content. */
export const assetPrefix = 'assets/'
const batch = 40

interface Made {
  found: FoundAsset
  /** The records of its files, whose bytes are kept. */
  files: ContentFile[]
  written: WrittenAsset
  before: AssetRecord | undefined
}

/**
 * Brings in a tree of files that nobody prepared: folders become folders, files assets, files of one
 * name in several languages or versions one asset. Unchanged files are left alone, the asset of a file
 * that is gone is retired, and a file that cannot be used is told of while the rest goes in.
 */
export async function importAssets(importing: AssetImport): Promise<void> {
  const { log, folder, store } = importing
  const tell = (text: string, file: string) =>
    log.problem(text, { file: assetPrefix + file.replaceAll(/\p{Cc}/gu, '?') })
  const tree = await walk(folder, tell)
  const found = await findAssets(importing, tree, tell)
  const sections = await bringSections(assetLibrary, importing, [
    ...found.assets.map(({ key, folder: path }) => ({
      ...{ key, folder: path, front: {}, language: undefined },
    })),
    ...found.folders,
  ])
  const keys = found.assets.map(({ key }) => key)
  const known = await store.read.content.find(assetResource.name, keys)
  const records = await store.read.assets.many([...known.values()].map(({ id }) => id))
  const byId = new Map(records.map((record) => [record.id, record]))
  let waiting: Made[] = []
  for (const one of found.assets) {
    const row = known.get(one.key)
    const before = row && byId.get(row.id)
    if (row?.hash === hashOf(one) && !(before && isGone(before))) {
      log.report.unchanged++
      continue
    }
    const facts = await factsOfAsset(importing, one, tell)
    if (!facts) {
      log.report.bad++
      continue
    }
    const files: ContentFile[] = []
    for (const file of [...one.files, ...one.beside])
      files.push(await keepBytes(tree, file, importing.fileStore))
    const written = await writtenAsset(importing, one, facts, sections.get(one.folder), before)
    waiting.push({ found: one, files, written, before })
    if (waiting.length >= batch) waiting = await keep(importing, waiting)
  }
  await keep(importing, waiting)
  log.report.bad += found.bad
  await retireGone(assetLibrary, importing, assetPrefix, new Set(keys))
}

/** The asset that the files make: a version after the other, each with the files that are new in it. */
async function writtenAsset(
  { store, languages, now }: AssetImport,
  found: FoundAsset,
  { input, more, dates }: AssetFacts,
  folderId: string | undefined,
  before: AssetRecord | undefined,
): Promise<WrittenAsset> {
  const main = languages[0] ?? 'en'
  const there = before ? await store.read.assets.files([before.id]) : []
  const numbers = [...new Set(found.files.map(({ version }) => version))].toSorted((a, b) => a - b)
  const place = { folderId: folderId ?? null }
  let written: WrittenAsset | undefined
  for (const number of numbers.length > 0 ? numbers : [1]) {
    const fresh = found.files.filter(
      ({ version, language = main, id }) =>
        version === number &&
        !there.some((one) => one.language === language && one.file?.id === id),
    )
    const { at = now, changes } = dates.get(number) ?? {}
    if (fresh.length === 0 && (written ?? before)) continue
    const files = new Map(
      fresh.map(({ language = main, id, name, mediaType, size }) => [
        language,
        { id, name, mediaType, size },
      ]),
    )
    const writing = { now: at, offered: languages }
    const base = written?.record ?? before
    const words = wordsFor(input.texts, base, files)
    const said = changes === undefined ? {} : { changes }
    const next: WrittenAsset = base
      ? changedAsset(base, { ...input, ...said, ...place, texts: words }, files, writing)
      : newAsset(
          newId('asset'),
          { ...input, texts: words, ...(folderId !== undefined && { folderId }) },
          files,
          writing,
        )
    written = { ...next, files: [...(written?.files ?? []), ...next.files] }
  }
  written ??= changedAsset(before!, { ...input, ...place }, new Map(), { now, offered: languages })
  const { statusReason, ...record } = written.record
  // The vendor’s own word that an asset is over holds, whatever comes of its files.
  const isOver = ['replaced', 'retired'].includes(record.status) && !isGone(written.record)
  const own = isOver ? record.status : 'published'
  const { status = own, publishedAt = record.publishedAt ?? now } = more
  const { newestAt = '' } = record
  const files = written.files.map((file) => ({
    ...file,
    ...found.media.get(`${file.language} ${numberOf(found, file.file?.id)}`),
  }))
  return {
    ...{ ...written, files },
    record: {
      ...record,
      ...{ status, source: assetPrefix + found.key, externalIds: { key: found.key } },
      ...(isOver && statusReason && { statusReason }),
      ...(status === 'published' && {
        ...{ publishedAt, newestAt: newestAt > publishedAt ? newestAt : publishedAt },
      }),
    },
  }
}

/** The number that a file has in its name. */
const numberOf = ({ files }: FoundAsset, id: string | undefined) =>
  files.find((one) => one.id === id)?.version ?? 1

/** The words of the languages that there are by now. */
function wordsFor(
  texts: AssetFacts['input']['texts'],
  base: AssetRecord | undefined,
  files: ReadonlyMap<string, unknown>,
): AssetFacts['input']['texts'] {
  return Object.fromEntries(
    Object.entries(texts).filter(
      ([language, { url }]) =>
        url !== undefined || files.has(language) || (base && Object.hasOwn(base.texts, language)),
    ),
  )
}

async function keep({ store, now, log }: AssetImport, made: readonly Made[]): Promise<Made[]> {
  if (made.length === 0) return []
  await store.write(async (tables) => {
    const writer = { tables, now, requestId: 'import' }
    const files = new Map(made.flatMap((one) => one.files.map((file) => [file.id, file])))
    await tables.contentFiles.put([...files.values()])
    await keepAssets(
      writer,
      made.map(({ written }) => written),
    )
    await tables.content.put(
      assetResource.name,
      made.map(({ found, written }) => ({
        ...{ key: found.key, id: written.record.id, hash: hashOf(found) },
      })),
    )
    const { published, updated } = assetResource.events
    for (const { written, before } of made)
      await tellOf(writer, written.record, before ? updated : published, before)
  })
  for (const { before } of made)
    if (before) log.report.changed++
    else log.report.added++
  log.flush()
  return []
}
