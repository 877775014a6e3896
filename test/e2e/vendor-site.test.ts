import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { fillIn, openForm, sendButton } from './registration.ts'
import { useVendorSite } from './use-vendor-site.ts'
import { people, signInTo, type VendorSite } from './vendor-site.ts'

/** Milliseconds until a window shows what happened in another. */
const live = 2000

/** Everything the browser holds for the site, but for cookies. */
const stored = (page: Page) =>
  page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
    const kept: string[] = [...Object.keys(localStorage), ...Object.keys(sessionStorage)]
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await done(indexedDB.open(name))
      for (const store of database.objectStoreNames) {
        const keys = await done(database.transaction(store).objectStore(store).getAllKeys())
        kept.push(...keys.map((key) => `${name} ${store} ${JSON.stringify(key)}`))
      }
      database.close()
    }
    return kept
  })

describe('the vendor’s site', () => {
  let site: VendorSite
  let browser: Browser
  useVendorSite((there) => ({ site, browser } = there))

  test('a registered deal appears on the desk, and its approval on the partner’s screen', async () => {
    const company = `Wasserverband Probe ${Date.now()}`
    const desk = await site.signIn(browser, people.manager)
    await desk.locator('.entry').first().waitFor()
    const partner = await site.signIn(browser, people.partner)
    const form = await openForm(partner)
    await fillIn(form, company)
    await sendButton(form).click()
    await partner.getByText('Your registration was sent').waitFor()
    const entry = desk.getByRole('button', { name: company })
    await entry.waitFor({ timeout: live })

    await partner.goto('/partners')
    const row = partner.getByRole('listitem').filter({ hasText: company })
    await row.getByText('Submitted').waitFor()
    await entry.click()
    await desk.getByRole('button', { name: 'Start review' }).click()
    await row.getByText('Under review').waitFor({ timeout: live })
    await desk.getByRole('button', { name: 'Approve' }).click()
    await desk.locator('prm-dialog').getByRole('button', { name: 'Approve' }).click()
    await row.getByText('Protected', { exact: true }).waitFor({ timeout: live })

    assert.match(await row.innerText(), /90 days left · until /)
  })

  test('one registration has the page and an address to itself, the list has the greeting', async () => {
    const page = await site.signIn(browser, people.partner)
    const list = page.locator('prm-deal-list')
    const top = () => list.evaluate((element) => element.getBoundingClientRect().top + scrollY)
    const name = page.locator('prm-deal-detail #heading')
    await list.locator('.row').first().waitFor()
    const below = await top()

    await list.locator('.cover').first().click()
    const opened = await name.innerText()
    assert.ok((await top()) < below)
    await page.goto(page.url())

    assert.equal(await name.innerText(), opened)
    assert.ok((await top()) < below)
    await page.getByRole('button', { name: 'All registrations' }).click()
    await list.locator('.row').first().waitFor()
    assert.equal(await top(), below)
  })

  test('signing out leaves nothing of the user in the browser', async () => {
    const page = await site.signIn(browser, people.partner)
    await page.locator('prm-deal-list .row').first().waitFor()
    const form = await openForm(page)
    await form.getByLabel('Organisation').fill('Left behind GmbH')
    await form.getByText('Draft kept on this device').waitFor()
    const before = await stored(page)
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.waitForURL(/\/$/)

    assert.ok(before.length >= 2, `a draft and the list’s height: ${before.join()}`)
    assert.deepEqual(await stored(page), [])
  })

  test('signing out on a page without widgets leaves nothing either, and ends every token', async () => {
    const page = await site.signIn(browser, people.partner)
    const form = await openForm(page)
    const { token } = await (await page.request.post('/prm-token')).json()
    const statusOf = async () => {
      const headers = { Authorization: `Bearer ${token}`, Origin: site.url }
      return (await fetch(`${site.api}/v1/me`, { headers })).status
    }
    await form.getByLabel('Organisation').fill('Left at home GmbH')
    await form.getByText('Draft kept on this device').waitFor()
    await page.goto('/')
    const before = [(await stored(page)).length > 0, await statusOf()]
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.getByRole('link', { name: 'Sign in' }).waitFor()

    assert.deepEqual(before, [true, 200])
    assert.deepEqual(await stored(page), [])
    assert.equal(await statusOf(), 401)
  })

  test('a second user of the same browser sees nothing of the first', async () => {
    const page = await site.signIn(browser, people.partner)
    const company = page.locator('prm-deal-form').getByLabel('Organisation')
    const form = await openForm(page)
    await company.fill('Only mine GmbH')
    await form.getByText('Draft kept on this device').waitFor()

    const second = await signInTo(page.context(), people.colleague)
    await (await openForm(second)).getByLabel('Organisation').press('a')
    await second.getByText('Draft kept on this device').waitFor()
    const seen = await second.locator('prm-deal-form').getByLabel('Organisation').inputValue()
    const again = await signInTo(page.context(), people.partner)
    await (await openForm(again)).getByText(/Your draft from .* is back/).waitFor()

    assert.equal(seen, 'a')
    const own = again.locator('prm-deal-form').getByLabel('Organisation')
    assert.equal(await own.inputValue(), 'Only mine GmbH')
  })

  test('no page reports a violation of its content security policy', async () => {
    const page = await site.signIn(browser, people.partner)
    const violations: string[] = []
    page.on('console', (message) => {
      if (message.type() === 'error') violations.push(message.text())
    })
    const pages = [
      ['/', 'main'],
      ['/partners', 'prm-deal-list .row'],
      ['/partners/register', 'prm-deal-form input'],
      ['/partners/news', 'prm-announcements .row'],
      ['/partners/content', 'prm-content-library .row'],
      ['/partners/training', 'prm-training-tracker .row'],
      ['/partners/support', 'prm-knowledge-base .card'],
      ['/partners/leaderboard', 'prm-leaderboard #mine'],
    ] as const
    for (const [path, shown] of pages) {
      await page.goto(path)
      await page.locator(shown).first().waitFor()
    }

    assert.deepEqual(violations, [])
  })

  test('the reports of a new sample tell what partners read, missed and searched in vain', async () => {
    const { articleTasks, assetUse, searches } = await site.as(people.manager)
    await site.used()
    const [notes, used, missed] = await Promise.all([
      articleTasks.list({}),
      assetUse.list({ query: { used: true } }),
      searches.list({ query: { found: false } }),
    ])

    const titles = notes.items.map(({ article }) => article.title)
    for (const title of ['Flooded chambers', 'Leeres Rohr: wenn ein Flux EP zeigt'])
      assert.ok(titles.includes(title), String(titles))
    assert.ok(used.items.some(({ partners, downloads }) => partners > 2 && downloads > 1))
    assert.ok(missed.items.some(({ text, count }) => text === 'warranty claim form' && count === 2))
  })

  test('a second start on the same folder says who has it, and the first goes on', async () => {
    const said = await site.restart().then(
      () => 'It started.',
      (error: Error) => error.message,
    )
    const page = await site.signIn(browser, people.partner)
    await page.locator('prm-deal-list .row').first().waitFor()

    assert.match(said, /Another server \(process \d+\) is using the folder .* stop that one/)
    assert.doesNotMatch(said, /^ +at /m, 'no trace of the program')
  })

  test('a failed sign-in goes on at the password, which says what is wrong', async () => {
    const page = await browser.newPage({ baseURL: site.url })
    await page.goto('/sign-in')
    await page.locator('#email').fill(people.partner)
    await page.locator('#password').fill('wrong')
    await page.locator('#password').press('Enter')
    await page.locator('.failed').waitFor()
    const password = page.locator('#password:focus')
    await password.waitFor()

    const described = await password.getAttribute('aria-describedby')
    assert.match(await page.locator(`#${described}`).innerText(), /password/)
  })

  test('every field of a dialog has room in a window of 1280 by 1024 at 400 %', async () => {
    const viewport = { width: 320, height: 256 }
    const page = await site.signIn(browser, people.partner, { viewport })
    const list = page.locator('prm-deal-list')
    await list.evaluate((element) => element.scrollIntoView())
    await list.locator('.row', { hasText: 'Protected' }).first().locator('.cover').click()
    await list.getByRole('button', { name: 'Request extension' }).click()
    const fields = list.locator('dialog :is(input[type=date], textarea)')
    await fields.first().waitFor()
    const seen: boolean[] = []
    for (const field of await fields.all()) {
      await field.scrollIntoViewIfNeeded()
      seen.push(
        await field.evaluate((element) => {
          const { left, top, bottom } = element.getBoundingClientRect()
          const root = element.getRootNode() as ShadowRoot
          const isOnTop = (y: number) => root.elementFromPoint(left + 20, y) === element
          return isOnTop(top + 4) && isOnTop(bottom - 4)
        }),
      )
    }

    assert.deepEqual(seen, [true, true])
  })

  test('somebody who is not signed in gets no token and no partner area', async () => {
    const context = await browser.newContext({ baseURL: site.url })
    const token = await context.request.post('/prm-token')
    const page = await context.newPage()
    await page.goto('/partners')

    assert.equal(token.status(), 401)
    assert.match(page.url(), /\/sign-in\?to=%2Fpartners$/)
  })
})
