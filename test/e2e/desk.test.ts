// The channel manager's desk: every decision to its end, and what it says when something is wrong.
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { afterEach, describe, test } from 'node:test'
import { createClient } from '@prmkit/client'
import type { Deal, DealQuery, UserExport } from '@prmkit/contract'
import type { Browser, Page } from 'playwright-core'
import { axe, namelessControls } from './audit.ts'
import { useVendorSite } from './use-vendor-site.ts'
import { people, type VendorSite } from './vendor-site.ts'

const dialogOf = (page: Page) => page.locator('prm-dialog')
const decisions = (page: Page) => page.locator('.deal-head .actions')
const isAction = (url: URL) => url.pathname.endsWith('/actions')

describe('the channel manager’s desk', () => {
  let site: VendorSite
  let browser: Browser
  useVendorSite((there) => ({ site, browser } = there))
  afterEach(async () => {
    for (const context of browser?.contexts() ?? []) await context.close()
  })

  /** Registrations that allow an action, the last ones of the sample. */
  async function dealsFor(action: string, query: DealQuery = {}): Promise<Deal[]> {
    const manager = await site.as(people.manager)
    const { items } = await manager.deals.list({ query: { limit: 100, ...query } })
    const found = items.filter(({ allowedActions }) => allowedActions.includes(action))
    assert.ok(found.length > 0, `a sample registration allows “${action}”`)
    return found
  }

  const dealFor = async (action: string, query?: DealQuery) =>
    (await dealsFor(action, query)).at(-1)!

  const now = async ({ id }: Deal) => (await site.as(people.manager)).deals.get({ params: { id } })

  /** The desk with a registration on it. */
  async function openDesk(deal: Deal, options = {}): Promise<Page> {
    const page = await site.signIn(browser, people.manager, options)
    await page.goto(`/desk?deal=${deal.id}`)
    await decisions(page).waitFor()
    return page
  }

  async function begin(page: Page, decision: string): Promise<void> {
    await decisions(page).getByRole('button', { name: decision, exact: true }).click()
    await dialogOf(page).getByRole('heading', { name: decision }).waitFor()
  }

  const confirm = (page: Page, decision: string) =>
    dialogOf(page).getByRole('button', { name: decision, exact: true }).click()

  const giveReason = async (page: Page) => {
    await page.getByLabel('Reason', { exact: true }).selectOption('incomplete')
    await page.getByLabel('Text for the partner').fill('Please name the site.')
  }

  interface Decided {
    button: string
    query: DealQuery
    answer: (page: Page) => Promise<unknown>
    after: (deal: Deal) => unknown
    expected: unknown
  }
  const reviewed: DealQuery = { status: ['under_review'] }
  const approved: DealQuery = { status: ['approved'], sort: 'expires_asc' }
  const every: Record<string, Decided> = {
    approve: {
      ...{ button: 'Approve', query: reviewed },
      answer: (page) => page.getByLabel('Last day of the protection').fill('2030-03-01'),
      after: ({ status, protection }) => [status, protection?.expiresAt],
      expected: ['approved', '2030-03-01T22:59:59.999Z'],
    },
    return: {
      ...{ button: 'Request changes', query: reviewed },
      answer: async (page) => {
        await giveReason(page)
        await page.getByLabel('Answer by').fill('2030-03-01')
        await page.getByRole('checkbox', { name: 'Website' }).check()
      },
      after: ({ status, statusReason, respondBy }) => [
        status,
        statusReason,
        respondBy?.slice(0, 10),
      ],
      expected: [
        'action_required',
        { code: 'incomplete', text: 'Please name the site.' },
        '2030-03-01',
      ],
    },
    reject: {
      ...{ button: 'Reject (can resubmit)', query: reviewed, answer: giveReason },
      after: ({ status, statusReason }) => [status, statusReason?.code],
      expected: ['rejected', 'incomplete'],
    },
    decline: {
      ...{ button: 'Decline (final)', query: reviewed, answer: giveReason },
      after: ({ status, statusReason }) => [status, statusReason?.text],
      expected: ['declined', 'Please name the site.'],
    },
    mark_duplicate: {
      ...{ button: 'Mark as duplicate', query: reviewed },
      answer: async (page) => {
        await dialogOf(page).getByRole('combobox').fill('QM-4312')
        await dialogOf(page)
          .getByRole('option', { name: /QM-4312/ })
          .click()
      },
      after: ({ status, conflict }) => [status, conflict?.deals.map(({ number }) => number)],
      expected: ['duplicate', ['QM-4312']],
    },
    convert: {
      ...{ button: 'Convert', query: approved },
      answer: (page) => page.getByLabel('Opportunity number').fill('OPP-77'),
      after: ({ status, opportunity }) => [status, opportunity],
      expected: ['approved', { id: 'OPP-77', system: 'CRM' }],
    },
    close: {
      ...{ button: 'Close deal', query: approved },
      answer: (page) => page.getByLabel('Outcome').selectOption('won'),
      after: ({ status, closure }) => [status, closure?.outcome],
      expected: ['closed', 'won'],
    },
    grant_extension: {
      ...{ button: 'Grant extension', query: approved },
      answer: (page) => page.getByLabel('Last day of the protection').fill('2030-03-01'),
      after: ({ protection }) => [protection?.extension?.status, protection?.expiresAt],
      expected: ['granted', '2030-03-01T22:59:59.999Z'],
    },
    refuse_extension: {
      ...{ button: 'Decline extension', query: approved, answer: giveReason },
      after: ({ protection }) => protection?.extension?.status,
      expected: 'refused',
    },
    reopen: {
      ...{ button: 'Reopen', query: { status: ['expired'] } },
      answer: (page) => page.getByLabel('Last day of the protection').fill('2030-03-01'),
      after: ({ status, protection }) => [status, protection?.expiresAt],
      expected: ['approved', '2030-03-01T22:59:59.999Z'],
    },
  }

  for (const [action, { button, query, answer, after: stateOf, expected }] of Object.entries(every))
    test(`“${button}” asks what it needs, says what it means and does it`, async () => {
      const deal = await dealFor(action, query)
      const page = await openDesk(deal, { bypassCSP: true })
      await begin(page, button)
      await answer(page)
      const meaning = await page.locator('.ask > .soft').innerText()
      const wrong = [...(await axe(page)), ...(await namelessControls(page))]
      await confirm(page, button)
      await page.locator('.done').getByText(/^Done/).waitFor()

      assert.deepEqual(stateOf(await now(deal)), expected)
      assert.ok(meaning.length > 20, meaning)
      assert.deepEqual(wrong, [])
    })

  test('“Return” without a field is refused at once, and the first field has the focus', async () => {
    const page = await openDesk(await dealFor('return', reviewed))
    const sent: string[] = []
    page.on('request', (request) => {
      if (isAction(new URL(request.url()))) sent.push(request.url())
    })
    await begin(page, 'Request changes')
    await giveReason(page)
    await confirm(page, 'Request changes')
    await dialogOf(page).getByText('Tick at least one').waitFor()

    assert.ok(
      await page
        .getByRole('checkbox', { name: 'Organisation' })
        .evaluate((box) => box.matches(':focus')),
    )
    assert.deepEqual(sent, [])
    await page.getByRole('checkbox', { name: 'City' }).check()
    await dialogOf(page).getByText('Tick at least one').waitFor({ state: 'detached' })
  })

  /** The deals to decide, in the order of the desk. */
  const toDecide = async () => {
    const status = ['submitted' as const, 'under_review' as const]
    const manager = await site.as(people.manager)
    const { items } = await manager.deals.list({
      query: { status, sort: 'created_asc', limit: 100 },
    })
    const due = ({ decisionDueAt }: Deal) => Date.parse(decisionDueAt ?? '9999-01-01')
    return items.toSorted((one, other) => due(one) - due(other))
  }

  const shownIds = (page: Page) =>
    page.locator('.entry').evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset.deal))

  test('a final decision can be undone at once, and no longer after a minute', async () => {
    const deal = await dealFor('decline', reviewed)
    const page = await openDesk(deal)
    const undo = decisions(page).getByRole('button', { name: 'Undo' })
    const decline = async () => {
      await begin(page, 'Decline (final)')
      await giveReason(page)
      await confirm(page, 'Decline (final)')
      await undo.waitFor()
    }
    await decline()
    await undo.click()
    await decisions(page).getByRole('button', { name: 'Decline (final)' }).waitFor()
    assert.equal((await now(deal)).status, 'under_review')
    await page.getByText('Undone').waitFor()
    await page.clock.install()
    await decline()
    await page.route(`**/v1/deals/${deal.id}`, async (route) => {
      const answer = await route.fetch()
      const body = await answer.json()
      await route.fulfill({ response: answer, json: { ...body, allowedActions: [] } })
    })
    await page.clock.fastForward(61_000)
    await undo.waitFor({ state: 'detached' })
  })

  test('what is to decide begins with what is due first, or with the newest', async () => {
    const page = await site.signIn(browser, people.manager)
    await page.locator('.entry').first().waitFor()
    const ids = (await toDecide()).map(({ id }) => id)

    assert.deepEqual(await shownIds(page), ids)
    await page.getByLabel('Order').selectOption('Newest first')
    const manager = await site.as(people.manager)
    const status = ['submitted' as const, 'under_review' as const]
    const { items } = await manager.deals.list({ query: { status, sort: 'created_desc' } })
    await page.locator(`li:first-child .entry[data-deal="${items[0]!.id}"]`).waitFor()
    assert.deepEqual(
      await shownIds(page),
      items.map(({ id }) => id),
    )
  })

  test('the queue counts and marks what is overdue, and is one stop of the Tab key', async () => {
    const page = await site.signIn(browser, people.manager)
    await page.locator('.entry').first().waitFor()
    const late = (await toDecide()).filter(
      ({ decisionDueAt = '' }) => Date.parse(decisionDueAt) < Date.now(),
    )

    assert.equal(await page.locator('.entry.late').count(), late.length)
    if (late.length)
      assert.equal(await page.locator('.overdue').innerText(), `Overdue: ${late.length}`)
    assert.equal(await page.locator('.entry[tabindex="0"]').count(), 1)
    await page.locator('.entry[tabindex="0"]').focus()
    await page.keyboard.press('ArrowDown')
    assert.equal(await page.locator('.entry:focus').getAttribute('tabindex'), '0')
  })

  test('keys go through the queue, approve and search', async () => {
    const deal = await dealFor('start_review', { status: ['submitted'] })
    const page = await site.signIn(browser, people.manager)
    await page.locator('.entry').first().waitFor()
    const [first, second] = await shownIds(page)
    await page.keyboard.press('j')
    await page.locator(`.entry[aria-current][data-deal="${first}"]`).waitFor()
    await page.keyboard.press('j')
    await page.locator(`.entry[aria-current][data-deal="${second}"]`).waitFor()
    await page.keyboard.press('k')
    await page.locator(`.entry[aria-current][data-deal="${first}"]`).waitFor()
    await page.keyboard.press('/')
    assert.ok(await page.getByRole('searchbox').evaluate((field) => field.matches(':focus')))
    await page.getByRole('searchbox').fill(deal.ownerName ?? '')
    await page.locator(`.entry[data-deal="${deal.id}"]`).waitFor()
    await page.locator(`.entry[data-deal="${deal.id}"]`).click()
    await decisions(page).waitFor()
    await page.keyboard.press('a')
    await dialogOf(page).getByRole('heading', { name: 'Approve' }).waitFor()
    await confirm(page, 'Approve')
    await page.locator('.done').getByText(/^Done/).waitFor()
    assert.equal((await now(deal)).status, 'approved')
  })

  test('keys do nothing in a dialog, in a field, and with a modifier', async () => {
    const deal = await dealFor('approve', { status: ['under_review'] })
    const page = await openDesk(deal)
    const chosen = () => page.locator('.entry[aria-current]').getAttribute('data-deal')
    const isOpen = () => dialogOf(page).evaluate((one) => one.hasAttribute('open'))
    const pressAll = async () => {
      for (const key of ['j', 'k', 'k', 'j', 'j', '/']) await page.keyboard.press(key)
    }
    await page.locator(`.entry[aria-current][data-deal="${deal.id}"]`).waitFor()

    for (const key of ['Control+a', 'Alt+a', 'Meta+a', 'Alt+j']) await page.keyboard.press(key)
    assert.equal(await isOpen(), false)
    await page.getByLabel('Order').focus()
    await pressAll()
    assert.equal(await chosen(), deal.id)
    await begin(page, 'Approve')
    await pressAll()
    // A click on words takes the focus from the field, and in some engines to the page.
    await dialogOf(page).getByRole('heading', { name: 'Approve' }).click()
    await pressAll()
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
    await pressAll()

    assert.equal(await chosen(), deal.id)
    assert.equal(await isOpen(), true)
    assert.ok(!(await page.getByRole('searchbox').evaluate((field) => field.matches(':focus'))))
  })

  test('news leave a long list as long as it was', async () => {
    const deal = await dealFor('start_review', { status: ['submitted'] })
    const live = (page: Page) => page.waitForResponse(/\/v1\/events$/)
    const page = await site.signIn(browser, people.manager)
    await Promise.all([live(page), page.goto('/desk')])
    await page.getByRole('button', { name: /^All/ }).click()
    const entries = page.locator('.entry')
    for (let shown = 25; shown < 125; shown += 25) {
      await entries.nth(shown - 1).waitFor()
      await page.getByRole('button', { name: 'Show more' }).click()
    }
    await entries.nth(124).waitFor()
    const manager = await site.as(people.manager)
    const params = { id: deal.id }
    await manager.deals.act({ params, ifMatch: deal.revision, body: { action: 'start_review' } })
    await page.locator(`li:first-child .entry[data-deal="${deal.id}"]`).waitFor()
    const ids = await shownIds(page)

    assert.ok(ids.length >= 125, `${ids.length} are shown`)
    assert.equal(new Set(ids).size, ids.length)
  })

  test('a search begins when somebody stops typing', async () => {
    const page = await site.signIn(browser, people.manager)
    await page.clock.install()
    // News would load the list at any time.
    await page.route('**/v1/events', () => {})
    await page.goto('/desk')
    await page.locator('.entry').first().waitFor()
    const sent: (string | null)[] = []
    page.on('request', (request) => {
      const { pathname, searchParams } = new URL(request.url())
      if (pathname === '/v1/deals' && request.method() === 'GET')
        sent.push(searchParams.get('search'))
    })
    await page.clock.pauseAt(Date.now() + 5000)
    await page.getByRole('searchbox').pressSequentially('QM-43')
    await page.clock.runFor(249)
    const early = [...sent]
    await Promise.all([page.waitForResponse(/search=QM-43/), page.clock.runFor(1)])

    assert.deepEqual([early, sent], [[], ['QM-43']])
  })

  test('the desk offers to begin with the first', async () => {
    const page = await site.signIn(browser, people.manager)
    await page.getByRole('button', { name: 'Open the first one' }).click()
    await decisions(page).waitFor()

    const [first] = await shownIds(page)
    assert.equal(new URL(page.url()).searchParams.get('deal'), first)
  })

  test('after a decision the desk leads to the registration that came next', async () => {
    const deals = await toDecide()
    const place = deals.findIndex(({ status }, at) => at > 0 && status === 'under_review')
    const [deal, next] = deals.slice(place)
    assert.ok(deal && next)
    const page = await openDesk(deal)
    await page.locator('.entry[aria-current]').waitFor()
    await begin(page, 'Decline (final)')
    await giveReason(page)
    await confirm(page, 'Decline (final)')
    await page.locator('.entry[aria-current]').waitFor({ state: 'detached' })
    await page.getByRole('button', { name: /^Next: / }).click()
    await page.locator('.deal-head').getByText(next.number).waitFor()

    assert.ok(await page.locator('.detail').evaluate((detail) => detail.matches(':focus')))
  })

  test('after the start of a review the desk stays with it', async () => {
    const page = await openDesk(await dealFor('start_review', { status: ['submitted'] }))
    await decisions(page).getByRole('button', { name: 'Start review' }).click()
    await page.locator('.done').getByText(/^Done/).waitFor()
    await page.locator('.entry').first().waitFor()

    assert.equal(await page.getByRole('button', { name: /^Next: / }).count(), 0)
  })

  test('what is found elsewhere only is one press away', async () => {
    const deal = await dealFor('reopen', { status: ['expired'] })
    const page = await site.signIn(browser, people.manager)
    await page.locator('.entry').first().waitFor()
    await page.getByRole('searchbox').fill(deal.number)
    await page.getByText('Nothing here matches').waitFor()
    await page.getByRole('button', { name: 'Search under All' }).click()

    await page.locator(`.entry[data-deal="${deal.id}"]`).waitFor()
  })

  test('what waits for the partner does not ask the manager to answer', async () => {
    const manager = await site.as(people.manager)
    const { items } = await manager.deals.list({ query: { status: ['action_required'] } })
    const page = await site.signIn(browser, people.manager)
    await page.goto(`/desk?deal=${items[0]?.id}`)
    await page.locator('.deal-head').getByText('With the partner').waitFor()

    assert.equal(await page.getByText('Answer needed').count(), 0)
  })

  test('a protection ends on its last day where the vendor is, wherever one looks', async () => {
    const deal = await dealFor('close', approved)
    const there = { dateStyle: 'medium', timeZone: 'Europe/Berlin' } as const
    const last = new Date(deal.protection!.expiresAt).toLocaleDateString('en-GB', there)
    const page = await openDesk(deal, { timezoneId: 'Pacific/Auckland' })

    assert.equal(await page.locator('.deal-head .due').innerText(), `Protected until ${last}`)
  })

  test('the registration that the address names is in sight in the queue', async () => {
    const page = await openDesk((await toDecide()).at(-1)!)
    const entry = page.locator('.entry[aria-current]')
    await entry.waitFor()
    const height = page.viewportSize()!.height
    const box = await entry.boundingBox()

    assert.ok(box && box.y > 0 && box.y + box.height <= height, JSON.stringify(box))
    assert.ok(await page.getByRole('searchbox').isVisible())
  })

  test('on a small screen a desk without a backend says so beside no registration', async () => {
    const page = await site.signIn(browser, people.manager, {
      viewport: { width: 320, height: 640 },
    })
    await page.route('**/v1/**', (route) => route.abort())
    await page.goto('/desk?deal=deal_any')

    await page.locator('.queue .trouble:visible').waitFor()
  })

  test('in Arabic an amount keeps its currency in one piece', async () => {
    const manager = await site.as(people.manager)
    const { items } = await manager.deals.list({ query: { limit: 100 } })
    const deal = items.find(({ amount }) => amount?.currency === 'USD')
    assert.ok(deal)
    const page = await site.signIn(browser, people.manager, { locale: 'ar' })
    await page.goto(`/desk?deal=${deal.id}`)
    await decisions(page).waitFor()

    assert.match(await page.locator('.facts').first().innerText(), /\u2068US\$\u2069/)
  })

  test('at 320 pixels every product line shows how many, what one costs and the sum', async () => {
    const deal = (await dealsFor('approve', reviewed)).find(({ lines }) => lines.length > 0)
    assert.ok(deal)
    const page = await openDesk(deal, { viewport: { width: 320, height: 640 } })
    const row = page.locator('.lines tbody tr').first()
    const ends = await row
      .locator('td:visible')
      .evaluateAll((cells) => cells.map((cell) => cell.getBoundingClientRect().right))

    assert.match(await row.innerText(), /\d+ × \D*\d[\s\S]*\d/)
    assert.ok(ends.length > 0 && ends.every((end) => end <= 320), String(ends))
  })

  test('what somebody else decided meanwhile is told, and what was written stays', async () => {
    const deal = await dealFor('decline', reviewed)
    const page = await openDesk(deal)
    await begin(page, 'Decline (final)')
    await giveReason(page)
    const other = await openDesk(deal)
    await begin(other, 'Reject (can resubmit)')
    await giveReason(other)
    await confirm(other, 'Reject (can resubmit)')

    await dialogOf(page)
      .getByText('it is now “Changes needed”. “Decline (final)” is no longer')
      .waitFor()
    assert.equal(await page.locator('#ask-text').inputValue(), 'Please name the site.')
    assert.ok(await dialogOf(page).getByRole('button', { name: 'Decline (final)' }).isDisabled())
  })

  test('a registration that changed on the way to the backend is shown as it is now', async () => {
    const deal = await dealFor('approve', reviewed)
    const page = await openDesk(deal)
    await begin(page, 'Approve')
    await page.route(isAction, async (route) => {
      const owner = await site.as(people.manager)
      const params = { id: deal.id }
      const reason = { code: 'other' }
      await owner.deals.act({ params, ifMatch: deal.revision, body: { action: 'reject', reason } })
      await route.continue()
    })
    await confirm(page, 'Approve')

    await dialogOf(page).getByText('Nothing was saved.').waitFor()
    await dialogOf(page).getByText('“Approve” is no longer possible').waitFor()
    assert.equal((await now(deal)).status, 'rejected')
  })

  test('a blocked registration says what came first, how to go on, and leads there', async () => {
    const partner = await site.as(people.partner)
    const [deal] = (await partner.deals.list({ query: { search: 'QM-4341' } })).items
    assert.ok(deal)
    const body = { action: 'appeal', text: 'It is another site.' } as const
    await partner.deals.act({ params: { id: deal.id }, ifMatch: deal.revision, body })
    const page = await openDesk(deal)
    const notice = page.getByText('Decide the earlier one first')
    await notice.waitFor()

    assert.equal(await decisions(page).getByRole('button', { name: 'Approve' }).count(), 0)
    await page.getByRole('link', { name: 'QM-4312' }).click()
    await page.locator('.deal-head').getByText('QM-4312').waitFor()
    assert.ok(await page.locator('.detail').evaluate((detail) => detail.matches(':focus')))
    await page.goBack()
    await page.locator('.deal-head').getByText('QM-4341').waitFor()
  })

  test('an approval that another registration stops names it and the next step', async () => {
    const deal = await dealFor('approve', reviewed)
    const page = await openDesk(deal)
    await begin(page, 'Approve')
    const [other] = await dealsFor('close', approved)
    const conflict = { code: 'registered', deals: [{ ...deal, number: other!.number }] }
    const blocked = { ...deal, allowedActions: ['decline'], conflict }
    await page.route(isAction, (route) =>
      route.fulfill({
        status: 409,
        contentType: 'application/problem+json',
        json: { code: 'customer-conflict', title: 'Conflict', status: 409, requestId: 'r1' },
      }),
    )
    await page.route(
      (url) => url.pathname === `/v1/deals/${deal.id}`,
      (route) => route.fulfill({ json: blocked }),
    )
    await confirm(page, 'Approve')

    const told = dialogOf(page).getByText(/came first\. Decide that, or mark this one/)
    assert.match(await told.innerText(), new RegExp(other!.number))
  })

  test('without a network the desk says so, keeps what it shows, and goes on by itself', async () => {
    const page = await openDesk(await dealFor('approve', reviewed))
    await page.context().setOffline(true)
    await page.locator('.queue').getByText('You are offline').waitFor()
    const kept = await page.locator('.entry').count()
    await page.context().setOffline(false)
    await page.locator('.queue').getByText('You are offline').waitFor({ state: 'hidden' })

    assert.ok(kept > 0)
    assert.equal(await page.locator('.failed:visible').count(), 0)
  })

  test('a desk whose user was signed out elsewhere leads to the sign-in and back', async () => {
    const deal = await dealFor('approve', reviewed)
    const page = await openDesk(deal)
    await page.context().clearCookies()
    await page.route('**/v1/**', (route) =>
      route.fulfill({
        status: 401,
        contentType: 'application/problem+json',
        json: { code: 'token-expired', title: 'Expired', status: 401, requestId: 'r1' },
      }),
    )
    await page.getByRole('button', { name: /^All/ }).click()
    await page.locator('.queue').getByRole('link', { name: 'Sign in again' }).click()
    await page.unroute('**/v1/**')
    await page.getByRole('button', { name: /Katrin Wessels/ }).click()

    await page.locator('.deal-head').getByText(deal.number).waitFor()
  })

  test('a hostile name is text, and no registration breaks the page at 320 pixels', async () => {
    const name = `<img src=x onerror=alert(1)>‮evil ${'unbroken'.repeat(20)}`
    const deal = await dealFor('approve', reviewed)
    const page = await site.signIn(browser, people.manager, {
      viewport: { width: 320, height: 640 },
    })
    await page.route(
      (url) => url.pathname === `/v1/deals/${deal.id}`,
      (route) =>
        route.fulfill({
          json: { ...deal, name, customer: { ...deal.customer, companyName: name } },
        }),
    )
    await page.goto(`/desk?deal=${deal.id}`)
    await decisions(page).waitFor()

    assert.equal(await page.locator('qm-desk img').count(), 0)
    assert.equal(await page.locator('.deal-head h2').innerText(), name)
    const wide = await page.evaluate(() => document.documentElement.scrollWidth)
    assert.equal(wide, 320)
  })

  test('a backend that dies under the desk is told of, and its return noticed', async () => {
    const page = await site.signIn(browser, people.manager)
    const { id } = await dealFor('approve', reviewed)
    const live = page.waitForResponse(/\/v1\/events$/)
    await page.goto(`/desk?deal=${id}`)
    await Promise.all([live, decisions(page).waitFor()])
    await site.kill()
    await page.locator('.queue').getByText('The partner system does not answer').waitFor()
    await site.restart()
    await page
      .locator('.queue')
      .getByText('The partner system does not answer')
      .waitFor({ state: 'hidden' })

    await page.locator('.failed:visible').first().waitFor({ state: 'hidden' })
    assert.ok(await decisions(page).getByRole('button', { name: 'Approve' }).isEnabled())
  })

  test('an unhelpful vote is a task with the article, its version and the text, and somebody’s own', async () => {
    const partner = await site.as(people.partner)
    const [article] = (await partner.articles.list({ query: { limit: 1, sort: 'updated_desc' } }))
      .items
    const comment = `Which valve? ${Date.now()}`
    const body = { helpful: false, reason: 'unclear', comment } as const
    await partner.articles.rate({ params: { id: article!.id }, body })
    const page = await site.signIn(browser, people.manager)
    await page.goto('/desk/articles')
    await page.locator('.entry', { hasText: comment }).click()
    const task = page.locator('.task')
    await task.getByRole('heading', { name: article!.title }).first().waitFor()
    await task.locator('prm-article').getByRole('heading', { name: article!.title }).waitFor()
    assert.match(
      await task.innerText(),
      new RegExp(`Version ${article!.version}[^]*${comment.replace('?', '.')}`),
    )
    await task.getByRole('button', { name: 'Take it' }).click()
    await task.getByText('In work').waitFor()
    await page.getByRole('button', { name: 'Done', exact: true }).click()
    await page.locator('.entry', { hasText: comment }).waitFor({ state: 'detached' })
    const { items } = await (
      await site.as(people.manager)
    ).articleTasks.list({ query: { status: ['done'] } })

    const settled = items.find((one) => one.comment === comment)
    assert.equal(settled?.assignee?.name, 'Katrin Wessels')
  })

  test('the work on texts is on the desk of articles', async () => {
    const vendor = createClient({ baseUrl: site.api, apiKey: await site.secretKey() })
    const texts = { en: { title: 'Pushed by night', body: 'Text.' } }
    await vendor.articles.bulk({ body: { rows: [{ key: 'night', texts, status: 'draft' }] } })
    vendor.close()
    const page = await site.signIn(browser, people.manager, { bypassCSP: true })
    await page.goto('/desk/articles')
    await page.getByRole('button', { name: 'Background work' }).click()
    await page.locator('tr', { hasText: 'Make an article readable' }).first().waitFor()

    assert.deepEqual(await axe(page), [])
  })

  test('the use of the content library is told by asset, with what nobody used, and as CSV', async () => {
    const { assets } = await site.as(people.partner)
    const [asset] = (await assets.list({ query: { limit: 1 } })).items
    assert.ok(asset)
    await assets.view({ params: { id: asset.id }, body: { language: asset.language } })
    const page = await site.signIn(browser, people.manager)
    await page.goto('/desk/assets')
    const row = page.getByRole('row', { name: asset.title })
    await row.waitFor()

    assert.match(await row.innerText(), /\t1\t0\t0\t0\t1\t/)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Export as CSV' }).click(),
    ])
    const lines = (await readFile(await download.path(), 'utf8')).split('\r\n')
    assert.equal(lines[0], '\ufeffAsset,Views,Downloads,Links,Link views,Partners,Last used')
    const today = new Date().toISOString().slice(0, 10)
    assert.ok(
      lines.some((line) => line.includes(asset.title) && line.endsWith(`,1,0,0,0,1,${today}`)),
    )
    await page.getByRole('button', { name: 'Never used' }).click()
    await page.getByRole('button', { name: 'Show more' }).waitFor()
    assert.equal(await page.getByRole('row', { name: asset.title, exact: true }).count(), 0)
  })

  test('a deal that is won on the desk moves the rank of its owner by one event and one fetch', async () => {
    const manager = await site.as(people.manager)
    const worth = ({ amount }: Deal) => (amount?.currency === 'EUR' ? Number(amount.amount) : 0)
    const deals = await dealsFor('close', approved)
    const deal = deals.toSorted((one, other) => worth(other) - worth(one))[0]!
    const { partnerId = '' } = deal.partners.find(({ role }) => role === 'owner') ?? {}
    const { items: users } = await manager.users.list({ query: { partnerId, limit: 100 } })
    const { email = '' } = users.find(({ id }) => id === deal.ownerUserId) ?? {}
    assert.ok(worth(deal) >= 50_000, 'a deal of the sample is worth fifty points')
    const partner = await site.as(email)
    const board = { params: { id: 'sellers' } }
    const before = await partner.boards.getMine(board)
    const page = await site.signIn(browser, email)
    const live = page.waitForResponse(/\/v1\/events$/)
    await page.goto('/partners/leaderboard')
    await Promise.all([live, page.locator('prm-leaderboard .mine').waitFor()])
    const asked: string[] = []
    page.on('request', (request) => {
      const { pathname } = new URL(request.url())
      if (/boards\/sellers\/(mine|entries)$/.test(pathname)) asked.push(pathname.split('/').at(-1)!)
    })
    await page.evaluate(async () => {
      const portal = document.querySelector('prm-portal') as unknown as {
        portal: { client: Promise<{ events: { subscribe(hear: (event: object) => void): void } }> }
      }
      const heard = ((globalThis as never as { heard: unknown[] }).heard = [] as unknown[])
      const client = await portal.portal.client
      client.events.subscribe((event) => heard.push({ ...event }))
    })
    const desk = await openDesk(deal)
    const { button, answer } = every['close']!
    await begin(desk, button)
    await answer(desk)
    // The widget asks once more when its stream has opened; from here on it waits for events alone.
    asked.length = 0

    await confirm(desk, button)
    await desk.locator('.done').getByText(/^Done/).waitFor()
    const mine = await partner.boards.getMine(board)
    const value = mine.value.toLocaleString('en-GB')
    await page.locator('prm-leaderboard .score span b').getByText(value, { exact: true }).waitFor()

    assert.ok(mine.value > before.value && (mine.rank ?? 0) < (before.rank ?? Infinity))
    assert.deepEqual(asked.toSorted(), ['entries', 'mine'])
    const heard = await page.evaluate(
      () => (globalThis as never as { heard: { type: string; resourceId: string }[] }).heard,
    )
    const told = heard.filter(
      ({ type, resourceId }) => type === 'boards.changed' && resourceId === 'sellers',
    )
    assert.equal(told.length, 1, JSON.stringify(heard))
  })

  test('points given and taken back move the board, and a tier is set by hand with its reason', async () => {
    const partner = await site.as(people.partner)
    const { user, partner: company } = await partner.me.get()
    const board = { params: { id: 'sellers' } }
    const before = await partner.boards.getMine(board)
    const page = await site.signIn(browser, people.manager)
    const choosePartner = async () => {
      await page.getByRole('combobox', { name: 'Partner' }).fill(company!.name)
      await page.getByRole('option', { name: company!.name }).click()
    }
    await page.goto('/desk/boards')
    await page.getByRole('combobox', { name: 'Board' }).selectOption('Sellers')
    await page.locator('qm-board-places tbody tr').first().waitFor()

    await page.getByRole('button', { name: 'Points', exact: true }).click()
    await choosePartner()
    await page.getByLabel('Person').selectOption(user.name)
    await page
      .getByLabel('Rule', { exact: true })
      .selectOption({ label: '25 points for a training day at Quellmark' })
    await page.getByRole('button', { name: 'Give points' }).click()
    await page.getByText('The points were given.').waitFor()
    assert.equal((await partner.boards.getMine(board)).value, before.value + 25)

    const row = page.getByRole('row').filter({ hasText: 'training day' }).first()
    await row.getByRole('button', { name: 'Take back' }).click()
    await row.getByLabel('Reason').fill('Counted twice')
    await row.getByRole('button', { name: 'Take back', exact: true }).click()
    await page.getByText('The points were taken back.').waitFor()
    assert.equal((await partner.boards.getMine(board)).value, before.value)
    await page.getByRole('row').filter({ hasText: 'Counted twice' }).getByText('Reversal').waitFor()

    await page.getByRole('button', { name: 'Tiers', exact: true }).click()
    await choosePartner()
    // Each requirement that is missing says until when.
    const missing = page.getByRole('table', { name: /^For / }).getByRole('row').nth(1)
    await missing
      .getByRole('cell')
      .last()
      .getByText(/ 20\d\d$/)
      .waitFor()
    // Money has its currency, points have none.
    const amounts = page.getByRole('row', { name: /^Won projects in EUR/ }).getByRole('cell')
    assert.match(await amounts.nth(0).innerText(), /^€[\d,.]+$/)
    assert.equal(await amounts.nth(1).innerText(), '€1,000,000')
    const points = page.getByRole('row', { name: /^Points in twelve months/ }).getByRole('cell')
    assert.match(await points.nth(1).last().innerText(), /^[\d,]+$/)
    await page.getByLabel('New tier').selectOption('Platinum')
    await page.getByLabel('Reason').fill('Agreed at the forum')
    await page.getByRole('button', { name: 'Set the tier' }).click()
    await page.getByText('The tier is Platinum now.').waitFor()
    await page.getByRole('listitem').filter({ hasText: 'Agreed at the forum' }).waitFor()
    assert.equal((await partner.tiers.getMine()).tier?.id, 'Platinum')
  })

  test('the places say that they are tied, and that a board is small', async () => {
    const page = await site.signIn(browser, people.manager, { bypassCSP: true })
    const [ada, bo] = ['Ada', 'Bo'].map((name) => ({ id: name, name }))
    const items = [
      { rank: 1, value: 70, subject: ada },
      { rank: 1, value: 70, subject: bo },
      { rank: 3, hidden: true },
    ]
    await page.route('**/boards/*/entries*', (route) =>
      route.fulfill({ json: { items, total: 3 } }),
    )
    await page.goto('/desk/boards')
    await page.getByText('A small board, places so far: 3.').waitFor()

    const ranks = await page.locator('qm-board-places tbody td:first-child').allInnerTexts()
    assert.deepEqual(
      ranks.map((text) => text.replace(/\s+/g, ' ').trim()),
      ['1 tied', '1 tied', '3'],
    )
    assert.deepEqual(await axe(page), [])
  })

  test('a person is handed out as a file, and erased by their address with their points kept', async () => {
    const page = await site.signIn(browser, people.manager, { bypassCSP: true })
    const { points, partners } = await site.as(people.manager)
    const { items: found } = await partners.list({ query: { search: 'Nordhafen' } })
    const query = { partnerId: found[0]!.id, limit: 100 }
    const { items: before } = await points.list({ query })
    assert.ok(before.some(({ user }) => user?.name === 'Henrike Jessen'))
    await page.goto('/desk/boards')
    await page.getByRole('button', { name: 'People', exact: true }).click()
    await page.getByRole('combobox', { name: 'Partner' }).fill('Nordhafen')
    await page.getByRole('option', { name: /Nordhafen/ }).click()
    const row = page.getByRole('row').filter({ hasText: 'Henrike Jessen' })
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      row.getByRole('button', { name: 'Export: Henrike Jessen' }).click(),
    ])
    const kept = JSON.parse(await readFile(await download.path(), 'utf8')) as UserExport
    await page.getByText('Everything that is kept about').waitFor()
    assert.equal(kept.user.email, 'henrike.jessen@nordhafen.example')
    assert.ok(kept.records.some(({ kind }) => kind.includes('point')))

    await row.getByRole('button', { name: 'Erase: Henrike Jessen' }).click()
    const form = page.locator('qm-person-desk form')
    await form.getByText(/^Deleted for good: name, e-mail address/).waitFor()
    await form.getByText(/^Kept as those of a former user: .* points with their places/).waitFor()
    assert.deepEqual(await axe(page), [])
    const address = form.getByLabel(/^E-mail address of/)
    await address.fill('somebody.else@nordhafen.example')
    await form.getByRole('button', { name: 'Erase' }).click()
    await page.getByText(/Nothing was erased/).waitFor()
    await address.fill('henrike.jessen@nordhafen.example')
    await form.getByRole('button', { name: 'Erase' }).click()
    await page.getByText(/was erased\. Records that were rewritten: [1-9]/).waitFor()
    await row.waitFor({ state: 'detached' })
    // Also whoever has no access any more; whoever was erased is nobody.
    const left = page.getByRole('row').filter({ hasText: 'No access any more' })
    assert.match(await left.innerText(), /Ole Wittrock/)
    await left.getByRole('button', { name: 'Erase: Ole Wittrock' }).click()
    await address.fill('ole.wittrock@nordhafen.example')
    await form.getByRole('button', { name: 'Erase' }).click()
    await page.getByText(/^Ole Wittrock was erased/).waitFor()
    await left.waitFor({ state: 'detached' })

    const { items: after } = await points.list({ query })
    const sums = [before, after].map((all) => all.map((point) => [point.id, point.points]))
    assert.deepEqual(sums[1], sums[0])
    assert.ok(after.every(({ user }) => user?.name !== 'Henrike Jessen'))
  })

  test('attendance is recorded on the desk, and the course is done for who was there', async () => {
    const page = await site.signIn(browser, people.manager, { bypassCSP: true })
    await page.goto('/desk/training')
    await page.getByRole('button', { name: 'Classes', exact: true }).click()
    const full = page.getByRole('row').filter({ hasText: 'A day with Echo Field' })
    await full.getByText('8 of 8').waitFor()
    assert.match(await full.innerText(), /Central European.*\bFull\b.*\t1$/s)
    await page.getByLabel('Period').selectOption('Held')
    await page.getByRole('button', { name: 'Show Basin to a customer' }).click()
    const answers = (name: string) => page.getByRole('group', { name: `Attendance: ${name}` })
    await answers('Holger Zimmermann').getByRole('button', { name: 'Missed' }).click()
    await page.getByText('Holger Zimmermann: Missed.').waitFor()
    await page.getByRole('button', { name: 'Everybody else attended' }).click()
    await page.getByText('Attendance is recorded for 3 people.').waitFor()
    assert.deepEqual(await axe(page), [])

    const [was, missed] = ['jan-philipp.moeller', 'holger.zimmermann'].map(async (name) =>
      (await site.as(`${name}@rheinblick-automation.example`)).enrolments.list(),
    )
    const ofClass = async (list: typeof was) =>
      (await list!).items
        .filter(({ course }) => course.title === 'Show Basin to a customer')
        .map(({ status, success }) => [status, success])
    assert.deepEqual(await ofClass(was), [['completed', 'passed']])
    assert.deepEqual(await ofClass(missed), [])
  })

  test('a course and a path are assigned until a day of the vendor’s, and the transcript has it', async () => {
    // A manager whose day is half over before the vendor’s has begun.
    const options = { bypassCSP: true, timezoneId: 'Pacific/Auckland' }
    const page = await site.signIn(browser, people.manager, options)
    await page.goto('/desk/training')
    await page.getByRole('button', { name: 'Teams', exact: true }).click()
    await page.getByRole('combobox', { name: 'Partner' }).fill('Rheinblick')
    await page.getByRole('option', { name: /Rheinblick/ }).click()
    const row = page.getByRole('row').filter({ hasText: 'Kerstin Groß' })
    await row.getByText(/^Overdue since/).waitFor()
    await page.getByRole('button', { name: 'Assign', exact: true }).click()
    await page.getByText('Choose a course or a path first.').waitFor()
    await page.getByRole('combobox', { name: 'Course or path' }).fill('warranty')
    await page.getByRole('option', { name: 'Service and warranty' }).click()
    await page.getByRole('checkbox', { name: 'Kerstin Groß' }).check()
    const today = new Date().toLocaleDateString('sv', { timeZone: 'Europe/Berlin' })
    const due = new Date(Date.parse(today) + 86_400_000).toISOString().slice(0, 10)
    assert.equal(await page.getByLabel(/^To be done until/).getAttribute('min'), today)
    await page.getByLabel(/^To be done until/).fill(due)
    assert.deepEqual(await axe(page), [])
    await page.getByRole('button', { name: 'Assign', exact: true }).click()
    await page.getByText('Service and warranty is assigned. People: 1.').waitFor()
    const learner = await site.as('kerstin.gross@rheinblick-automation.example')
    const { items } = await learner.enrolments.list()
    const assigned = items.find(({ course }) => course.title === 'Service and warranty')
    const wall = (at = '') => new Date(at).toLocaleString('sv', { timeZone: 'Europe/Berlin' })
    assert.deepEqual(
      [assigned?.status, wall(assigned?.dueAt), assigned?.assignedBy?.name],
      ['assigned', `${due} 23:59:59`, 'Katrin Wessels'],
    )

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Transcript (CSV)' }).click(),
    ])
    const csv = await readFile(await download.path(), 'utf8')
    assert.match(csv, /^\ufeffPerson,Course,Kind,/)
    assert.match(csv, new RegExp(`^Kerstin Groß,Service and warranty,.*,${due} 23:59,`, 'm'))
    assert.match(csv, /^Claudia Brückner,.*,Completed,/m)

    await page.getByRole('button', { name: 'Mails', exact: true }).click()
    await page
      .getByRole('row')
      .filter({ hasText: 'Service and warranty' })
      .filter({ hasText: 'Mail: course assigned' })
      .getByText('Kerstin Groß')
      .waitFor()
    assert.deepEqual(await axe(page), [])

    await page.getByRole('button', { name: 'Teams', exact: true }).click()
    await page.getByRole('combobox', { name: 'Partner' }).fill('Rheinblick')
    await page.getByRole('option', { name: /Rheinblick/ }).click()
    await page.getByRole('combobox', { name: 'Course or path' }).fill('start as')
    await page.getByRole('option', { name: 'Path: Start as a partner' }).click()
    for (const name of ['Kerstin Groß', 'Holger Zimmermann'])
      await page.getByRole('checkbox', { name }).check()
    await page.getByRole('button', { name: 'Assign', exact: true }).click()
    await page.getByText('Start as a partner is assigned. People: 2.').waitFor()
    const colleague = await site.as('holger.zimmermann@rheinblick-automation.example')
    const { items: paths } = await colleague.paths.list()
    const path = paths.find(({ title }) => title === 'Start as a partner')!
    const { items: theirs } = await colleague.enrolments.list({ query: { limit: 100 } })
    for (const { id } of path.courses) assert.ok(theirs.some(({ course }) => course.id === id))
  })

  test('a certificate is revoked with a reason that its holder reads', async () => {
    const page = await site.signIn(browser, people.manager, { bypassCSP: true })
    await page.goto('/desk/training')
    await page.getByRole('button', { name: 'Certificates', exact: true }).click()
    await page.getByRole('button', { name: 'Leak Technician' }).click()
    const revoke = page.getByRole('button', { name: /^Revoke: / }).first()
    await revoke.click()
    const form = page.locator('qm-certificate-desk form')
    await form.getByLabel(/^Reason/).fill('The exam was taken by somebody else')
    assert.deepEqual(await axe(page), [])
    await form.getByRole('button', { name: 'Revoke' }).click()
    await page.getByText(/^The certificate of .* is revoked\.$/).waitFor()
    const row = page.getByRole('row').filter({ hasText: 'The exam was taken by somebody else' })
    await row.getByText('Revoked', { exact: true }).waitFor()

    const manager = await site.as(people.manager)
    const { items } = await manager.awards.list({ query: { status: ['revoked'] } })
    assert.equal(items[0]?.statusReason?.text, 'The exam was taken by somebody else')
  })

  test('an asset and its new version come by the form, and what is missing is named at its field', async () => {
    const page = await site.signIn(browser, people.manager)
    await page.goto('/desk/assets')
    await page.getByText('Add an asset or a new version').click()
    const title = page.getByLabel('Title', { exact: true })
    const send = page.getByRole('button', { name: 'Add asset' })
    const files = page.locator('prm-file-drop input[type=file]')
    const file = (name: string, text: string) => ({
      ...{ name, mimeType: 'text/plain', buffer: Buffer.from(text) },
    })
    const arrived = () => page.locator('prm-file-drop .files li:not(:has(progress))').waitFor()
    await title.waitFor()
    await send.click()
    assert.equal(await page.locator('prm-file-drop').getAttribute('error'), null)
    await page.getByText('Fill in this field.').first().waitFor()
    assert.equal(await files.evaluate((input) => input.matches(':focus')), true)
    await files.setInputFiles(file('night-flow.txt', 'Night flow shows leaks.'))
    await arrived()
    await send.click()
    assert.equal(await title.getAttribute('aria-invalid'), 'true')
    assert.equal(await title.evaluate((input) => input.matches(':focus')), true)
    await title.fill('Night flow in one page')
    await page.getByLabel('Folder').selectOption({ label: 'Sales' })
    await page.getByRole('checkbox', { name: 'Resellers' }).check()
    assert.deepEqual(await axe(page), [])
    await send.click()
    await page.getByText('Added: \u2068Night flow in one page\u2069.').waitFor()

    const { assets } = await site.as(people.manager)
    const query = { search: 'Night flow in one page' }
    const found = async () => (await assets.list({ query })).items[0]
    const added = await found()
    assert.deepEqual(
      [added?.title, added?.status, added?.type, added?.folderTitle, added?.audience],
      ['Night flow in one page', 'published', 'document', 'Sales', { partnerKinds: ['reseller'] }],
    )
    await page.getByRole('radio', { name: 'New version of an asset' }).check()
    await page.getByRole('combobox', { name: 'Asset' }).fill('night flow in one')
    await page.getByRole('option', { name: 'Night flow in one page' }).click()
    await files.setInputFiles(file('night-flow-2.txt', 'Night flow shows more leaks.'))
    await arrived()
    await page.getByLabel('Changes in this version').fill('A second page')
    await page.getByRole('button', { name: 'Add version' }).click()
    await page.getByText('New version: \u2068Night flow in one page\u2069.').waitFor()
    const { version, versions } = await assets.get({ params: { id: added!.id } })
    assert.deepEqual([version, versions[0]?.changes], [2, 'A second page'])
  })
})
