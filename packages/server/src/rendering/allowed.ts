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
  ...{ a: ['href', 'title'], img: ['src', 'alt', 'title', 'width', 'height'], figure: [] },
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
