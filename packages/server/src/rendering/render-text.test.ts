import assert from 'node:assert/strict'
import test from 'node:test'
import { renderText } from './render-text.ts'

const markdown = (source: string, isMdx = false) =>
  renderText({ format: 'markdown', source, isMdx })

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
