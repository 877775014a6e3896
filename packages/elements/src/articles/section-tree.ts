import type { ArticleSection } from '@prmkit/contract'

/** The sections below one, or those at the top. */
export const sectionsBelow = (
  sections: readonly ArticleSection[],
  parentId?: string,
): readonly ArticleSection[] => {
  const known = new Set(sections.map(({ id }) => id))
  // A section whose parent is out of sight stands at the top.
  const above = ({ parentId: id }: ArticleSection) => (id && known.has(id) ? id : undefined)
  return sections
    .filter((one) => above(one) === parentId)
    .toSorted((a, b) => a.position - b.position)
}

/** A section and those above it, from the top. */
export function pathTo(
  sections: readonly ArticleSection[],
  id: string | undefined,
): readonly ArticleSection[] {
  const path: ArticleSection[] = []
  for (let at = id; at;) {
    const found = sections.find((one) => one.id === at)
    if (!found || path.includes(found)) break
    path.unshift(found)
    at = found.parentId
  }
  return path
}
