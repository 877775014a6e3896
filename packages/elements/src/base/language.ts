import { languageTag } from '@prmkit/contract/rules'

const listeners = new Set<() => void>()
let observer: MutationObserver | undefined

const parentOf = (node: Node): Node | null =>
  (node as Element).assignedSlot ?? node.parentNode ?? (node as ShadowRoot).host ?? null

/**
 * The BCP 47 tag of the language that an element or its nearest ancestor names, through slots and
 * shadow roots; a `lang` that names none is passed over.
 */
export function languageAround(element: Element): string | undefined {
  for (let node: Node | null = element; node; node = parentOf(node)) {
    const language = languageTag((node as Element).getAttribute?.('lang'))
    if (language) return language
  }
  return undefined
}

/** Calls back when a `lang` changes around the element; returns the function that stops it. */
export function watchLanguage(element: Element, listener: () => void): () => void {
  observer ??= new MutationObserver(() => listeners.forEach((each) => each()))
  for (let root = element.getRootNode(); ; root = (root as ShadowRoot).host.getRootNode()) {
    observer.observe(root, { subtree: true, attributeFilter: ['lang'] })
    if (!(root as ShadowRoot).host) break
  }
  listeners.add(listener)
  return () => void listeners.delete(listener)
}
