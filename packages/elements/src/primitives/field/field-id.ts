/** The id of the control for a pointer, unique in its root. */
export const fieldId = (pointer: string): string =>
  'field' + pointer.replace(/[^A-Za-z0-9]/g, (sign) => `_${sign.charCodeAt(0)}_`)

const focusable = ':is(input, select, textarea, button):not(:disabled)'

/** The control for a pointer, or the nearest above it. */
export function controlOf(root: ParentNode, pointer: string): HTMLElement | undefined {
  for (let at = pointer; at; at = at.slice(0, at.lastIndexOf('/'))) {
    const found = root.querySelector<HTMLElement>(`#${fieldId(at)}`)
    const control = found?.matches(focusable) ? found : found?.querySelector<HTMLElement>(focusable)
    if (control) return control
  }
  return undefined
}

/** Puts the focus on the control for a pointer, or on the nearest above it; false without one. */
export function focusField(root: ParentNode, pointer: string): boolean {
  const control = controlOf(root, pointer)
  control?.focus({ preventScroll: true })
  ;(control?.closest('.field') ?? control)?.scrollIntoView({ block: 'nearest' })
  return !!control
}
