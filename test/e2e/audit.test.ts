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
