import type { AssetInput, AssetPatch, Audience, FieldError } from '@prmkit/contract'
import { endOfDay } from '@prmkit/contract/rules'

/** The fields of the form, each with a place for what is wrong. */
export const fields = [
  ...['asset', 'file', 'title', 'description', 'language', 'folder', 'products', 'tags'],
  ...['audience', 'expires', 'changes'],
] as const

/** The answers of the form, as its fields have them. */
export interface Answers {
  kind: 'new' | 'version'
  /** The asset that gets a new version. */
  assetId: string | undefined
  title: string
  description: string
  language: string
  folderId: string
  productIds: readonly string[]
  tags: string
  tiers: readonly string[]
  partnerKinds: readonly string[]
  /** The end of the last day, an instant; empty without an end. */
  expires: string
  changes: string
}

/** A file that the backend has. */
export interface Sent {
  id: string
  name: string
}

/** The answers of a form; a last day ends in the vendor’s time zone. */
export function answersOf(
  form: HTMLFormElement,
  assetId: string | undefined,
  timeZone: string,
): Answers {
  const data = new FormData(form)
  const one = (name: string) => String(data.get(name) ?? '').trim()
  const all = (name: string) => data.getAll(name).map(String)
  const lastDay = one('expires')
  return {
    kind: one('kind') === 'version' ? 'version' : 'new',
    ...{ assetId, title: one('title'), description: one('description') },
    ...{ language: one('language'), folderId: one('folder'), tags: one('tags') },
    ...{ productIds: all('product'), tiers: all('tier'), partnerKinds: all('partnerKind') },
    ...{ expires: lastDay && endOfDay(lastDay, timeZone), changes: one('changes') },
  }
}

/** The fields that are missing before anything is sent. */
export function missingIn({ kind, assetId, title }: Answers, files: readonly Sent[]): string[] {
  return [
    ...(kind === 'version' && assetId === undefined ? ['asset'] : []),
    ...(files.length === 0 ? ['file'] : []),
    ...(kind === 'new' && files.length === 1 && title === '' ? ['title'] : []),
  ]
}

/** A new asset of one file; several files take their titles from their names. */
export function newAsset(answers: Answers, { id, name }: Sent, isAlone: boolean): AssetInput {
  const { title, description, language, folderId, productIds, tags, expires } = answers
  const { tiers, partnerKinds } = answers
  const audience = {
    ...(tiers.length > 0 && { tiers }),
    ...(partnerKinds.length > 0 && { partnerKinds }),
  } as Audience
  return {
    texts: {
      [language]: {
        title: isAlone ? title : titleOf(name),
        ...(description !== '' && { description }),
        fileId: id,
      },
    },
    ...{ language, productIds: [...productIds], audience },
    tags: tags
      .split(',')
      .map((tag) => tag.trim())
      .filter((tag) => tag !== ''),
    ...(folderId !== '' && { folderId }),
    ...(expires !== '' && { expiresAt: expires }),
  }
}

/** A new version in a language; one that the asset lacks needs its title too. */
export function newVersion({ language, title, changes }: Answers, { id }: Sent): AssetPatch {
  return {
    texts: { [language]: { fileId: id, ...(title !== '' && { title }) } },
    ...(changes !== '' && { changes }),
  }
}

/** The name of a file as a title. */
export const titleOf = (name: string): string =>
  name
    .replace(/\.[^.]*$/, '')
    .replaceAll(/[_-]+/g, ' ')
    .trim() || name

const places: readonly [RegExp, (typeof fields)[number]][] = [
  [/^\/texts\/[^/]+\/title/, 'title'],
  [/^\/texts\/[^/]+\/description/, 'description'],
  [/^\/texts/, 'file'],
  [/^\/language/, 'language'],
  [/^\/folderId/, 'folder'],
  [/^\/productIds/, 'products'],
  [/^\/tags/, 'tags'],
  [/^\/audience/, 'audience'],
  [/^\/expiresAt/, 'expires'],
  [/^\/changes/, 'changes'],
]

/** The faults that the backend named, by field; those of no field are left over. */
export function faultsByField(errors: readonly FieldError[]): Map<string, FieldError> {
  const faults = new Map<string, FieldError>()
  for (const error of errors) {
    const field = places.find(([pattern]) => pattern.test(error.pointer))?.[1]
    if (field && !faults.has(field)) faults.set(field, error)
  }
  return faults
}
