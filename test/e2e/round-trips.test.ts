// The first field of the form comes after at most five round trips in a row.
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { build } from '../packages.ts'
import { bundle } from '../size/bundle.ts'
import { openBrowser } from './engine.ts'
import { startTwoOrigins } from './two-origins.ts'

const cdn = join(import.meta.dirname, '../../packages/elements/dist/cdn')
const most = 5
/** Milliseconds without a new request, after which the page waits for those that it asked for. */
const quiet = 700

/** Holds every request until no further one comes, then answers all of them: one round trip. */
class Rounds {
  readonly rounds: string[][] = []
  #held: { request: string; answer: () => void }[] = []
  #at = 0

  readonly hold = (_kind: string, request: string): Promise<void> =>
    new Promise((answer) => {
      this.#held.push({ request, answer })
      this.#at = performance.now()
    })

  /** Answers round after round until the page shows what is waited for. */
  async runUntil(shown: Promise<unknown>): Promise<void> {
    let isShown = false
    const ended = shown.finally(() => (isShown = true))
    while (!isShown) {
      if (!this.#held.length || performance.now() - this.#at < quiet) {
        await new Promise((done) => setTimeout(done, 20))
        continue
      }
      const held = this.#held.splice(0)
      this.rounds.push(held.map(({ request }) => request))
      this.#at = performance.now()
      for (const { answer } of held) answer()
    }
    await ended
  }
}

/** Opens a page with the form, its backend on another origin, for somebody who was never here. */
async function roundsOf(browser: Browser, folder: string, script: string): Promise<string[][]> {
  const rounds = new Rounds()
  await using site = await startTwoOrigins({
    folder,
    head: `<script type="module" src="/${script}"></script>`,
    body: (api) =>
      `<prm-portal base-url="${api}" token-url="/token"><prm-deal-form></prm-deal-form></prm-portal>`,
    mayAnswer: rounds.hold,
  })
  const context = await browser.newContext({ locale: 'en-GB' })
  try {
    const page = await context.newPage()
    const field = page.locator('prm-deal-form input:not([type=file])').first()
    const opened = page.goto(site.origin, { waitUntil: 'commit' })
    await rounds.runUntil(opened.then(() => field.waitFor()))
    return rounds.rounds
  } finally {
    await context.close()
  }
}

describe('round trips until the first field', () => {
  let browser: Browser
  before(async () => {
    build()
    browser = await openBrowser()
  })
  after(() => browser.close())

  const shown = (rounds: string[][]) =>
    rounds.map((requests, at) => `${at + 1}: ${requests.join(', ')}`).join('\n')

  test(`the CDN files need at most ${most}, preflights among them`, async () => {
    const rounds = await roundsOf(browser, cdn, 'prmkit.js')

    assert.match(rounds.flat().join(), /OPTIONS/)
    assert.ok(rounds.length <= most, shown(rounds))
  })

  test(`a bundle of Vite needs at most ${most}, preflights among them`, async () => {
    const imports = ['portal', 'deal-form'].map((entry) => `import '@prmkit/elements/${entry}'`)
    const folder = await bundle('vite', 'round-trips', imports.join('\n'))

    const rounds = await roundsOf(browser, folder, 'main.js')

    assert.match(rounds.flat().join(), /OPTIONS/)
    assert.ok(rounds.length <= most, shown(rounds))
  })
})
