// Runs the code that a docs page of Storybook hands out, as a page of a site of its own.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { root } from '../sources.ts'
import { serve } from '../serve.ts'
import { settle, type Story } from './storybook.ts'

const cdn = join(root, 'packages/elements/dist/cdn')

/** The code that "Show code" shows for the first story of an element. */
export async function copyCode(page: Page, origin: string, story: Story): Promise<string> {
  await page.goto(`${origin}/iframe.html?viewMode=docs&id=${story.id.replace(/--.*/, '--docs')}`)
  await page.getByText('Show code').first().dispatchEvent('click')
  const code = page.locator('.sbdocs-preview pre', { hasText: '<' }).first()
  await code.getByText('/prmkit/prmkit.js').waitFor()
  return (await code.textContent()) ?? ''
}

/** Opens a page that holds nothing but the code, and tells what it complained of. */
export async function runCode(browser: Browser, code: string, tag: string): Promise<string[]> {
  const site = await serve(async (request) => {
    const { pathname } = new URL(request.url)
    if (pathname.startsWith('/prmkit/')) {
      const type = pathname.endsWith('.js') ? 'text/javascript' : 'application/json'
      const bytes = await readFile(join(cdn, pathname.slice('/prmkit'.length)))
      return new Response(bytes, { headers: { 'content-type': type } })
    }
    if (pathname === '/favicon.ico') return new Response(null, { status: 204 })
    const page = `<!doctype html><html lang="en"><title>Copied</title><body>${code}</body></html>`
    return new Response(page, { headers: { 'content-type': 'text/html' } })
  })
  const page = await browser.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  try {
    await page.goto(site.origin)
    const element = page.locator(`${tag}:defined`).first()
    await element.waitFor({ state: 'attached' })
    await settle(page)
    const state = await element.evaluate((shown) => (shown as { state?: string }).state)
    return state === undefined || state === 'ready'
      ? complaints
      : [...complaints, `<${tag}> is ${state}`]
  } finally {
    await page.close()
    await site.stop()
  }
}
