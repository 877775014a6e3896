/** Keeps a plain key that is typed in a field within its widget: pages give such keys meanings. */
export function keepKey(event: KeyboardEvent): void {
  const { key, ctrlKey, metaKey, altKey } = event
  const [field] = event.composedPath() as Element[]
  if (
    key.length === 1 &&
    !ctrlKey &&
    !metaKey &&
    !altKey &&
    field?.matches('input, textarea, select')
  )
    event.stopPropagation()
}
