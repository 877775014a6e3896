/** The widgets that answer, and how; false leaves the key to the next one and the page. */
const answers = new Map<Element, () => boolean>()

/** Tells whether the focused element takes what is typed. */
function takesText(event: KeyboardEvent): boolean {
  const [target] = event.composedPath() as HTMLElement[]
  return !!target?.isContentEditable || /^(input|textarea|select)$/.test(target?.localName ?? '')
}

const inOrder = (one: Element, other: Element) =>
  one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1

function hear(event: KeyboardEvent) {
  const { key, ctrlKey, metaKey, altKey, isComposing, defaultPrevented } = event
  if (isComposing || defaultPrevented || altKey) return
  const isSlash = key === '/' && !ctrlKey && !metaKey && !takesText(event)
  if (!isSlash && !((ctrlKey || metaKey) && key.toLowerCase() === 'k')) return
  if ([...answers.keys()].toSorted(inOrder).some((one) => answers.get(one)?.()))
    event.preventDefault()
}

/**
 * Calls back when somebody asks for the search from anywhere on the page, with `/` outside of a field
 * or with Ctrl or ⌘ and K; the returned function ends that. The first widget of a page answers.
 */
export function watchShortcut(widget: Element, answer: () => boolean): () => void {
  answers.set(widget, answer)
  document.addEventListener('keydown', hear)
  return () => {
    answers.delete(widget)
    if (!answers.size) document.removeEventListener('keydown', hear)
  }
}
