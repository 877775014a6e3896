// Takes pictures of everything there is to look at, into the folder screenshots/.
//   node test/screenshots.ts [part of a name …]
// Names are stories/<title>/<story>-<look> and site/<page>-<look>.
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { provideBrowsers } from './browsers.ts'
import { openBrowser } from './e2e/engine.ts'
import type { Album } from './pictures/looks.ts'
import { photographSite } from './pictures/site.ts'
import { photographStories } from './pictures/stories.ts'
import { root } from './sources.ts'

const folder = join(root, 'screenshots')
const filters = process.argv.slice(2)
let taken = 0
const failed: string[] = []

const album: Album = {
  wants: (name) => filters.length === 0 || filters.some((part) => name.includes(part)),
  async take(page, name, ready) {
    await ready().catch((error: unknown) => failed.push(`${name}: ${String(error).split('\n')[0]}`))
    await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true })
    taken += 1
    console.log(`  ${name}`)
  },
}
const among = (part: string) =>
  filters.length === 0 ||
  filters.some((filter) => filter.startsWith(part) || !/^(stories|site)/.test(filter))

if (filters.length === 0) rmSync(folder, { recursive: true, force: true })
provideBrowsers(['chromium'])
const browser = await openBrowser()
try {
  if (among('stories')) await photographStories(browser, album)
  if (among('site')) await photographSite(browser, album)
} finally {
  await browser.close()
}
console.log(`${taken} pictures in ${folder}`)
for (const failure of failed) console.log(`✖ did not get ready: ${failure}`)
process.exitCode = taken > 0 && failed.length === 0 ? 0 : 1
