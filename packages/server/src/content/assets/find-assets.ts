import { createHash } from 'node:crypto'
import type { FileStore } from '../../files/file-store.ts'
import type { Store } from '../../store/store.ts'
import { valueOf } from '../tree/facts.ts'
import type { Dates } from '../csv/dates.ts'
import type { FileLog } from '../problems.ts'
import type { References } from '../references.ts'
import type { Tree } from '../tree/walk.ts'
import { assetName, besideName } from './names.ts'
import {
  readAssetFile,
  readFacts,
  readShortcut,
  type AssetFileFound,
  type Tell,
  type TreeFile,
} from './read-asset.ts'

/** Everything that bringing in a tree of files needs. */
export interface AssetImport {
  store: Store
  fileStore: FileStore
  folder: string
  /** The vendor’s languages, the main one first. */
  languages: readonly string[]
  dates: Dates
  references: References
  now: string
  log: FileLog
}

type Facts = Readonly<Record<string, unknown>>

/** An asset of the tree: its files, the YAML beside them, and its facts by language. */
export interface FoundAsset {
  key: string
  folder: string
  stem: string
  files: AssetFileFound[]
  /** Posters and captions of videos. */
  beside: TreeFile[]
  /** Posters and captions by language and version of the video. */
  media: Map<
    string,
    { poster?: { id: string; mediaType: string }; captions?: { language: string; id: string }[] }
  >
  /** The values of the YAML files; the empty language is for all. */
  facts: Map<string, Facts>
  /** The address of a link. */
  url?: string
}

interface Found {
  assets: FoundAsset[]
  folders: { key: string; folder: string; front: Facts; language: string | undefined }[]
  /** The number of files that were left out. */
  bad: number
}

const isYaml = /\.ya?ml$/i
const isShortcut = /\.(url|webloc)$/i
const isCaptions = /\.vtt$/i
const isPoster = /\.poster\.(png|jpe?g|webp)$/i

/** Sorts the files of a tree into assets. */
export async function findAssets(
  { languages }: AssetImport,
  tree: Tree,
  tell: Tell,
): Promise<Found> {
  const assets = new Map<string, FoundAsset>()
  const folders: Found['folders'] = []
  const paths = [...tree.files].toSorted()
  let bad = 0
  const assetOf = ({ key, folder, stem }: { key: string; folder: string; stem: string }) => {
    const known = assets.get(key)
    if (known) return known
    const fresh: FoundAsset = {
      ...{ key, folder, stem, files: [], beside: [], media: new Map(), facts: new Map() },
    }
    assets.set(key, fresh)
    return fresh
  }

  for (const path of paths) {
    if (isYaml.test(path) || isCaptions.test(path) || isPoster.test(path)) continue
    const name = assetName(path, languages)
    if (isShortcut.test(path)) {
      const url = await readShortcut(tree, path)
      if (url === undefined) tell('The shortcut leads to no web address. It is left out.', path)
      else assetOf(name).url = url
      if (url === undefined) bad++
      continue
    }
    const file = await readAssetFile(tree, path, name, tell)
    if (!file) {
      bad++
      continue
    }
    const twin = assetOf(name).files.find(
      (one) => one.version === file.version && one.language === file.language,
    )
    if (twin) tell(`This is the same version and language as ${twin.path}; it is left out.`, path)
    else assetOf(name).files.push(file)
  }
  for (const path of paths.filter((one) => isYaml.test(one))) await takeFacts(path)
  for (const path of paths.filter((one) => isCaptions.test(one) || isPoster.test(one)))
    await takeMedia(path)
  const all = [...assets.values()].filter(({ files, url }) => files.length > 0 || url !== undefined)
  return { assets: all, folders, bad }

  /** Takes the YAML beside a file, of a folder, or of a link that has no file. */
  async function takeFacts(path: string): Promise<void> {
    const facts = await readFacts(tree, path, tell)
    const name = besideName(path, languages)
    const { folder, stem, language } = name
    if (stem.toLowerCase() === 'folder')
      return void folders.push({
        ...{ key: path, folder, language },
        front: { ...facts, sectionTitle: valueOf(facts, 'title') },
      })
    const owners = [...assets.values()].filter(
      (one) => one.key === name.key || (one.folder === folder && one.stem === stem),
    )
    const url = valueOf(facts, 'url')
    if (owners.length === 0 && url !== undefined) {
      const key = `${folder === '' ? '' : `${folder}/`}${stem}.url`
      const link = assetOf({ ...name, key })
      link.url = url
      owners.push(link)
    }
    if (owners.length === 0) tell('No file has this name; the YAML is not used.', path)
    for (const owner of owners) owner.facts.set(language ?? '', facts)
  }

  /** Takes captions and the image before a video plays. */
  async function takeMedia(path: string): Promise<void> {
    const { folder, stem, language } = besideName(path.replace(isPoster, '.png'), languages)
    const videos = [...assets.values()].filter(
      (one) =>
        one.folder === folder &&
        one.stem === stem &&
        one.files.some(({ mediaType }) => mediaType.startsWith('video/')),
    )
    if (videos.length === 0) return void tell('No video has this name; it is not used.', path)
    const file = await readBeside(tree, path, tell)
    if (!file) return
    for (const video of videos) {
      video.beside.push(file)
      for (const one of video.files) {
        const key = `${one.language ?? languages[0] ?? 'en'} ${one.version}`
        const media = video.media.get(key) ?? {}
        const captions = [
          ...(media.captions ?? []),
          { language: language ?? languages[0] ?? 'en', id: file.id },
        ]
        video.media.set(
          key,
          isCaptions.test(path)
            ? { ...media, captions }
            : { ...media, poster: { id: file.id, mediaType: file.mediaType } },
        )
      }
    }
  }

  async function readBeside(from: Tree, path: string, say: Tell) {
    const name = assetName(path, languages)
    if (!isCaptions.test(path)) return readAssetFile(from, path, name, say)
    return readAssetFile(from, path, name, say, 'text/vtt')
  }
}

/** A hash of everything that an import reads of an asset, by which an unchanged one is known. */
export function hashOf({ files, facts, url = '', beside }: FoundAsset): string {
  const parts = [
    ...files.map(({ version, language = '', id, name }) => `${version} ${language} ${id} ${name}`),
    ...beside.map(({ id, path }) => `${id} ${path}`),
    ...[...facts].map(([language, values]) => `${language} ${JSON.stringify(values)}`),
    url,
  ]
  return createHash('sha256').update(parts.join('\n')).digest('base64url')
}
