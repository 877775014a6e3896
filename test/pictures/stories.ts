import type { Browser } from 'playwright-core'
import { buildStorybook, serveStorybook, StoryPage, type Story } from '../e2e/storybook.ts'
import { looks, type Album, type Look } from './looks.ts'

const kebab = (text: string) => text.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')

/** Takes a picture of every story in every look; two looks at a time. */
export async function photographStories(browser: Browser, album: Album): Promise<void> {
  const stories = buildStorybook()
  const site = await serveStorybook()
  const queue = Object.entries(looks)
  const work = async () => {
    for (let next = queue.shift(); next; next = queue.shift())
      await inLook(browser, site.origin, album, stories, ...next)
  }
  try {
    await Promise.all([work(), work()])
  } finally {
    await site.stop()
  }
}

async function inLook(
  browser: Browser,
  origin: string,
  album: Album,
  stories: Story[],
  name: string,
  { options, scheme, language }: Look,
) {
  const wanted = stories
    .map((story) => ({ story, file: `${kebab(story.title)}/${kebab(story.name)}-${name}` }))
    .filter(({ file }) => album.wants(`stories/${file}`))
  const [first] = wanted
  if (!first) return
  const shown = await StoryPage.open(browser, origin, first.story, options)
  for (const { story, file } of wanted)
    await album.take(shown.page, `stories/${file}`, () => shown.show(story, { scheme, language }))
  await shown.page.context().close()
}
