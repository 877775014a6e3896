import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { axe, blank, leftToRight, namelessControls, wrongInLayout } from './audit.ts'
import { copyCode, runCode } from './copied-code.ts'
import { inEachEngine } from './engine.ts'
import { build } from '../packages.ts'
import { buildStorybook, serveStorybook, StoryPage, type Story } from './storybook.ts'

build()
const stories = buildStorybook()
const site = await serveStorybook()
const tabs = 2

after(() => site.stop())

test('there are stories', () => {
  assert.ok(stories.length > 100, `only ${stories.length} stories`)
})

inEachEngine((open, engine) => {
  let browser: Browser
  const free: StoryPage[] = []

  before(async () => {
    browser = await open()
    const [first] = stories as [Story]
    while (free.length < tabs) free.push(await StoryPage.open(browser, site.origin, first))
  })
  after(() => browser.close())

  /** Opens a story in a tab that nobody else uses meanwhile. */
  const inTab = async (story: Story, work: (shown: StoryPage) => Promise<void>) => {
    const shown = free.pop() as StoryPage
    try {
      await shown.show(story)
      await work(shown)
    } finally {
      free.push(shown)
    }
  }

  test('the toolbar keeps what was typed', () => {
    const form = stories.find(({ id }) => id === 'widgets-deal-form--availability') as Story
    return inTab(form, async (shown) => {
      const field = shown.page.locator('prm-deal-form').getByRole('textbox').first()
      await field.fill('Stadtwerke')

      await shown.switch(form, { language: 'de', scheme: 'dark' })

      assert.equal(await field.inputValue(), 'Stadtwerke')
    })
  })

  if (engine === 'chromium')
    describe('the code that docs hand out', () => {
      const elements = stories.filter(isFirst)
      for (const story of elements.filter(({ title }) => /^(Widgets|Primitives)\//.test(title)))
        test(`${story.title} runs as it is in a page of its own`, async () => {
          const page = await browser.newPage()
          const code = await copyCode(page, site.origin, story)
          await page.close()
          const [, tag] = /<(prm-(?!portal)[a-z-]+)/.exec(code) ?? []
          // The look of a template without an element of its own has nothing to copy.
          if (!tag) return assert.ok(!story.title.startsWith('Widgets/'), code)

          assert.deepEqual(await runCode(browser, code, tag), [])
        })
    })

  // The component tests run in every engine in full; elsewhere one story tells whether a widget draws.
  const audited = engine === 'chromium' ? stories : stories.filter(isFirst)
  describe('a story', { concurrency: tabs }, () => {
    for (const story of audited)
      test(`${story.title} › ${story.name}`, () =>
        inTab(story, async (shown) => {
          const { page } = shown
          assert.deepEqual(await blank(page), [], 'nothing to see')
          assert.deepEqual(await wrongInLayout(page), [])
          assert.deepEqual(await axe(page), [])
          if (engine === 'chromium') await auditInChromium(shown, story)
          assert.deepEqual(shown.complaints, [])
        }))
  })
})

/** Tells whether a story is the first of its element. */
function isFirst({ id, title }: Story) {
  return stories.find((each) => each.title === title)?.id === id
}

/** The names of controls, then only what a dark scheme and a page from right to left can change. */
async function auditInChromium(shown: StoryPage, story: Story) {
  const { page } = shown
  assert.deepEqual(await namelessControls(page), [])

  await shown.switch(story, { scheme: 'dark' })
  assert.deepEqual(await axe(page, ['color-contrast']), [], 'in the dark')

  await shown.switch(story, { scheme: 'light', language: 'ar' })
  // The texts of a language are a file of their own; who never gets them is named below.
  if (!story.tags.includes('one-language'))
    await page
      .locator('.root[dir=ltr]')
      .first()
      .waitFor({ state: 'detached', timeout: 5000 })
      .catch(() => {})
  assert.deepEqual(await wrongInLayout(page), [], 'from right to left')
  if (!story.tags.includes('one-language')) assert.deepEqual(await leftToRight(page), [])
}
