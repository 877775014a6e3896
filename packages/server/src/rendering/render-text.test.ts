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
