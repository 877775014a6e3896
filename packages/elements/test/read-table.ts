import { textIn } from './mount.ts'

/** The rows of a table as a screen reader goes through them: the header of the row, then its cells. */
export const readRows = (table: Element): string[][] =>
  [...table.querySelectorAll('tbody tr')].map((row) => {
    const cells = [...row.children]
    const [head] = cells
    if (!head?.matches('th[scope=row]')) throw new Error('The row has no header.')
    return cells.map(textIn)
  })

/** The name of a table: its caption, or the element that labels it. */
export function nameOf(table: Element): string {
  const labels = table.getAttribute('aria-labelledby')
  const root = table.getRootNode() as ShadowRoot
  return textIn(labels ? root.getElementById(labels) : table.querySelector('caption'))
}

/** Tells whether a screen reader gets an element: it is drawn, and nothing around it hides it. */
export const isRead = (element: Element): boolean =>
  element.checkVisibility({ visibilityProperty: true }) && !element.closest('[aria-hidden=true]')
