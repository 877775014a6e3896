// Builds Storybook, serves it, and opens its stories in a page without loading the page again.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { sh } from '../packages.ts'
import { root } from '../sources.ts'
import { serve, type Site } from '../serve.ts'

const folder = join(root, 'storybook-static')

/** One story, as Storybook lists it. */
export interface Story {
  id: string
  title: string
  name: string
  /** With `pending` it loads for ever; with `one-language` it brings its own language. */
  tags: string[]
}

/** The toolbar’s choices. */
export interface Globals {
  scheme?: 'light' | 'dark'
  language?: 'en' | 'de' | 'ar' | 'en-XA'
}

/** Builds every story and tells which there are. */
export function buildStorybook(): Story[] {
  const storybook = join(root, 'node_modules/.bin/storybook')
  sh(storybook, ['build', '--output-dir', folder, '--disable-telemetry', '--quiet'], root)
  const { entries } = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8')) as {
    entries: Record<string, Story & { type: string }>
  }
  return Object.values(entries).filter(({ type }) => type === 'story')
}

export const serveStorybook = (): Promise<Site> => serve(async () => undefined, folder)

type Channel = {
  emit: (type: string, payload: unknown) => void
  on: (type: string, listener: (payload: unknown) => void) => void
  off: (type: string, listener: (payload: unknown) => void) => void
}
type StoryWindow = { __STORYBOOK_ADDONS_CHANNEL__: Channel }

const failures = [
  'storyErrored',
  'storyThrewException',
  'storyMissing',
  'playFunctionThrewException',
]

/** A page that shows one story after the other. */
export class StoryPage {
  readonly page: Page
  /** Errors of the page since the story was opened. */
  complaints: string[] = []

  private constructor(page: Page) {
    this.page = page
    page.on('pageerror', (error) => this.complaints.push(String(error)))
    page.on('console', (message) => {
      if (message.type() === 'error') this.complaints.push(message.text())
    })
  }

  static async open(
    browser: Browser,
    origin: string,
    first: Story,
    options: BrowserContextOptions = {},
  ): Promise<StoryPage> {
    const page = await browser.newPage({ reducedMotion: 'reduce', locale: 'en-GB', ...options })
    const shown = new StoryPage(page)
    // Storybook’s own audit would run into ours.
    const query = `viewMode=story&id=${first.id}&globals=a11y.manual:!true`
    await page.goto(`${origin}/iframe.html?${query}`)
    await page.waitForFunction(() => document.body.classList.contains('sb-show-main'))
    return shown
  }

  /** Opens a story as it is at first, and waits until its widgets have loaded. */
  async show(story: Story, globals: Globals = {}): Promise<void> {
    this.complaints = []
    await this.emit(story.id, 'storyFinished', [
      ['updateGlobals', { globals: { scheme: 'light', language: 'en', ...globals } }],
      ['setCurrentStory', { storyId: story.id, viewMode: 'story' }],
    ])
    if (!story.tags.includes('pending')) await settle(this.page)
  }

  /** Uses the toolbar. */
  async switch(story: Story, globals: Globals): Promise<void> {
    await this.emit(story.id, 'storyRendered', [['updateGlobals', { globals }]])
    if (!story.tags.includes('pending')) await settle(this.page)
  }

  /** Tells Storybook something and waits until it says that the story is there. */
  private async emit(id: string, done: string, messages: [type: string, payload: unknown][]) {
    await this.page.evaluate(
      ([id, done, failures, messages]) =>
        new Promise<void>((resolve, reject) => {
          const channel = (window as never as StoryWindow).__STORYBOOK_ADDONS_CHANNEL__
          const listener = (told: unknown) => {
            if (told !== id && (told as { storyId?: string }).storyId !== id) return
            channel.off(done, listener)
            resolve()
          }
          channel.on(done, listener)
          for (const failure of failures)
            channel.on(failure, (error) =>
              reject(new Error(`${failure}: ${JSON.stringify(error)}`)),
            )
          for (const [type, payload] of messages) channel.emit(type, payload)
        }),
      [id, done, failures, messages] as const,
    )
  }
}

/** Waits until no widget loads and nothing waits to be drawn, for three frames in a row. */
export async function settle(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    type Lit = Element & { state?: string; isUpdatePending?: boolean }
    const all = (within: ParentNode): Lit[] =>
      [...within.querySelectorAll('*')].flatMap((element) => [
        element,
        ...(element.shadowRoot ? all(element.shadowRoot) : []),
      ])
    const busy = all(document).some(
      (element) =>
        element.isUpdatePending ||
        (element.localName.startsWith('prm-') &&
          (element.state === 'loading' || !!element.shadowRoot?.querySelector('.skeleton'))),
    )
    const seen = window as never as { settledFrames?: number }
    seen.settledFrames = busy ? 0 : (seen.settledFrames ?? 0) + 1
    if (seen.settledFrames < 3) return false
    seen.settledFrames = 0
    return true
  })
}
