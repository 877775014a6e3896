// A portal that is taken off its page leaves nothing behind.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { build } from '../packages.ts'
import { openBrowser } from './engine.ts'
import { servePartnerPage, type PartnerPage } from './partner-page.ts'

let site: PartnerPage
before(async () => {
  build()
  site = await servePartnerPage('')
})
after(() => site.stop())

test('fifty portals that came and went leave no nodes, listeners, portals or streams', async () => {
  await using browser = await openBrowser()
  const page = await browser.newPage()
  const devtools = await page.context().newCDPSession(page)
  await page.goto(site.origin)
  await page.waitForFunction(() => customElements.get('prm-portal'))

  const cycles = (count: number) =>
    page.evaluate(async (times) => {
      for (let cycle = 0; cycle < times; cycle++) {
        const portal = document.createElement('prm-portal')
        portal.setAttribute('base-url', '/')
        portal.setAttribute('token-url', '/prm-token')
        const widgets = ['prm-deal-form', 'prm-deal-list', 'prm-announcements'].map((tag) =>
          document.createElement(tag),
        )
        portal.append(...widgets)
        document.body.append(portal)
        for (const widget of widgets)
          while (!['ready', 'empty'].includes((widget as { state?: string }).state ?? ''))
            await new Promise(requestAnimationFrame)
        portal.remove()
      }
    }, count)
  const count = async (tag: string) => {
    const { result } = await devtools.send('Runtime.evaluate', {
      expression: `customElements.get('${tag}').prototype`,
    })
    const { objects } = await devtools.send('Runtime.queryObjects', {
      prototypeObjectId: result.objectId!,
    })
    const { result: length } = await devtools.send('Runtime.callFunctionOn', {
      objectId: objects.objectId!,
      functionDeclaration: 'function () { return this.length }',
    })
    await devtools.send('Runtime.releaseObject', { objectId: objects.objectId! })
    return length.value as number
  }
  const left = async () => {
    for (let round = 0; round < 3; round++) await devtools.send('HeapProfiler.collectGarbage')
    const { nodes, jsEventListeners } = await devtools.send('Memory.getDOMCounters')
    return { nodes, jsEventListeners }
  }

  await cycles(5)
  const before = await left()
  await cycles(50)
  const alive = () =>
    Promise.all(['prm-portal', 'prm-deal-form', 'prm-deal-list'].map((tag) => count(tag)))
  // Requests that were given up end a moment later, and with them what waited for their answers.
  const until = Date.now() + 10_000
  let after = await left()
  let living = await alive()
  // The engine itself holds the last one that it dealt with, before and after.
  while (Math.max(...living) > 2 && Date.now() < until) {
    await page.evaluate(() => new Promise(requestAnimationFrame))
    after = await left()
    living = await alive()
  }

  assert.ok(Math.max(...living) <= 2, `alive: ${living.join(', ')} portals, forms and lists`)
  assert.ok(after.nodes - before.nodes < 100, JSON.stringify({ before, after }))
  assert.ok(
    after.jsEventListeners - before.jsEventListeners < 20,
    JSON.stringify({ before, after }),
  )
})
