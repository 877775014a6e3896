import type { AssetInput, AssetPatch, FieldError } from '@prmkit/contract'
import type { AssetFile, AssetRecord, AssetText } from '../../store/assets.ts'
import {
  fault,
  languageErrors,
  newContent,
  withFields,
  type ContentInput,
  type Writing,
} from '../content/write.ts'
import { mergePatch } from '../shared/merge-patch.ts'
import { assetTypeOf } from './types.ts'

/** An asset as the vendor wrote it: the record, and the files that are new. */
export interface WrittenAsset {
  record: AssetRecord
  files: AssetFile[]
  /** Languages that are gone. */
  removed: string[]
  errors: FieldError[]
}

/** A file that is there, or one that will be taken from an address. */
export type NewFile = NonNullable<AssetFile['file']> | { from: string; mediaType: string }

/** The files that a request names, by language. */
export type NewFiles = ReadonlyMap<string, NewFile>

/** Makes a new asset, a draft, of what was sent. */
export function newAsset(
  id: string,
  input: AssetInput,
  files: NewFiles,
  writing: Writing,
): WrittenAsset {
  const record: AssetRecord = {
    ...{ ...newContent(id, writing.now), type: 'other', stages: [], locked: false },
  }
  return write(record, input, files, writing)
}

/**
 * Changes an asset by a merge patch; audience and terms take the place of those before. A published
 * one whose end is over by then has expired.
 */
export function changedAsset(
  before: AssetRecord,
  patch: AssetPatch,
  files: NewFiles,
  writing: Writing,
): WrittenAsset {
  const { audience, terms, texts, ...rest } = patch
  const described = Object.fromEntries(
    Object.entries(before.texts).map(([language, { title, description, url }]) => [
      language,
      { title, description, ...(url !== undefined && { url }) },
    ]),
  )
  const fields = {
    ...{ language: before.language, folderId: before.sectionId, expiresAt: before.validUntil },
    externalIds: before.externalIds,
  }
  const merged = mergePatch({ ...fields, texts: described }, { ...rest, texts }) as AssetInput
  const { expiresAt } = merged
  const isOver = expiresAt !== undefined && expiresAt <= writing.now
  return write(
    before.status === 'published' && isOver ? { ...before, status: 'expired' } : before,
    {
      ...merged,
      audience: audience === null ? {} : (audience ?? before.audience),
      ...(terms !== null && (terms ?? before.terms) && { terms: terms ?? before.terms }),
    },
    files,
    writing,
  )
}

function write(
  before: AssetRecord,
  input: AssetInput,
  newFiles: NewFiles,
  writing: Writing,
): WrittenAsset {
  const { now, offered } = writing
  const { texts, changes, terms, folderId, expiresAt, featured } = input
  const errors = languageErrors(input, offered)
  for (const [language, text] of Object.entries(texts))
    errors.push(...textErrors(language, text, before.texts[language]))
  const fields: ContentInput = {
    ...{ ...input, sectionId: folderId, validUntil: expiresAt, promoted: featured },
  }
  const { terms: _, ...kept } = withFields(before, fields, writing)
  const version = before.version + 1
  const files = Object.entries(texts).flatMap(([language, { url }]): AssetFile[] => {
    const file = newFiles.get(language)
    if (!file && (url === undefined || url === before.texts[language]?.url)) return []
    return [
      {
        ...{ assetId: before.id, language, version, at: now },
        ...(changes !== undefined && before.version > 0 && { changes }),
        ...(file
          ? { ...('from' in file ? { from: file.from } : { file }), pending: true }
          : { url: url! }),
      },
    ]
  })
  const record: AssetRecord = {
    ...kept,
    stages: [...new Set(input.stages ?? before.stages)],
    locked: input.locked ?? before.locked,
    ...(terms && { terms }),
    texts: Object.fromEntries(
      Object.entries(texts).map(([language, text]) => [
        language,
        textOf(
          before.texts[language],
          text,
          files.find((one) => one.language === language),
          newFiles.get(language),
          now,
        ),
      ]),
    ),
    ...(files.length > 0 && { version, newestAt: now }),
  }
  const main = record.texts[record.language]
  return {
    record: { ...record, type: main ? assetTypeOf(main) : record.type },
    ...{ files, errors },
    removed: Object.keys(before.texts).filter((language) => !Object.hasOwn(texts, language)),
  }
}

function textOf(
  before: AssetText | undefined,
  { title, description = '' }: AssetInput['texts'][string],
  newest: AssetFile | undefined,
  file: NewFile | undefined,
  now: string,
): AssetText {
  if (!newest && before) {
    const isSame = before.title === title && before.description === description
    return { ...before, title, description, updatedAt: isSame ? before.updatedAt : now }
  }
  return {
    ...{ title, description, updatedAt: now, version: newest?.version ?? 1 },
    ...(file && { mediaType: file.mediaType, ...('size' in file && { size: file.size }) }),
    ...(newest?.url !== undefined && { url: newest.url }),
  }
}

function textErrors(
  language: string,
  { title, fileId, fileUrl, url }: Partial<AssetInput['texts'][string]>,
  before: AssetText | undefined,
): FieldError[] {
  const pointer = `/texts/${language}`
  const given = [fileId, fileUrl, url === before?.url ? undefined : url].filter(
    (one) => one !== undefined,
  )
  return [
    ...(title === undefined
      ? [fault(`${pointer}/title`, 'required', 'A new language needs it.')]
      : []),
    ...(given.length === 0 && !before
      ? [fault(pointer, 'required', 'A new language needs a fileId, a fileUrl or a url.')]
      : []),
    ...(given.length > 1
      ? [fault(pointer, 'too-many', 'Only one of fileId, fileUrl and url is possible.')]
      : []),
  ]
}
