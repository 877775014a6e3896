/**
 * Makes text again of what a page translator wrapped: a template that changes finds its own text
 * nodes only, and would go on showing the words before.
 */
export function unwrapFonts(root: ParentNode | undefined): void {
  for (const font of root?.querySelectorAll('font') ?? []) font.replaceWith(font.textContent)
}
