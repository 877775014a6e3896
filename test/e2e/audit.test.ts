import assert from 'node:assert/strict'
import { test } from 'node:test'
import { axe, blank, namelessControls, wrongInLayout } from './audit.ts'
import { openBrowser } from './engine.ts'

/** A control whose role and name are known to the browser alone. */
const internal = (label: string) => `
  customElements.define('own-switch', class extends HTMLElement {
    constructor() {
      super()
      Object.assign(this.attachInternals(), { role: 'switch', ariaLabel: ${JSON.stringify(label)} })
      this.tabIndex = 0
    }
  })`

test('an audit finds what is wrong, in shadow roots too, and nothing where all is well', async () => {
  await using browser = await openBrowser()
  const page = await browser.newPage({ viewport: { width: 400, height: 400 } })
  const show = async (body: string, label = '') => {
    await page.setContent(`<html lang="en"><body><main id="storybook-root">${body}</main>`)
    await page.evaluate(() => {
      document.querySelectorAll('div[shadow]').forEach((host) => {
        host.attachShadow({ mode: 'open' }).append(...host.childNodes)
      })
    })
    await page.evaluate(internal(label))
  }

  await show(`
    <div shadow><h2 dir="rtl" style="text-align: left">Title</h2><button></button></div>
    <p style="width: 900px">Wide</p>
    <p style="width: 60px; overflow: hidden; white-space: nowrap">Cut off in the middle</p>
    <p style="color: #bbb; background: #fff">Pale</p>
    <div shadow><p class="frame"> <b></b></p></div>
    <own-switch></own-switch>`)
  assert.deepEqual((await namelessControls(page)).toSorted(), [
    'a button has no name',
    'a switch has no name',
  ])
  const layout = await wrongInLayout(page)
  assert.equal(layout.length, 4, layout.join('\n'))
  assert.match(layout.join('\n'), /the page is \d+ px wide, not 400/)
  assert.match(layout.join('\n'), /“Wide” sticks out/)
  assert.match(layout.join('\n'), /“Cut off in the middle” is cut off/)
  assert.match(layout.join('\n'), /“Title” begins on the wrong side/)
  assert.deepEqual(await blank(page), ['div'])
  assert.match((await axe(page)).join('\n'), /button-name: .*\n?.*color-contrast: p/s)
  assert.match((await axe(page, ['color-contrast'])).join('\n'), /^color-contrast: p/)

  await page.goto('about:blank')
  await show(
    `<p class="frame">Full</p><div shadow><h2 dir="rtl">Title</h2><button>Send</button></div>
     <p style="overflow: auto; width: 90%"><span style="display: block; width: 900px">Far</span></p>
     <own-switch></own-switch>`,
    'Live',
  )
  assert.deepEqual(await blank(page), [])
  assert.deepEqual(await namelessControls(page), [])
  assert.deepEqual(await wrongInLayout(page), [])
})

const list = (css: string, cards: string) =>
  `<div dir="rtl"><ul style="list-style: none; padding: 0; ${css}">${cards}</ul></div>`
const card = (width: string) => `<li style="width: ${width}"><h3>Card</h3></li>`

/** Pages, and how many of their headings begin on the wrong side. */
const columns: Record<string, [body: string, wrong: number]> = {
  'cards side by side': [list('display: flex', card('120px').repeat(3)), 0],
  'cards side by side, with text at the wrong side': [
    list('display: flex; text-align: left', card('120px').repeat(3)),
    3,
  ],
  'cards that begin at the wrong side': [
    list('direction: ltr', card('60px; direction: rtl').repeat(2)),
    2,
  ],
  'narrow cards around centred text at the wrong side': [
    list('direction: ltr; text-align: center', card('fit-content; direction: rtl').repeat(2)),
    2,
  ],
  'a section in a later column': [
    `<div dir="rtl" style="display: flex"><p style="width: 200px">Text</p>
      <section style="width: 150px"><h2>Files</h2></section></div>`,
    0,
  ],
  'a section that begins at the wrong side': [
    `<div dir="rtl"><section style="width: 150px; margin-inline: auto 0"><h2>Files</h2></section></div>`,
    1,
  ],
}

test('a heading begins on the side of its language, in its column and with it', async () => {
  await using browser = await openBrowser()
  const page = await browser.newPage({ viewport: { width: 400, height: 400 } })
  const found: Record<string, number> = {}
  for (const [name, [body]] of Object.entries(columns)) {
    await page.setContent(`<html lang="ar"><body>${body}`)
    found[name] = (await wrongInLayout(page)).length
  }

  assert.deepEqual(found, Object.fromEntries(Object.entries(columns).map(([k, [, n]]) => [k, n])))
})
