import { readFile } from 'node:fs/promises'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { isActive, mediaTypeOf } from '../../files/file-types.ts'
import type { FileStore } from '../../files/file-store.ts'
import { contentPrefix } from '../../routes/files/resource.ts'
import type { ContentFile } from '../../store/articles.ts'
import type { TextReference } from '../../store/rendered.ts'
import { quoted } from '../problems.ts'
import { imageSize } from './image-size.ts'
import { pathFrom, textName } from './names.ts'
import type { Found, Tell, TextFile } from './read-text.ts'
import type { Tree } from '../tree/walk.ts'
import type { Tables } from '../../store/store.ts'

/** The beginning of the name by which texts of a tree link to one another. */
export const treePrefix = 'articles/'

const imageTypes: Readonly<Record<string, string>> = { svg: 'image/svg+xml', avif: 'image/avif' }
const largest = 25_000_000

/** Finds the targets of links within a tree, and takes the files that they show or lead to. */
export class Links {
  readonly #tree: Tree
  readonly #languages: readonly string[]
  readonly #keys: ReadonlySet<string>
  readonly #fileStore: FileStore | undefined
  readonly #taken = new Map<string, ContentFile | undefined>()

  constructor(
    tree: Tree,
    languages: readonly string[],
    keys: ReadonlySet<string>,
    fileStore: FileStore | undefined,
  ) {
    this.#tree = tree
    this.#languages = languages
    this.#keys = keys
    this.#fileStore = fileStore
  }

  /** The files that were taken. */
  files(): ContentFile[] {
    return [...this.#taken.values()].filter((file) => file !== undefined)
  }

  /** The references of a text by the names that the whole tree knows; a broken one is told. */
  async resolve(
    text: TextFile,
    references: readonly TextReference[],
    tell: Tell,
  ): Promise<TextReference[]> {
    const resolved: TextReference[] = []
    for (const reference of references) {
      if (reference.target.startsWith('https:')) {
        resolved.push(reference)
        continue
      }
      const path = pathFrom(text.path, reference.target)
      const found = path === undefined ? undefined : await this.#find(path, reference.kind)
      if (found === undefined) tell(broken(reference, path), placeOf(text, reference.target))
      resolved.push({ ...reference, target: treePrefix + (found ?? `?${reference.target}`) })
    }
    return resolved
  }

  /** The articles whose texts are as before, but not the files and articles that they lead to. */
  async moved(
    { articles, contentFiles }: Pick<Tables, 'articles' | 'contentFiles'>,
    same: readonly { article: Found; id: string }[],
  ): Promise<Found[]> {
    const bodies = await articles.bodies(same.map(({ id }) => id))
    const targets = bodies.flatMap(({ rendered }) =>
      (rendered?.references ?? []).map(({ target }) => target),
    )
    const known = new Map(
      (await contentFiles.bySource([...new Set(targets)])).map((file) => [file.source, file.id]),
    )
    const moved = new Set<Found>()
    for (const { articleId, language, rendered } of bodies) {
      const { article } = same.find(({ id }) => id === articleId)!
      const text = article.texts.find(
        (one) => (one.language ?? this.#languages[0] ?? 'en') === language,
      )
      if (text && !(await this.#isAsBefore(text, rendered?.references ?? [], known)))
        moved.add(article)
    }
    return [...moved]
  }

  /** Tells whether these references lead where they did, to files with the bytes of before. */
  async #isAsBefore(
    text: TextFile,
    references: readonly TextReference[],
    known: ReadonlyMap<string, string>,
  ) {
    for (const { target, kind } of references) {
      if (!target.startsWith(treePrefix)) continue
      const named = target.slice(treePrefix.length)
      const isBroken = named.startsWith('?')
      if (!isBroken && kind === 'link' && this.#keys.has(named)) continue
      const path = isBroken ? pathFrom(text.path, named.slice(1)) : named
      const found = path === undefined ? undefined : await this.#find(path, kind)
      if (found !== (isBroken ? undefined : named)) return false
      if (!isBroken && this.#taken.get(named)?.id !== known.get(target)) return false
    }
    return true
  }

  async #find(path: string, kind: TextReference['kind']): Promise<string | undefined> {
    const { files } = this.#tree
    const isText = files.has(path) ? textName(path, this.#languages) : undefined
    if (kind === 'link') {
      const key = isText?.key ?? this.#keyOf(path)
      if (key !== undefined && this.#keys.has(key)) return key
    }
    if (!files.has(path) || isText) return undefined
    return (await this.#take(path)) ? path : undefined
  }

  /** The key of an article that a link names without its ending, or by its folder. */
  #keyOf(path: string): string | undefined {
    const bare = path.replace(/\.html?$/, '')
    const named = textName(`${bare}.md`, this.#languages)?.key ?? bare
    return [named, `${named}/index`, `${named}/README`].find((one) => this.#keys.has(one))
  }

  async #take(path: string): Promise<ContentFile | undefined> {
    if (this.#taken.has(path)) return this.#taken.get(path)
    const file = await this.#read(path)
    this.#taken.set(path, file)
    return file
  }

  async #read(path: string): Promise<ContentFile | undefined> {
    const name = path.split('/').at(-1)!
    const mediaType = mediaTypeOf(name) ?? imageTypes[name.split('.').at(-1)!.toLowerCase()]
    if (mediaType === undefined || !this.#fileStore) return undefined
    if (isActive(mediaType) && mediaType !== 'image/svg+xml') return undefined
    const bytes = new Uint8Array(await readFile(join(this.#tree.root, path)))
    if (bytes.length > largest) return undefined
    const digest = createHash('sha256').update(bytes).digest('hex')
    const id = contentPrefix + digest.slice(0, 48)
    await this.#fileStore.put(id, new Blob([bytes]).stream() as ReadableStream<Uint8Array>)
    const size = mediaType.startsWith('image/') ? imageSize(bytes) : undefined
    return { id, source: treePrefix + path, name, mediaType, size: bytes.length, ...size }
  }
}

function broken({ kind, target }: TextReference, path: string | undefined): string {
  const noun = kind === 'image' ? 'image' : 'link'
  return path === undefined
    ? `The ${noun} ${quoted(target)} leads out of the folder.`
    : `The ${noun} ${quoted(target)} leads to nothing that can be shown.`
}

/** The line on which a target first stands. */
function placeOf({ path, text, textLine }: TextFile, target: string) {
  const at = [target, encodeURI(target)].map((one) => text.indexOf(one)).find((place) => place >= 0)
  return {
    file: path,
    ...(at !== undefined && { line: textLine + text.slice(0, at).split('\n').length - 1 }),
  }
}
