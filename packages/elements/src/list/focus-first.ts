/** Focuses the first of these selectors that is there. */
export function focusFirst(root: ParentNode, wanted: readonly string[]): void {
  const found = wanted.map((one) => root.querySelector<HTMLElement>(one))
  found.find(Boolean)?.focus()
}
