// The examples as somebody else's projects: copied away, on the packages as they are published.
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { installTarballs, type Project } from '../packages.ts'
import { openBrowser } from './engine.ts'
import { fillIn, openForm, sendButton } from './registration.ts'
import { people, startVendorSite, type VendorSite } from './vendor-site.ts'

const root = join(import.meta.dirname, '../..')
const catalog = readFileSync(join(root, 'pnpm-workspace.yaml'), 'utf8')
/** The dependencies of the examples beside the packages, in the versions of this workspace. */
const others = ['@hono/node-server', 'hono', 'lit', 'vite'].map((name) => [
  name,
  new RegExp(`^  '?${name}'?: (\\S+)$`, 'm').exec(catalog)?.[1] ?? '',
])
const left = new Set(['node_modules', 'dist', '.data'])

describe('on the packed packages', () => {
  let project: Project
  let site: VendorSite
  let browser: Browser
  before(async () => {
    project = installTarballs(Object.fromEntries(others))
    // Their settings extend those at the top.
    cpSync(join(root, 'tsconfig.json'), join(project.folder, 'tsconfig.json'))
    const filter = (source: string) => !left.has(basename(source))
    cpSync(join(root, 'examples'), join(project.folder, 'examples'), { recursive: true, filter })
    site = await startVendorSite(join(project.folder, 'examples/vendor-site'))
    browser = await openBrowser()
  })
  after(async () => {
    await browser?.close()
    await site?.[Symbol.asyncDispose]()
    project[Symbol.dispose]()
  })

  test('the vendor’s site registers a deal', async () => {
    const company = `Stadtwerke Paket ${Date.now()}`
    const page = await site.signIn(browser, people.partner)
    const form = await openForm(page)
    await fillIn(form, company)
    await sendButton(form).click()
    await form.getByText('Your registration was sent').waitFor()

    assert.equal((await site.dealsOf(company)).length, 1)
  })

  test('two lines of HTML register a deal', async () => {
    const company = `Stadtwerke Zweizeiler ${Date.now()}`
    await using server = await startHtml(project, site)
    const page = await browser.newPage({ locale: 'en-GB' })
    await redirect(page, 'http://localhost:4101', site.api)
    const caching = new Map<string, string | undefined>()
    page.on('response', (answer) => {
      const { pathname } = new URL(answer.url())
      if (pathname.startsWith('/cdn/')) caching.set(pathname, answer.headers()['cache-control'])
    })
    await page.goto(server.url)
    const form = page.locator('prm-deal-form')
    await fillIn(form, company)
    await sendButton(form).click()
    await form.getByText('Your registration was sent').waitFor()

    const deals = await site.dealsOf(company)
    assert.deepEqual(
      deals.map(({ status }) => status),
      ['submitted'],
    )
    assert.equal(caching.get('/cdn/prmkit.js'), 'no-cache')
    caching.delete('/cdn/prmkit.js')
    assert.deepEqual(new Set(caching.values()), new Set(['public, max-age=31536000, immutable']))
  })
})

/** The page names a fixed address; here the backend is at another one. */
async function redirect(page: Page, from: string, to: string): Promise<void> {
  await page.route(`${from}/**`, async (route) => {
    const response = await route.fetch({ url: route.request().url().replace(from, to) })
    await route.fulfill({ response })
  })
}

/** Starts the token endpoint of the HTML example on a free port. */
async function startHtml(project: Project, site: VendorSite) {
  const child = spawn(process.execPath, [join(project.folder, 'examples/html/server.js')], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      API: site.api,
      PRMKIT_SECRET_KEY: await site.secretKey(),
      USER_EMAIL: people.partner,
      PORT: '0',
    },
  })
  const ended = once(child, 'exit')
  const first = await Promise.race([once(child.stdout, 'data'), ended])
  const url = /http:\S+/.exec(String(first[0]))?.[0]
  if (!url) throw new Error(`The HTML example did not start: ${first.join()}`)
  return {
    url,
    async [Symbol.asyncDispose]() {
      child.kill()
      await ended
    },
  }
}
