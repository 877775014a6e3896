/** The tags of an article’s text, and their attributes beside `lang` and `dir`. */
export const allowedTags: Readonly<Record<string, readonly string[]>> = {
  ...{
    p: [],
    br: [],
    hr: [],
    blockquote: [],
    pre: [],
    code: ['class'],
    kbd: [],
    samp: [],
    var: [],
  },
  ...{
    strong: [],
    b: [],
    em: [],
    i: [],
    s: [],
    del: [],
    ins: [],
    mark: [],
    small: [],
    sub: [],
    sup: [],
  },
  ...{
    abbr: ['title'],
    cite: [],
    q: [],
    dfn: [],
    ul: [],
    ol: ['start', 'reversed'],
    li: [],
    dl: [],
  },
  ...{ dt: [], dd: [], h1: ['id'], h2: ['id'], h3: ['id'], h4: ['id'], h5: ['id'], h6: ['id'] },
  ...{
    a: ['href', 'title', 'id', 'name'],
    img: ['src', 'alt', 'title', 'width', 'height'],
    figure: [],
  },
  ...{
    figcaption: [],
    details: ['open'],
    summary: [],
    table: [],
    caption: [],
    thead: [],
    tbody: [],
  },
  ...{
    tfoot: [],
    tr: [],
    th: ['colspan', 'rowspan', 'align', 'style'],
    td: ['colspan', 'rowspan', 'align', 'style'],
  },
}

/** Tags that go with everything in them. */
export const droppedTags: ReadonlySet<string> = new Set([
  ...['script', 'style', 'iframe', 'object', 'embed', 'applet', 'noscript', 'noembed', 'noframes'],
  ...[
    'template',
    'textarea',
    'select',
    'option',
    'svg',
    'math',
    'title',
    'head',
    'xmp',
    'plaintext',
  ],
  ...['audio', 'video', 'canvas', 'form', 'button', 'input', 'frameset'],
])

export const voidTags: ReadonlySet<string> = new Set(['br', 'hr', 'img'])

/** Further tags of HTML: they go, and what stands in them stays. */
const otherTags = `acronym address area article aside base basefont bdi bdo big body center col
  colgroup data datalist dialog dir div embed fieldset font footer frame header hgroup html image
  input label legend link main map marquee menu menuitem meta meter nav nobr optgroup output param
  picture progress rb rp rt rtc ruby search section slot source span strike time track tt u wbr`

const tags = new Set([...Object.keys(allowedTags), ...otherTags.split(/\s+/)])
const bare = /<([A-Za-z][\w.-]*)(?:\s+[^\s=<>"'`/{}]+)*\s*>/y

/**
 * Makes a function that finds a placeholder such as `<Enter>` or `<host>` at a place in the text. A
 * placeholder has a name that is no tag of HTML, no attribute with a value, and no closing tag.
 */
export function placeholderIn(source: string): (text: string, at: number) => string | undefined {
  const closed = new Set([...source.matchAll(/<\/([A-Za-z][\w.-]*)/g)].map(([, name]) => name))
  return (text, at) => {
    bare.lastIndex = at
    const [written, name = ''] = bare.exec(text) ?? []
    const isTag = tags.has(name) || (tags.has(name.toLowerCase()) && name === name.toUpperCase())
    return isTag || closed.has(name) ? undefined : written
  }
}
