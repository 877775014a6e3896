import { after, before } from 'node:test'
import type { Browser } from 'playwright-core'
import { openBrowser } from './engine.ts'
import { startVendorSite, type VendorSite } from './vendor-site.ts'

/** Starts the site and a browser before the tests around and ends both after them. */
export function useVendorSite(give: (there: { site: VendorSite; browser: Browser }) => void): void {
  let site: VendorSite | undefined
  let browser: Browser | undefined
  before(async () => {
    site = await startVendorSite()
    browser = await openBrowser()
    give({ site, browser })
  })
  after(async () => {
    await browser?.close()
    await site?.[Symbol.asyncDispose]()
  })
}
