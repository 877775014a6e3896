import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { settle } from '../e2e/storybook.ts'
import { people, startVendorSite, type VendorSite } from '../e2e/vendor-site.ts'
import { findDeskDeals, photographDesk } from './desk.ts'
import { looks, type Album, type Look } from './looks.ts'

type Form = {
  registration?: { step: string }
  requestUpdate(): void
  updateComplete: Promise<unknown>
}
type List = { list: { items: { id: string; status: string }[] } }

interface Shot {
  name: string
  path: string
  person?: keyof typeof people
  /** The selector that is there once the page can be looked at. */
  ready: string
  prepare?: (page: Page) => Promise<void>
}

const toForm = async (page: Page) => {
  await page.locator('prm-deal-form').evaluate(async (element) => {
    const form = element as never as Form
    if (form.registration) form.registration.step = 'form'
    form.requestUpdate()
    await form.updateComplete
  })
  await page.locator('prm-deal-form input[type=file]').waitFor({ state: 'attached' })
}

/** One picture of each page below a path, by what is there once it can be looked at. */
const pages = (person: keyof typeof people, path: string, ready: Record<string, string>) =>
  Object.entries(ready).map(([name, selector]) => ({
    ...{ name: `${person}-${name}`, path: `${path}/${name}`, person, ready: selector },
    // A widget below the window loads once it is in sight.
    prepare: (page: Page) => page.keyboard.press('End'),
  }))

const shots: Shot[] = [
  { name: 'home', path: '/', ready: 'main h1' },
  { name: 'sign-in', path: '/sign-in', ready: '#email' },
  {
    ...{ name: 'sign-in-failed', path: '/sign-in', ready: '#email' },
    async prepare(page) {
      await page.locator('#email').fill('somebody@example.com')
      await page.locator('#password').fill('wrong')
      await page.locator('.card form .button.strong').click()
      await page.locator('.failed').waitFor()
    },
  },
  { name: 'nowhere', path: '/nowhere', ready: 'main h1' },
  { name: 'partner-list', path: '/partners', person: 'partner', ready: '[part~=row]' },
  { name: 'register-check', path: '/partners/register', person: 'partner', ready: '#check-title' },
  {
    ...{ name: 'register-form', path: '/partners/register', person: 'partner' },
    ...{ ready: '#check-title', prepare: toForm },
  },
  {
    ...{ name: 'register-errors', path: '/partners/register', person: 'partner' },
    ready: '#check-title',
    async prepare(page) {
      await toForm(page)
      await page.locator('prm-deal-form [part~=submit]').click()
      await page.locator('prm-deal-form [aria-invalid=true]').first().waitFor()
    },
  },
  ...pages('partner', '/partners', {
    news: 'prm-announcements [part~=row]',
    leaderboard: 'prm-leaderboard tr',
    content: 'prm-content-library [part~=row]',
    training: 'prm-training-tracker [part~=row]',
    support: 'prm-knowledge-base a',
  }),
  ...pages('manager', '/desk', {
    articles: '.entry',
    assets: 'main tr',
    boards: 'main tr',
    training: 'main tr',
  }),
  { name: 'desk-queue', path: '/desk', person: 'manager', ready: '.entry' },
]

/** Takes pictures of the vendor’s site, the widgets on it and the manager’s desk. */
export async function photographSite(browser: Browser, album: Album): Promise<void> {
  await using site = await startVendorSite()
  const states = new Map<string, BrowserContextOptions['storageState']>()
  const details: Shot[] = []
  for (const [person, email] of Object.entries(people)) {
    const page = await site.signIn(browser, email)
    if (person === 'partner') details.push(...(await detailShots(page)))
    states.set(person, await page.context().storageState())
    await page.context().close()
  }
  const deals = await findDeskDeals(site)
  for (const [look, how] of Object.entries(looks)) {
    const open = async (person?: keyof typeof people) =>
      openPage(browser, site, how, person && states.get(person))
    for (const shot of [...shots, ...details]) {
      const file = `site/${shot.name}-${look}`
      if (!album.wants(file)) continue
      const page = await open(shot.person)
      await album.take(page, file, async () => {
        await page.goto(shot.path)
        await page.locator(shot.ready).first().waitFor()
        await shot.prepare?.(page)
        await settle(page)
      })
      await page.context().close()
    }
    await photographDesk(() => open('manager'), album, deals, look)
  }
}

/** A window of its own in some look, for somebody who is signed in or for nobody. */
async function openPage(
  browser: Browser,
  { url }: VendorSite,
  { options, language }: Look,
  storageState: BrowserContextOptions['storageState'],
): Promise<Page> {
  const context = await browser.newContext({
    ...{ baseURL: url, reducedMotion: 'reduce', locale: language === 'ar' ? 'ar' : 'en-GB' },
    ...options,
    ...(storageState && { storageState }),
  })
  await context.addCookies([{ name: 'language', value: language, url }])
  return context.newPage()
}

/** One registration of each status that the partner’s first page of the list shows. */
async function detailShots(page: Page): Promise<Shot[]> {
  await page.goto('/partners')
  await page.locator('[part~=row]').first().waitFor()
  const items = await page
    .locator('prm-deal-list')
    .evaluate((list) =>
      (list as never as List).list.items.map(({ id, status }) => ({ id, status })),
    )
  const byStatus = new Map(items.map(({ id, status }) => [status, id]))
  return [...byStatus].map(([status, id]) => ({
    ...{ name: `partner-deal-${status.replace('_', '-')}`, path: `/partners?deal=${id}` },
    ...{ person: 'partner' as const, ready: 'prm-deal-list dl' },
  }))
}
