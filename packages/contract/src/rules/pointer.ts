/** The steps of an RFC 6901 pointer, unescaped. */
function steps(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
}

/** The value a pointer names, or `undefined`. Only own properties are followed. */
export function valueAt(root: unknown, pointer: string): unknown {
  let value = root
  for (const step of steps(pointer)) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined
    value = (value as Record<string, unknown>)[step]
  }
  return value
}

/**
 * Puts a value where a pointer says, making objects on the way; `undefined` takes it away.
 * Steps that would reach a prototype are ignored.
 */
export function setValueAt(root: Record<string, unknown>, pointer: string, value: unknown): void {
  const path = steps(pointer)
  const last = path.pop()
  if (last === undefined || [...path, last].some((step) => step === '__proto__')) return
  let target = root
  for (const step of path) {
    const next = Object.hasOwn(target, step) ? target[step] : undefined
    if (typeof next === 'object' && next !== null) target = next as Record<string, unknown>
    else if (value === undefined) return
    else target = target[step] = {} as never
  }
  if (value === undefined) delete target[last]
  else target[last] = value
}

/** Tells whether one of the pointers names this place or one above it. */
export function isCovered(pointer: string, by: readonly string[]): boolean {
  return by.some((above) => pointer === above || pointer.startsWith(above + '/'))
}
