import { fieldId } from './field-id.ts'

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

/**
 * Puts the focus on the control for a pointer, or on the nearest above it, and opens what it is
 * folded into; false without one.
 */
export function focusField(root: ParentNode, pointer: string): boolean {
  const control = controlOf(root, pointer)
  const fold = control?.closest('details')
  if (fold) fold.open = true
  control?.focus({ preventScroll: true })
  ;(control?.closest('.field') ?? control)?.scrollIntoView({ block: 'nearest' })
  return !!control
}
