/** A file of a tree of texts: the article that it belongs to, and its language. */
export interface TextName {
  /** The path without language and ending: the article’s key. */
  key: string
  /** The folders above the file, without a folder that names a language. */
  folder: string
  language: string | undefined
  isMdx: boolean
}

/** Reads the name of a Markdown file; undefined for any other. */
export function textName(path: string, languages: readonly string[]): TextName | undefined {
  const [, stem, ending] = /^(.*)\.(md|mdx|markdown)$/i.exec(path) ?? []
  if (stem === undefined || ending === undefined) return undefined
  const inName = languages.find((one) => stem.toLowerCase().endsWith(`.${one.toLowerCase()}`))
  const bare = inName === undefined ? stem : stem.slice(0, -inName.length - 1)
  const parts = bare.split('/')
  const folders = parts.slice(0, -1)
  const at = folders.findIndex((folder) => languages.some((one) => isSame(one, folder)))
  const inFolder = at === -1 ? undefined : languages.find((one) => isSame(one, folders[at]!))
  if (at !== -1) folders.splice(at, 1)
  const name = parts.at(-1)!
  return {
    key: [...folders, name].join('/'),
    folder: folders.join('/'),
    language: inName ?? inFolder,
    isMdx: ending.toLowerCase() === 'mdx',
  }
}

/** The names by which a text is the page of its folder. */
export const indexNames = ['index', 'README', '_index'] as const

/** Tells whether a text is the page of its folder. */
export function isIndex(key: string): boolean {
  return indexNames.some((name) => `/${key}`.toLowerCase().endsWith(`/${name.toLowerCase()}`))
}

const isSame = (one: string, other: string) => one.toLowerCase() === other.toLowerCase()

/** The name of a folder or file in words: `01-echo_loggers` becomes “Echo loggers”. */
export function titleOf(name: string): string {
  const words = name
    .replace(/^\d+[-_. ]+/, '')
    .replaceAll(/[-_]+/g, ' ')
    .trim()
  return words === '' ? name : words[0]!.toUpperCase() + words.slice(1)
}

/** The path that a link in a text means, from the root of the tree; undefined where it leads out. */
export function pathFrom(file: string, target: string): string | undefined {
  const parts = target.startsWith('/') ? [] : file.split('/').slice(0, -1)
  for (const part of target.split('/'))
    if (part === '..') {
      if (parts.length === 0) return undefined
      parts.pop()
    } else if (part !== '.' && part !== '') parts.push(part)
  return parts.join('/')
}
