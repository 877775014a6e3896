import type { SectionRecord } from '../../store/articles.ts'

/** The sections of a knowledge base as a tree. */
export class SectionTree {
  readonly #byId: ReadonlyMap<string, SectionRecord>

  constructor(sections: readonly SectionRecord[]) {
    this.#byId = new Map(sections.map((section) => [section.id, section]))
  }

  get(id: string | undefined): SectionRecord | undefined {
    return id === undefined ? undefined : this.#byId.get(id)
  }

  /** The section and all above it, the lowest first; a circle ends where it closes. */
  path(id: string | undefined): SectionRecord[] {
    const path: SectionRecord[] = []
    for (let at = this.get(id); at && !path.includes(at); at = this.get(at.parentId)) path.push(at)
    return path
  }

  /** Tells whether readers find what is in a section: neither it nor one above it is retired. */
  isShown(id: string | undefined): boolean {
    return this.path(id).every(({ status }) => status === 'published')
  }

  /** The ids of these sections and of all below them. */
  below(ids: readonly string[]): string[] {
    return [...this.#byId.keys()].filter((id) => this.path(id).some((one) => ids.includes(one.id)))
  }

  /** The ids of the sections that readers do not see. */
  hidden(): string[] {
    return [...this.#byId.keys()].filter((id) => !this.isShown(id))
  }

  /** All sections, each after the one above it, neighbours in their order. */
  inOrder(): SectionRecord[] {
    const all = [...this.#byId.values()].toSorted(
      (one, other) => one.position - other.position || (one.id < other.id ? -1 : 1),
    )
    const parentOf = ({ parentId }: SectionRecord) => this.get(parentId)?.id
    const walk = (above: string | undefined): SectionRecord[] =>
      all
        .filter((section) => parentOf(section) === above)
        .flatMap((section) => [section, ...walk(section.id)])
    return walk(undefined)
  }
}
