import assert from 'node:assert/strict'
import test from 'node:test'
import { renderText } from './render-text.ts'

const markdown = (source: string, isMdx = false) =>
  renderText({ format: 'markdown', source, isMdx })

test('no cut leaves half a sign', async () => {
  for (const sign of ['😀', '👩‍🔧', 'e\u0301'])
    for (let shift = 0; shift < sign.length; shift++) {
      const source = 'x'.repeat(shift) + sign.repeat(12_000 / sign.length)
      const { summary, parts } = await markdown(source)

      assert.ok(parts.length > 1)
      for (const text of [summary.replace('…', ''), ...parts.map((one) => one.text)]) {
        assert.ok(text.isWellFormed())
        assert.equal(text.replace('x'.repeat(shift), '').length % sign.length, 0, text.slice(-9))
      }
    }
})

test('an address in angle brackets is no component', async () => {
  for (const isMdx of [false, true]) {
    const { html } = await markdown(
      'Ask <Ada.Admin@north.example>, <HTTPS://north.example/>.',
      isMdx,
    )

    assert.match(html, /href="mailto:Ada.Admin@north.example"/)
    assert.match(html, /href="https:\/\/north.example\/"/i)
  }
  const { html } = await markdown('<Tip kind="a">Keep</Tip> <Menu.Item/><Br>this</Br>', true)
  assert.equal(html, '<p>Keep this</p>')
})

test('a word in angle brackets that is no tag is text, and tags are none', async () => {
  const { sanitise } = await import('./sanitise.ts')
  const shown = async (source: string) =>
    (await renderText({ format: 'markdown', source }, sanitise)).html
  for (const [source, html] of [
    ['Press <Enter>, then <Menu>.', '<p>Press &lt;Enter&gt;, then &lt;Menu&gt;.</p>'],
    ['Ask <host>:<port>/<path>.', '<p>Ask &lt;host&gt;:&lt;port&gt;/&lt;path&gt;.</p>'],
    ['Put <your name> *here*.', '<p>Put &lt;your name&gt; <em>here</em>.</p>'],
    ['<name>\nis *yours*', '<p>&lt;name&gt;\nis <em>yours</em></p>'],
    [
      '- <option>\n- *more*',
      '<ul>\n<li>\n<p>&lt;option&gt;</p>\n</li>\n<li><em>more</em></li>\n</ul>',
    ],
    ['A <title> and *more*', '<p>A &lt;title&gt; and <em>more</em></p>'],
    ['1 <b>2</b> <DIV>3</DIV> <br> <input> 4', '<p>1 <b>2</b> 3 <br>  4</p>'],
    ['<Tip>*Keep*</Tip> <my-tag a="b">this</my-tag>', '<p><em>Keep</em> this</p>'],
    ['A <script>alert(1)</script> B', '<p>A  B</p>'],
    [
      'A\n\n    <Server port="80">\n',
      '<p>A</p>\n<pre><code>&lt;Server port="80"&gt;\n</code></pre>',
    ],
  ])
    assert.equal(await shown(source!), html)
})

test('a link finds its heading as other renderers write it, and a named place', async () => {
  const { sanitise } = await import('./sanitise.ts')
  const source = `[a](#rules--words) [b](#spot) [c](#here) [d](#none) [e](#old)

## Rules & Words

Text <a id="spot"></a> and <a name="here" href="https://north.example/">there</a>.

## <a id="old"></a>Old

<a id="rules-words"></a><a id="cookie" onclick="x"></a><a id="cookie"></a>`
  const { html, brokenAnchors, contents } = await renderText(
    { format: 'markdown', source },
    sanitise,
  )

  assert.deepEqual(brokenAnchors, ['#none'])
  assert.deepEqual(
    contents.map(({ anchor }) => anchor),
    ['h-rules-words', 'h-old'],
  )
  const ids = [...html.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id)
  assert.deepEqual(ids, ['h-rules-words', 'h-spot', 'h-here', 'h-old', 'h-cookie'])
})
