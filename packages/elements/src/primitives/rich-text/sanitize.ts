import { allowedAttributes, allowedElements, unwrappedElements } from './allowed.ts'

/** The sanitiser of the HTML standard, where a browser has it. */
interface WithSanitizer {
  readonly Sanitizer?: new (config: object) => object
}

interface Settable extends HTMLElement {
  setHTML?(text: string, options: { sanitizer: object }): void
}

const config = {
  elements: [...allowedElements],
  attributes: [...allowedAttributes],
  replaceWithChildrenElements: [...unwrappedElements],
  dataAttributes: false,
  comments: false,
}

/**
 * Rich text of a backend as a fragment of inert nodes: with the allowed elements and attributes only,
 * parsed where no image loads and no handler runs. Links and images are not looked at yet.
 */
export async function sanitize(text: string): Promise<DocumentFragment> {
  const { Sanitizer } = globalThis as WithSanitizer
  const { body } = document.implementation.createHTMLDocument('') as { body: Settable }
  if (!Sanitizer || !body.setHTML) return (await import('./purify.ts')).purify(text)
  body.setHTML(text, { sanitizer: new Sanitizer(config) })
  const fragment = document.createDocumentFragment()
  fragment.append(...body.childNodes)
  return fragment
}
