// Starts the sample vendor's site as `npm start` does, on free ports and an empty data folder.
import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'

/** The running site. */
export interface VendorSite extends AsyncDisposable {
  url: string
  /** Opens a window of its own and signs somebody in through the site's own page. */
  signIn(browser: Browser, email: string, options?: BrowserContextOptions): Promise<Page>
}

export const people = {
  partner: 'claudia.brueckner@rheinblick-automation.example',
  manager: 'katrin.wessels@quellmark.example',
}

/** Resolves when the site printed its address; rejects with what it said when it ends before. */
export async function startVendorSite(): Promise<VendorSite> {
  const dataDir = await mkdtemp(join(tmpdir(), 'prmkit-site-'))
  const start = join(import.meta.dirname, '../../examples/vendor-site/start.ts')
  const child = spawn(process.execPath, [start, '--port', '0', '--data-dir', dataDir], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const url = await new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output += chunk
      const found = /site\s+(http:\S+)/.exec(output)?.[1]
      if (found) resolve(found)
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    void ended.then(() => reject(new Error(`The site did not start. It said:\n${output}`)))
  })
  return {
    url,
    async signIn(browser, email, options = {}) {
      const context = await browser.newContext({ baseURL: url, locale: 'en-GB', ...options })
      const page = await context.newPage()
      await page.goto('/sign-in')
      await page.locator('#email').fill(email)
      await page.locator('#password').fill('quellmark')
      await Promise.all([
        page.waitForURL(/\/(partners|desk)/),
        page.locator('.card form .button.strong').click(),
      ])
      return page
    },
    async [Symbol.asyncDispose]() {
      child.kill('SIGTERM')
      await ended
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
