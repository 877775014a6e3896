// Tells which modules of the CDN build go into one file: those that the same widgets need at once.
import type { OutputChunk } from 'rolldown'

/** The files that a page asks for by name. */
export interface Early {
  /** The path of the first module of each tag and of the client, with the name of its file. */
  readonly names: ReadonlyMap<string, string>
  /** The portal, which every page has. */
  readonly portal: string
  /** The widget with the most code; what most others share with it is in the file of all. */
  readonly form: string
  /** The widgets, of which each page has some. */
  readonly widgets: readonly string[]
  /** The client, which is fetched beside the first widget; npm brings it by itself. */
  readonly client: string | undefined
}

/** The build without groups: what needs what at once, and what is imported later by what. */
class Graph {
  readonly #byFile: ReadonlyMap<string, OutputChunk>
  /** Each module, and the early and late files that cannot run without it. */
  readonly needed = new Map<string, Set<string>>()
  /** Each late file, and the early ones that may import it, also by way of other late files. */
  readonly origins = new Map<string, Set<string>>()

  constructor(chunks: readonly OutputChunk[], { names }: Early) {
    this.#byFile = new Map(chunks.map((chunk) => [chunk.fileName, chunk]))
    for (const chunk of chunks) {
      const root = chunk.facadeModuleId
      if (!root) continue
      for (const { moduleIds } of this.#closure(chunk))
        for (const id of moduleIds) add(this.needed, id, root)
      if (names.has(root))
        for (const late of this.#later(chunk, names)) add(this.origins, late, root)
    }
  }

  /** A chunk and all that it imports before it runs. */
  #closure(chunk: OutputChunk, seen = new Set<OutputChunk>()): Set<OutputChunk> {
    if (seen.has(chunk)) return seen
    seen.add(chunk)
    for (const file of chunk.imports) {
      const next = this.#byFile.get(file)
      if (next) this.#closure(next, seen)
    }
    return seen
  }

  /** The first modules of what a chunk imports later, but not what other early files import. */
  #later(
    chunk: OutputChunk,
    names: ReadonlyMap<string, string>,
    seen = new Set<string>(),
  ): Set<string> {
    for (const { dynamicImports } of this.#closure(chunk)) {
      for (const file of dynamicImports) {
        const next = this.#byFile.get(file)
        const id = next?.facadeModuleId
        if (!next || !id || seen.has(id) || names.has(id)) continue
        seen.add(id)
        this.#later(next, names, seen)
      }
    }
    return seen
  }
}

function add(map: Map<string, Set<string>>, key: string, value: string) {
  map.set(key, (map.get(key) ?? new Set()).add(value))
}

/** The layer or widget of a late module, or its part of a package; each primitive stays apart. */
const folderOf = (id: string) =>
  /node_modules\/zod\//.test(id)
    ? 'schemas'
    : /\/packages\/\w+\/src\/(?!primitives\/)(?:widgets\/)?([\w-]+)\//.exec(id)?.[1]

/**
 * Names the file of a module. The modules of the first views are put together by the tags that need
 * them, late ones that several late files need by their folder, and the shared texts of a language
 * by that language.
 */
export function groupsFor(chunks: readonly OutputChunk[], early: Early) {
  const { needed, origins } = new Graph(chunks, early)
  const { names, portal, form, widgets, client } = early
  return (id: string): string | undefined => {
    const language = /\/locales\/(?:common|field|field-later)\/(?!en|catalog)([\w-]+)\.ts$/.exec(id)
    if (language) return language[1]
    const roots = [...(needed.get(id) ?? [])]
    const own = [...widgets, ...(client ? [client] : [])].filter((one) => roots.includes(one))
    if (roots.includes(portal) && id !== portal) return 'core'
    if (own.includes(form) && own.length >= widgets.length / 2) return 'core'
    const from = new Set(
      roots.flatMap((one) => (names.has(one) ? one : [...(origins.get(one) ?? [])])),
    )
    // The package registers no tag, so everything may have its file.
    if (own.length === 1 && own[0] === client) return 'client'
    if (own.length) {
      const isOwn = [...from].every((one) => own.includes(one))
      // Everything that needs it has the file of its tag already.
      if (isOwn && own.length === 1) return undefined
      return `${own.map((one) => names.get(one)).join('-')}-${isOwn ? 'parts' : 'shared'}`
    }
    return roots.length > 1 ? folderOf(id) : undefined
  }
}
