// The academy: packages of courses run at their own origin, and their results come back at once.
import assert from 'node:assert/strict'
import { afterEach, describe, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { useVendorSite } from './use-vendor-site.ts'
import { people, type VendorSite } from './vendor-site.ts'

/** Milliseconds from a statement of a course to the progress on the screen. */
const live = 2000

describe('the academy', () => {
  let site: VendorSite
  let browser: Browser
  useVendorSite((there) => ({ site, browser } = there))
  afterEach(async () => {
    for (const context of browser?.contexts() ?? []) await context.close()
  })

  const tracker = (page: Page) => page.locator('prm-training-tracker')

  /** Opens a course from its page, and answers the tab in which it runs. */
  async function launch(page: Page, button: RegExp): Promise<Page> {
    const [tab] = await Promise.all([
      page.context().waitForEvent('page'),
      tracker(page).getByRole('button', { name: button }).first().click(),
    ])
    return tab
  }

  /** Goes through a lesson, in a tab or in the frame of the player, and answers its questions. */
  async function learn(lesson: Pick<Page, 'getByRole' | 'getByText'>, answers: string[]) {
    const next = lesson.getByRole('button', { name: 'Next' })
    const send = lesson.getByRole('button', { name: 'Send answers' })
    for (;;) {
      await next.or(send).waitFor()
      if (await send.isVisible()) break
      await next.click()
    }
    for (const answer of answers) await lesson.getByRole('radio', { name: answer }).check()
    await send.click()
    await lesson.getByText(/Passed|Not passed/).waitFor()
  }

  test('a path, a package that moves on the screen, and the certificate at its end', async () => {
    const page = await site.signIn(browser, people.partner)
    const policy: string[] = []
    page.context().on('console', (message) => {
      if (/Content Security Policy/.test(message.text())) policy.push(message.text())
    })
    await page.goto('/partners/training?training=paths')
    await tracker(page).getByRole('heading', { name: 'Start as a partner' }).waitFor()
    await tracker(page).getByRole('link', { name: 'Welcome to Quellmark' }).click()
    const tab = await launch(page, /Start/)
    await tab.getByRole('button', { name: 'Next' }).click()
    await tracker(page).getByText('25 %').first().waitFor({ timeout: live })
    const cookies = await tab.context().cookies(tab.url())
    await learn(tab, ['Echo', 'As early as possible'])
    await tracker(page).getByText('Passed').first().waitFor({ timeout: live })

    assert.equal(new URL(tab.url()).origin, site.api.replace('localhost', '127.0.0.1'))
    assert.deepEqual(cookies, [])
    await tab.close()
    await page.goto('/partners/training')
    await tracker(page).getByRole('link', { name: 'Code of conduct for partners' }).click()
    await learn(await launch(page, /Start/), ['Say no, leave and report it', 'The utility'])
    await page.goto('/partners/training?training=certificates')
    await tracker(page).getByText('Quellmark Starter').first().waitFor()
    const { items } = await (await site.as(people.partner)).awards.list()
    assert.ok(items.some(({ certification }) => certification.title === 'Quellmark Starter'))
    assert.deepEqual(policy, [])
  })

  for (const [title, answers] of [
    ['Service and warranty', ['Three years', 'The return number']],
    ['Alarms that people act on', ['Four weeks of readings', 'Three']],
  ] as const)
    test(`SCORM: “${title}” goes on where it was left, and its result comes back`, async () => {
      const client = await site.as(people.colleague)
      const { items } = await client.courses.list({ query: { search: title } })
      const course = items.find((one) => one.title === title)!
      for (const { id } of course.prerequisites) await pass(id)
      await client.enrolments.create({ body: { courseId: course.id } })
      const page = await site.signIn(browser, people.colleague)
      await page.goto(`/partners/training?course=${course.id}`)
      const first = await launch(page, /Start/)
      const lesson = first.frameLocator('iframe')
      await lesson.getByRole('button', { name: 'Next' }).click()
      await lesson.getByRole('button', { name: 'Back' }).waitFor()
      await first.close()
      await page.reload()

      const second = await launch(page, /Resume/)
      const resumed = second.frameLocator('iframe')
      await resumed.getByRole('button', { name: 'Back' }).waitFor()
      await learn(resumed, [...answers])
      await second.getByText('Your result is saved.').waitFor()

      await tracker(page).getByText('Passed').first().waitFor({ timeout: live })
      const { items: enrolments } = await client.enrolments.list({
        query: { courseId: course.id },
      })
      assert.deepEqual(
        enrolments.map(({ status, success, score }) => [status, success, score?.scaled]),
        [['completed', 'passed', 1]],
      )
    })

  /** Lets the colleague have done a course by the word of the vendor. */
  async function pass(courseId: string): Promise<void> {
    const learner = await site.as(people.colleague)
    const { items } = await learner.enrolments.create({ body: { courseId } })
    const { id, revision: ifMatch } = items[0]!
    const vendor = await site.as(people.manager)
    await vendor.enrolments.act({ params: { id }, body: { action: 'complete' }, ifMatch })
  }
})
