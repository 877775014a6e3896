/** A section or folder, as far as its place goes. */
interface Placed {
  readonly id: string
  readonly parentId?: string | undefined
  readonly position: number
}

/** The sections below one, or those at the top. */
export const sectionsBelow = <Section extends Placed>(
  sections: readonly Section[],
  parentId?: string,
): readonly Section[] => {
  const known = new Set(sections.map(({ id }) => id))
  // A section whose parent is out of sight stands at the top.
  const above = ({ parentId: id }: Section) => (id && known.has(id) ? id : undefined)
  return sections
    .filter((one) => above(one) === parentId)
    .toSorted((a, b) => a.position - b.position)
}

/** A section and those above it, from the top. */
export function pathTo<Section extends Placed>(
  sections: readonly Section[],
  id: string | undefined,
): readonly Section[] {
  const path: Section[] = []
  for (let at = id; at;) {
    const found = sections.find((one) => one.id === at)
    if (!found || path.includes(found)) break
    path.unshift(found)
    at = found.parentId
  }
  return path
}
