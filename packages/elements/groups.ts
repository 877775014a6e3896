// Tells which modules of the published files go into one: those that the same widgets need at once.
import type { OutputChunk } from 'rolldown'

/** The files that a page asks for by name. */
export interface Early {
  /** The path of the first module of each tag and of the client, with the name of its file. */
  readonly names: ReadonlyMap<string, string>
  /** The portal, which every page has. */
  readonly portal: string
  /** The widget with the most code; what another shares with it is in the core. */
  readonly form: string
  /** The widgets, of which each page has some. */
  readonly widgets: readonly string[]
  /** The client, which stands in the core; npm brings it by itself. */
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

/** The sources of a page, without the sample backend and the schemas of answers. */
const ours = /\/packages\/(?:elements\/src|contract\/src\/rules|client\/src)\//

const isPrimitive = (id: string) => id.includes('/primitives/')

/** The layer, widget or primitive of a module, or its part of a package. */
const folderOf = (id: string) =>
  /node_modules\/zod\//.test(id)
    ? 'schemas'
    : /\/packages\/\w+\/src\/(?:widgets\/|primitives\/|locales\/)?([\w-]+)\//.exec(id)?.[1]

/** Characters of code below which a file costs more, by its request and its hash, than it spares. */
const small = 2000

/**
 * Names the file of a module. The modules of the first views are put together by the tags that need
 * them, late ones that several late files need by their folder, and the shared texts of a language
 * by that language.
 */
export function groupsFor(chunks: readonly OutputChunk[], early: Early) {
  const nameOf = namesFor(new Graph(chunks, early), early)
  const little = smallOnes(chunks, nameOf)
  return (id: string): string | undefined => {
    const name = nameOf(id)
    // Most pages fetch the late code of the form, few that of others.
    return name && little.has(name) ? (name.includes(ofForm) ? 'shared' : 'shared-of-few') : name
  }
}

/** The end of the name of a file that some first views need. */
const first = '-first'

/** A part of that name, where late code of the form needs the file, too. */
const ofForm = '-late-form'

/** The files of first views that are too small, as far as they stand on the core and each other only. */
function smallOnes(chunks: readonly OutputChunk[], nameOf: (id: string) => string | undefined) {
  const sizes = new Map<string, number>()
  const under = new Map<string, Set<string>>()
  const named = (chunk?: OutputChunk) => chunk?.moduleIds.map((id) => nameOf(id) ?? id) ?? []
  const byFile = new Map(chunks.map((chunk) => [chunk.fileName, chunk]))
  for (const chunk of chunks) {
    const needed = chunk.imports.flatMap((file) => named(byFile.get(file)))
    for (const [id, { renderedLength }] of Object.entries(chunk.modules)) {
      const name = nameOf(id)
      if (!name) continue
      sizes.set(name, (sizes.get(name) ?? 0) + renderedLength)
      for (const one of [...needed, ...named(chunk)]) if (one !== name) add(under, name, one)
    }
  }
  const little = new Set<string>()
  for (const [name, size] of sizes) if (size < small && name.endsWith(first)) little.add(name)
  const standsApart = (name: string) =>
    [...(under.get(name) ?? [])].some((one) => one !== 'core' && !little.has(one))
  for (let before = -1; before !== little.size;) {
    before = little.size
    for (const name of little) if (standsApart(name)) little.delete(name)
  }
  return little
}

function namesFor({ needed, origins }: Graph, { names, portal, form, widgets, client }: Early) {
  return (id: string): string | undefined => {
    const language = /\/locales\/(?:common|field|field-later)\/(?!en|catalog)([\w-]+)\.ts$/.exec(id)
    if (language) return language[1]
    const roots = [...(needed.get(id) ?? [])]
    const own = [...widgets, ...(client ? [client] : [])].filter((one) => roots.includes(one))
    if (roots.includes(portal) && id !== portal) return 'core'
    // A page's bundler cuts a file where late code needs some of it: the portal's has files of its own.
    const isPortals = !client && roots.some((one) => origins.get(one)?.has(portal))
    const end = isPortals ? '-late' : first
    // Two widgets share little with the form, and every page calls the backend.
    if (own.length > 1 ? own.includes(form) : client && own[0] === client)
      return isPortals ? `core${end}` : 'core'
    const from = new Set(
      roots.flatMap((one) => (names.has(one) ? one : [...(origins.get(one) ?? [])])),
    )
    if (own.length) {
      const tags = own.map((one) => names.get(one)).join('-')
      const isOwn = [...from].every((one) => own.includes(one))
      // Everything that needs it has the file of its tag already.
      if (isOwn && own.length === 1) return undefined
      if (isOwn || own[0] === form) return tags + end
      // Late code of other tags must not fetch all of these first views with it.
      const others = [...from].filter((one) => one !== form && one !== portal && !own.includes(one))
      const late = others.map((one) => names.get(one)).toSorted()
      return `${tags}-for-${late.join('-')}${from.has(form) ? ofForm : ''}${end}`
    }
    if (roots.length < 2) return undefined
    // The own late file of the form shares one file with others; fields have theirs.
    const isForms = (one: string) => !isPrimitive(one) && origins.get(one)?.has(form)
    if (ours.test(id) && !roots.includes(id) && roots.some(isForms)) return 'form-late'
    return isPrimitive(id) ? undefined : folderOf(id)
  }
}
