import { expect } from '@open-wc/testing'
import { show, textIn } from '../../../test/mount.ts'
import { eventually } from '../../../test/eventually.ts'
import { purify } from './purify.ts'
import type { RichTextHost } from './rich-text-host.ts'
import { richText } from './rich-text.ts'
import { sanitize } from './sanitize.ts'

const pixel =
  'data:image/svg+xml,%3Csvg xmlns="http://www.w3.org/2000/svg" width="8" height="8"/%3E'

/** The scripts that ran although none may. */
const ran: string[] = []
Object.assign(globalThis, { ran })

const opened: string[] = []
const copied: string[] = []
const host: RichTextHost = {
  words: {
    copyCode: 'Copy the code',
    code: 'Code',
    table: 'Table',
    copySection: (heading) => `Copy link to ${heading}`,
    showImage: (alt) => `Show in full: ${alt}`,
  },
  link: ({ address, article, anchor, file }) =>
    article || file
      ? { open: () => opened.push(`${article ?? file} ${anchor ?? ''}`) }
      : /^https?:/.test(address)
        ? { href: address }
        : undefined,
  image: (address) => (address === 'picture.png' ? pixel : undefined),
  copyCode: (code) => copied.push(code),
  copySection: (anchor) => copied.push(anchor),
  showImage: ({ alt }) => opened.push(alt),
}

const shown = async (text: string) => {
  const { body } = await richText(text, host)
  return show(body)
}

/** Each hostile text with the words that may stay of it. */
const hostile: readonly [name: string, text: string, stays: string][] = [
  ['a script', '<p>a<script>ran.push(1)</script>b</p>', 'ab'],
  ['a handler of an image', '<img src=x onerror="ran.push(1)" alt="a">', 'a'],
  ['a handler of a body', '<body onload="ran.push(1)">a', 'a'],
  ['a handler of an opened part', '<details open ontoggle="ran.push(1)">a</details>', 'a'],
  ['a handler that waits for focus', '<p tabindex=0 autofocus onfocus="ran.push(1)">a</p>', 'a'],
  [
    'a handler of an animation',
    '<style>@keyframes x{}</style><p style="animation-name:x" onanimationstart="ran.push(1)">a</p>',
    'a',
  ],
  ['a link that is a script', '<a href="javascript:ran.push(1)">a</a>', 'a'],
  ['a link that hides a script', '<a href=" &#x6A;ava\tscript&colon;ran.push(1)">a</a>', 'a'],
  ['a link of data', '<a href="data:text/html,<script>1</script>">a</a>', 'a'],
  ['a link of a view source', '<a href="vbscript:x">a</a>', 'a'],
  ['an SVG with a script', '<svg><script>ran.push(1)</script></svg>a', 'a'],
  [
    'an SVG with a handler',
    '<svg onload="ran.push(1)"><a xlink:href="javascript:1"><text>t</text></a></svg>a',
    'a',
  ],
  [
    'an SVG that animates an address',
    '<svg><a><animate attributeName=href values="javascript:ran.push(1)"/></a></svg>a',
    'a',
  ],
  ['MathML', '<math href="javascript:ran.push(1)"><mi>x</mi></math>a', 'a'],
  [
    'a mutation by MathML and style',
    '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=ran.push(1)&gt;">',
    '',
  ],
  [
    'a mutation by a form in a form',
    '<form><math><mtext></form><form><mglyph><style></math><img src onerror=ran.push(1)>',
    '',
  ],
  [
    'a mutation by noscript',
    '<noscript><p title="</noscript><img src=x onerror=ran.push(1)>">',
    '',
  ],
  ['a mutation by a template', '<template><img src=x onerror=ran.push(1)></template>a', 'a'],
  [
    'a shadow root',
    '<div><template shadowrootmode="open"><img src=x onerror=ran.push(1)></template>a</div>',
    'a',
  ],
  ['a frame', '<iframe srcdoc="<script>parent.ran.push(1)</script>"></iframe>a', 'a'],
  ['an object', '<object data="javascript:ran.push(1)"></object><embed src="javascript:1">a', 'a'],
  [
    'a page that leads away',
    '<meta http-equiv="refresh" content="0;url=https://evil.example">a',
    'a',
  ],
  ['another base', '<base href="https://evil.example/"><p>a</p>', 'a'],
  [
    'a style that tells a server',
    '<style>p{background:url(https://evil.example)}</style><p style="background:url(https://evil.example)">a</p>',
    'a',
  ],
  ['a style sheet', '<link rel=stylesheet href="https://evil.example/a.css">a', 'a'],
  ['an old background', '<table background="https://evil.example"><tr><td>a</table>', 'a'],
  [
    'an image that tells a server',
    '<img src="https://evil.example/seen.png" srcset="https://evil.example/2.png 2x" alt="a">',
    'a',
  ],
  [
    'ids and names of the page',
    '<p id="heading" class="toasts dialog" name="body">a</p><img name="getElementById" id="cookie" alt="">',
    'a',
  ],
  [
    'a form that asks for a password',
    '<form action="https://evil.example"><input name=password>a<button>Send</button></form>',
    'a',
  ],
]

describe('rich text', () => {
  beforeEach(() => {
    ran.length = opened.length = copied.length = 0
  })

  for (const [name, text, stays] of hostile) {
    for (const [how, clean] of [
      ['the browser', sanitize],
      ['DOMPurify', purify],
    ] as const) {
      it(`takes ${name} out, by ${how}`, async () => {
        const place = document.createElement('div')
        place.append(document.adoptNode(await clean(text)))
        await show(place)

        const kept = [...place.querySelectorAll('*')]
        const attributes = kept.flatMap((one) => one.getAttributeNames())
        expect(
          kept.filter((one) =>
            one.matches(
              'script, style, svg, math, iframe, object, embed, form, input, button, base, meta, link, template, noscript',
            ),
          ),
        ).to.deep.equal([])
        expect(
          attributes.filter((one) =>
            /^on|style|srcset|background|name|formaction|autofocus|tabindex/.test(one),
          ),
        ).to.deep.equal([])
        await new Promise((done) => setTimeout(done))
        expect(ran).to.deep.equal([])
      })
    }

    it(`shows ${name} as the text that stays`, async () => {
      const body = await shown(text)

      const kept = [...body.querySelectorAll('*')]
      expect(kept.some((one) => one.id || (one as HTMLElement).getAttribute('name'))).to.equal(
        false,
      )
      expect(kept.some((one) => one.matches('[href], [src]'))).to.equal(false)
      expect(textIn(body).replace(/^Send$|Send/, '')).to.contain(stays)
      expect(ran).to.deep.equal([])
    })
  }

  it('keeps what an article is made of', async () => {
    const text =
      '<h1 id="top">Title</h1><p><strong>bold</strong> <kbd>Ctrl</kbd></p><ol start="3"><li>three</li></ol>' +
      '<table><caption>Codes</caption><thead><tr><th scope="col" align="right">E1</th></tr></thead></table>' +
      '<pre><code class="language-sh">ls\n</code></pre><details><summary>More</summary>x</details>'
    const body = await shown(text)

    expect([
      ...body.querySelectorAll('h3, strong, kbd, ol, table, th, pre, code, summary'),
    ]).to.have.length(9)
    expect(body.querySelector('ol')!.start).to.equal(3)
    expect(body.querySelector('th')!.getAttribute('align')).to.equal('right')
    expect(body.querySelector('.wide')!.getAttribute('aria-label')).to.equal('Codes')
  })

  it('puts the headings below that of the page, each with an anchor and a button that copies it', async () => {
    const { body, sections } = await richText(
      '<h2 id="a">First</h2><h4>Größe &amp; Gewicht</h4><h4>Größe &amp; Gewicht</h4>',
      host,
    )
    await show(body)

    expect(sections.map(({ level, anchor }) => [level, anchor])).to.deep.equal([
      [1, 'a'],
      [3, 'größe-gewicht'],
      [3, 'größe-gewicht-2'],
    ])
    expect(sections.map(({ heading }) => heading.localName)).to.deep.equal(['h3', 'h5', 'h5'])
    const [button] = body.querySelectorAll<HTMLElement>('.hook')
    expect(button!.getAttribute('aria-label')).to.equal('Copy link to First')
    button!.click()
    expect(copied).to.deep.equal(['a'])
  })

  it('knows the places that links of the text lead to, without their names in the page', async () => {
    const { body, place } = await richText(
      '<h2 id="a">First</h2><p><span id="b"></span>One <a id="c" href="https://north.example/">two</a><span id="a"></span></p>',
      host,
    )
    await show(body)

    expect(place('a')?.localName).to.equal('h3')
    place('b')?.focus()
    expect(document.activeElement).to.equal(body.querySelector('p span'))
    expect(place('c')).to.equal(body.querySelector('a'))
    expect([place('c')?.tabIndex, place('d')]).to.deep.equal([0, undefined])
    expect(body.querySelector('[id]')).to.equal(null)
  })

  it('copies code without its last line break', async () => {
    const body = await shown('<pre><code>one\n  two\n</code></pre>')
    body.querySelector<HTMLElement>('.code .button')!.click()

    expect(copied).to.deep.equal(['one\n  two'])
  })

  it('lets code and tables that are wider than their place be scrolled with the keyboard', async () => {
    const body = await shown(`<pre>${'wide '.repeat(200)}</pre><pre>slim</pre>`)
    const [wide, slim] = body.querySelectorAll('pre')
    // Outside of a widget there are no styles.
    for (const one of [wide!, slim!]) one.style.overflow = 'auto'
    await eventually(() => wide!.tabIndex === 0)

    expect(slim!.hasAttribute('tabindex')).to.equal(false)
  })

  it('loads images late in a place of their size, and shows them in full', async () => {
    const body = await shown(
      '<img src="picture.png" alt="The cover" width="8" height="8"><img src="picture.png" alt="">',
    )
    const [sized, unsized] = body.querySelectorAll('img')

    expect([sized!.loading, sized!.className, unsized!.className]).to.deep.equal([
      'lazy',
      '',
      'unsized',
    ])
    body.querySelector<HTMLElement>('.zoom')!.click()
    expect(opened).to.deep.equal(['The cover'])
  })

  it('shows the words of an image that cannot be fetched', async () => {
    const body = await shown('<p><img src="picture.png" alt="The cover"></p>')
    body.querySelector('img')!.dispatchEvent(new Event('error'))

    expect(textIn(body.querySelector('.lost'))).to.equal('The cover')
  })

  it('opens links of the portal in place and others in a new tab', async () => {
    const body = await shown(
      '<a data-article="7" data-anchor="b">in</a> <a data-file="f">file</a> <a href="https://example.com">out</a>',
    )
    for (const button of body.querySelectorAll('button')) button.click()
    const out = body.querySelector('a')!

    expect(opened).to.deep.equal(['7 b', 'f '])
    expect([out.target, out.rel]).to.deep.equal(['_blank', 'noopener noreferrer'])
  })
})
