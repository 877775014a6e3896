import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import type { FileStore } from '../../files/file-store.ts'
import { assetFilePrefix } from '../../files/collect-files.ts'
import { headSize, objectionTo, vendorMediaTypeOf } from '../../files/file-types.ts'
import { tooLargeDrawing, unsafeDrawing } from '../../files/drawings.ts'
import type { ContentFile } from '../../store/articles.ts'
import type { Store } from '../../store/store.ts'
import { parseYaml } from '../text/yaml.ts'
import type { Tree } from '../tree/walk.ts'
import type { AssetName } from './names.ts'

/** The most bytes of a file; a larger one is left out, because nobody takes it through a browser. */
const largest = 2_000_000_000
const longestYaml = 200_000

/** A file of the content library that can be taken in. */
export interface AssetFileFound extends AssetName {
  path: string
  name: string
  mediaType: string
  size: number
  /** The id by which the file store knows the file’s bytes. */
  id: string
}

/** Tells of something in a file that cannot be used. */
export type Tell = (text: string, file: string) => void

/** Looks at a file; undefined where it is left out, and then it was told why. `known` is its type where the ending says none. */
export async function readAssetFile(
  { root }: Tree,
  path: string,
  name: AssetName,
  tell: Tell,
  known?: string,
): Promise<AssetFileFound | undefined> {
  const file = join(root, path)
  const { size } = await stat(file)
  const fileName = path
    .split('/')
    .at(-1)!
    .replaceAll(/[\p{Cc}\p{Cf}]/gu, ' ')
  const mediaType = known ?? vendorMediaTypeOf(fileName)
  if (size === 0) return void tell('The file is empty. It is left out.', path)
  if (size > largest)
    return void tell(`The file has ${size} bytes; ${largest} are possible. It is left out.`, path)
  if (mediaType === undefined)
    return void tell('Files with this ending are not taken. It is left out.', path)
  const objection =
    (known === undefined ? objectionTo(fileName, await headOf(file)) : undefined) ??
    (mediaType === 'image/svg+xml'
      ? (tooLargeDrawing(size) ?? unsafeDrawing(await readFile(file)))
      : undefined)
  if (objection !== undefined) return void tell(`${objection} It is left out.`, path)
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(file)) hash.update(chunk as Uint8Array)
  const id = `${assetFilePrefix}${hash.digest('hex').slice(0, 48)}`
  return { ...name, path, name: fileName, mediaType, size, id }
}

async function headOf(path: string): Promise<Uint8Array> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headSize), 0, headSize, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

/** Where a file stands in its tree, and the facts that its record gets. */
export type TreeFile = Pick<AssetFileFound, 'path' | 'id' | 'name' | 'mediaType' | 'size'>

/** Keeps a file with its record, once however often it stands in the tree. */
export async function keepFile(
  tree: Tree,
  file: TreeFile,
  { store, fileStore }: { store: Store; fileStore: FileStore },
): Promise<void> {
  const kept = await keepBytes(tree, file, fileStore)
  await store.write((tables) => tables.contentFiles.put([kept]))
}

/** Keeps the bytes of a file, and answers the record that is to be written of them. */
export async function keepBytes(
  { root }: Tree,
  { path, id, name, mediaType, size }: TreeFile,
  fileStore: FileStore,
): Promise<ContentFile> {
  // The file is kept anew although it is there, because bytes that no record names yet are collected by their age.
  const bytes = Readable.toWeb(createReadStream(join(root, path)))
  await fileStore.put(id, bytes as unknown as ReadableStream<Uint8Array>)
  return { id, source: id, name, mediaType, size }
}

/** The values of a YAML file of the tree; empty where it cannot be read, and then it was told. */
export async function readFacts(
  { root }: Tree,
  path: string,
  tell: Tell,
): Promise<Readonly<Record<string, unknown>>> {
  const { size } = await stat(join(root, path))
  if (size > longestYaml) {
    tell(`The file has ${size} bytes; ${longestYaml} are possible.`, path)
    return {}
  }
  const text = await readFile(join(root, path), 'utf8')
  const value = parseYaml(text, (problem) => tell(problem, path))?.value
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {}
}

/** The address in an internet shortcut of Windows or macOS; undefined where there is none. */
export async function readShortcut({ root }: Tree, path: string): Promise<string | undefined> {
  const text = (await readFile(join(root, path), 'utf8')).slice(0, 10_000)
  const found =
    /^URL=(\S+)/m.exec(text)?.[1] ?? /<string>(https?:[^<\s]+)<\/string>/.exec(text)?.[1]
  return found !== undefined && /^https?:\/\//i.test(found) && URL.canParse(found)
    ? found
    : undefined
}
