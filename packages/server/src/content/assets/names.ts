import { vendorMediaTypeOf } from '../../files/file-types.ts'

/** A file of the content library: the asset that it belongs to, its version and language. */
export interface AssetName {
  /** The path without version and language: the asset’s key. */
  key: string
  /** The folders above the file, without a folder that names a language. */
  folder: string
  /** The name without folder, version, language and ending. */
  stem: string
  version: number
  language: string | undefined
}

/**
 * Reads the path of a file: `decks/intro.v2.de.pdf` is the second version of `decks/intro.pdf` in
 * German, and so is `decks/de/intro.v2.pdf`.
 */
export function assetName(path: string, languages: readonly string[]): AssetName {
  const parts = path.split('/')
  const folders = parts.slice(0, -1)
  const isSame = (one: string, other: string) => one.toLowerCase() === other.toLowerCase()
  const at = folders.findIndex((folder) => languages.some((one) => isSame(one, folder)))
  const inFolder = at === -1 ? undefined : languages.find((one) => isSame(one, folders[at]!))
  if (at !== -1) folders.splice(at, 1)
  const [, whole = '', ending = ''] = /^(.+?)(\.[^.]*)?$/s.exec(parts.at(-1)!) ?? []
  const inName = languages.find((one) => whole.toLowerCase().endsWith(`.${one.toLowerCase()}`))
  const bare = inName === undefined ? whole : whole.slice(0, -inName.length - 1)
  const [, stem = bare, number = '1'] = /^(.+)\.v(\d{1,4})$/i.exec(bare) ?? []
  return {
    ...{ key: [...folders, stem + ending.toLowerCase()].join('/'), folder: folders.join('/') },
    ...{ stem, version: Number(number), language: inName ?? inFolder },
  }
}

/** Reads the path of a file that stands beside another one: `intro.de.yaml` as `intro.pdf.de.yaml`. */
export function besideName(path: string, languages: readonly string[]): AssetName {
  const outer = assetName(path, languages)
  if (vendorMediaTypeOf(outer.stem) === undefined) return outer
  const { folder, language } = outer
  const inner = assetName(folder === '' ? outer.stem : `${folder}/${outer.stem}`, languages)
  return { ...inner, language: inner.language ?? language }
}
