import { readFile } from 'node:fs/promises'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { isActive, mediaTypeOf } from '../../files/file-types.ts'
import type { FileStore } from '../../files/file-store.ts'
import { contentPrefix } from '../../routes/files/resource.ts'
import { anchorOf } from '../../rules/shared/html-marks.ts'
import type { ArticleBody, ContentFile } from '../../store/articles.ts'
import type { TextReference } from '../../store/rendered.ts'
import { quoted } from '../problems.ts'
import { imageSize } from './image-size.ts'
import { indexNames, isIndex, pathFrom, textName } from './names.ts'
import type { Found, Tell, TextFile } from './read-text.ts'
import type { Tree } from '../tree/walk.ts'
import type { Store } from '../../store/store.ts'

/** The beginning of the name by which texts of a tree link to one another. */
export const treePrefix = 'articles/'

const imageTypes: Readonly<Record<string, string>> = { svg: 'image/svg+xml', avif: 'image/avif' }
const largest = 25_000_000

/** Finds the targets of links within a tree, and takes the files that they show or lead to. */
export class Links {
  readonly #tree: Tree
  readonly #languages: readonly string[]
  readonly #keys: ReadonlySet<string>
  readonly #store: Pick<Store, 'read'>
  readonly #fileStore: FileStore | undefined
  /** The keys of articles by their names in lower case, in which many sites serve their pages. */
  readonly #lowerKeys: ReadonlyMap<string, string>
  readonly #taken = new Map<string, ContentFile | undefined>()
  /** The headings of articles by the articles’ keys, and the links that lead to a heading. */
  readonly #anchors = new Map<string, Set<string>>()
  readonly #aimed: { text: TextFile; key: string; anchor: string }[] = []
  /** The files by their paths, as they were before this import. */
  readonly #before = new Map<string, string>()

  constructor(
    tree: Tree,
    languages: readonly string[],
    keys: ReadonlySet<string>,
    { store, fileStore }: { store: Pick<Store, 'read'>; fileStore: FileStore | undefined },
  ) {
    this.#tree = tree
    this.#languages = languages
    this.#keys = keys
    this.#lowerKeys = new Map([...keys].map((key) => [key.toLowerCase(), key]))
    this.#store = store
    this.#fileStore = fileStore
  }

  /** The files that texts show or lead to and that were taken. */
  files(): ContentFile[] {
    return [...this.#taken.values()].filter((file) => file !== undefined)
  }

  /** Reads the texts of articles before this import, and remembers the files that they showed. */
  async before(ids: readonly string[]): Promise<ArticleBody[]> {
    const bodies = await this.#store.read.articles.bodies(ids)
    await this.#remember(
      bodies.flatMap(({ rendered }) => rendered?.references.map(({ target }) => target) ?? []),
    )
    return bodies
  }

  async #remember(sources: readonly string[]): Promise<void> {
    const unknown = [...new Set(sources)].filter((source) => !this.#before.has(source))
    if (unknown.length === 0) return
    for (const { source, id } of await this.#store.read.contentFiles.bySource(unknown))
      this.#before.set(source, id)
  }

  /** Tells whether the pictures are the same as before, wherever their files are. */
  showAlike(before: readonly TextReference[], now: readonly TextReference[]): boolean {
    const files = (references: readonly TextReference[], idOf: (target: string) => unknown) =>
      references
        .flatMap(({ kind, target }) => (kind === 'image' ? (idOf(target) ?? '') : []))
        .join()
    return (
      files(before, (target) => this.#before.get(target)) ===
      files(now, (target) => this.#taken.get(target.slice(treePrefix.length))?.id)
    )
  }

  /** The references of a text by the names that the whole tree knows. */
  async resolve(text: TextFile, references: readonly TextReference[]): Promise<TextReference[]> {
    const resolved: TextReference[] = []
    for (const reference of references) {
      if (reference.target.startsWith('https:')) {
        resolved.push(reference)
        continue
      }
      const found = await this.#lookUp(text, reference.target, reference.kind)
      resolved.push({ ...reference, target: treePrefix + (found ?? `?${reference.target}`) })
    }
    return resolved
  }

  /** The articles whose texts are unchanged while files or articles that they lead to have changed. */
  async moved(
    bodies: readonly ArticleBody[],
    same: readonly { article: Found; id: string }[],
  ): Promise<Set<Found>> {
    const moved = new Set<Found>()
    for (const { articleId, language, rendered } of bodies) {
      const { article } = same.find(({ id }) => id === articleId)!
      const text = textIn(article, language, this.#languages)
      if (text && !(await this.#isAsBefore(text, rendered?.references ?? []))) moved.add(article)
    }
    return moved
  }

  /** Tells whether the references lead to the same places and to files with the same bytes as before. */
  async #isAsBefore(text: TextFile, references: readonly TextReference[]) {
    for (const { target, kind } of references) {
      if (!target.startsWith(treePrefix)) continue
      const named = target.slice(treePrefix.length)
      const isBroken = named.startsWith('?')
      if (!isBroken && kind === 'link' && this.#keys.has(named)) continue
      const found = await (isBroken
        ? this.#lookUp(text, named.slice(1), kind)
        : this.#find(named, kind))
      if (found !== (isBroken ? undefined : named)) return false
      if (!isBroken && this.#taken.get(named)?.id !== this.#before.get(target)) return false
    }
    return true
  }

  /** Many sites serve each page as a folder, and its links count from there. */
  async #lookUp({ path, key }: TextFile, target: string, kind: TextReference['kind']) {
    const asFolder = path.replace(/\.\w+$/, '/')
    for (const from of isIndex(key) ? [path] : [path, asFolder]) {
      const meant = pathFrom(from, target)
      const found = meant === undefined ? undefined : await this.#find(meant, kind)
      if (found !== undefined) return found
    }
    return undefined
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

  /** Remembers the headings of a text, and the headings elsewhere that it leads to. */
  note(
    text: TextFile,
    title: string,
    { html, references }: NonNullable<ArticleBody['rendered']>,
  ): void {
    const anchors = this.#anchors.get(text.key) ?? new Set()
    anchors.add(anchorOf(title))
    for (const [, id = ''] of html.matchAll(/\sid="([^"]*)"/g)) anchors.add(id)
    this.#anchors.set(text.key, anchors)
    for (const { target, anchor } of references)
      if (anchor !== undefined && this.#keys.has(target.slice(treePrefix.length)))
        this.#aimed.push({ text, key: target.slice(treePrefix.length), anchor })
  }

  /** Tells of links to headings that are missing in the articles of this import. */
  tellLost(tell: Tell): void {
    for (const { text, key, anchor } of this.#aimed) {
      if (this.#anchors.get(key)?.has(anchor) !== false) continue
      const written = anchor.replace(/^h-/, '#')
      tell(`The link to ${quoted(written)} of ${key} leads to no heading.`, placeOf(text, written))
    }
  }

  /** The key of an article that a link names without its ending, or by its folder. */
  #keyOf(path: string): string | undefined {
    const bare = path.replace(/\.html?$/, '')
    const named = textName(`${bare}.md`, this.#languages)?.key ?? bare
    const places = [named, ...indexNames.map((index) => `${named}/${index}`.replace(/^\//, ''))]
    return places
      .map((one) => (this.#keys.has(one) ? one : this.#lowerKeys.get(one.toLowerCase())))
      .find((one) => one !== undefined)
  }

  async #take(path: string): Promise<ContentFile | undefined> {
    if (this.#taken.has(path)) return this.#taken.get(path)
    const file = await this.#read(path)
    // The stored file is remembered before another article of the import brings the new one.
    if (file) await this.#remember([file.source])
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

/** Tells of every link and picture of a text that leads nowhere. */
export function tellBroken(
  text: TextFile,
  { references, brokenAnchors = [] }: NonNullable<ArticleBody['rendered']>,
  tell: Tell,
): void {
  for (const anchor of brokenAnchors)
    tell(`The link ${quoted(anchor)} leads to no heading.`, placeOf(text, anchor))
  for (const { kind, target } of references) {
    if (!target.startsWith(`${treePrefix}?`)) continue
    const written = target.slice(treePrefix.length + 1)
    const noun = kind === 'image' ? 'image' : 'link'
    const where =
      pathFrom(text.path, written) === undefined
        ? 'leads out of the folder.'
        : 'leads to nothing that can be shown.'
    tell(`The ${noun} ${quoted(written)} ${where}`, placeOf(text, written))
  }
}

/** The file of an article in a language. */
export function textIn(
  { texts }: Found,
  language: string,
  [main = 'en']: readonly string[],
): TextFile | undefined {
  return texts.find((one) => (one.language ?? main) === language)
}

/** The line on which a target first stands. */
function placeOf({ path, text, textLine }: TextFile, target: string) {
  const at = [target, encodeURI(target)].map((one) => text.indexOf(one)).find((place) => place >= 0)
  return {
    file: path,
    ...(at !== undefined && { line: textLine + text.slice(0, at).split('\n').length - 1 }),
  }
}
