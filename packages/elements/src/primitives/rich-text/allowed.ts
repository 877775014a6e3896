const list = (words: string) => words.trim().split(/\s+/)

/** The elements that an article may have; none of them runs anything or takes input. */
export const allowedElements: readonly string[] = list(`
  a abbr b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em
  figcaption figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q rp rt ruby s samp small
  span strong sub summary sup table tbody td tfoot th thead time tr u ul var wbr`)

/** Elements of a page's structure, whose contents stay without them. */
export const unwrappedElements: readonly string[] = list(`
  address article aside big center dir fieldset font footer form header hgroup label legend main nav
  section strike tt`)

/**
 * The attributes that an article may have, on any element; the contract names articles and files in
 * `data-article`, `data-anchor` and `data-file`.
 */
export const allowedAttributes: readonly string[] = list(`
  align alt class colspan data-anchor data-article data-file datetime dir height href id lang open
  reversed rowspan scope src start title width`)
