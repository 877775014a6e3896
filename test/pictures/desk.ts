import type { Deal } from '@prmkit/contract'
import type { Page } from 'playwright-core'
import { settle } from '../e2e/storybook.ts'
import { people, type VendorSite } from '../e2e/vendor-site.ts'
import type { Album } from './looks.ts'

/** Registrations of the sample by what the desk may do to them. */
export interface DeskDeals {
  reviewed: string
  approved: string
  asking: string
  expired: string
  blocked: string
}

/** Finds one registration for each picture; a partner appeals, so that one is blocked. */
export async function findDeskDeals(site: VendorSite): Promise<DeskDeals> {
  const manager = await site.as(people.manager)
  const partner = await site.as(people.partner)
  const all: Deal[] = []
  for await (const deal of manager.deals.list({ query: { limit: 100 } })) all.push(deal)
  const duplicate = (await partner.deals.list({ query: { status: ['duplicate'] } })).items[0]!
  await partner.deals.act({
    params: { id: duplicate.id },
    ifMatch: duplicate.revision,
    body: { action: 'appeal', text: 'It is another building of theirs.' },
  })
  const allows = (action: string) => all.find((deal) => deal.allowedActions.includes(action))!.id
  return {
    reviewed: allows('approve'),
    approved: allows('convert'),
    asking: allows('grant_extension'),
    expired: allows('reopen'),
    blocked: duplicate.id,
  }
}

/** Which dialogs are looked at on which registration. */
const dialogs = {
  reviewed: ['approve', 'return', 'reject', 'decline', 'mark_duplicate'],
  approved: ['convert', 'close'],
  asking: ['grant_extension', 'refuse_extension'],
  expired: ['reopen'],
  blocked: [],
} as const satisfies Record<keyof DeskDeals, readonly string[]>

const isList = (url: URL) => url.pathname === '/v1/deals'
const empty = { items: [], total: 0, facets: { status: [] } }
const problem = (status: number, code: string) => ({
  status,
  contentType: 'application/problem+json',
  json: { type: 'about:blank', title: code, status, code, requestId: 'req_8fk2m1' },
})

/** The faults of the desk, and the parts missing on it. */
const states: Record<string, (page: Page) => Promise<unknown>> = {
  async empty(page) {
    await page.route(isList, (route) => route.fulfill({ json: empty }))
    await page.reload()
    await page.locator('.queue .hint').waitFor()
  },
  async 'nothing-found'(page) {
    await page.locator('.queue input').fill('Atlantis')
    await page.locator('.queue .hint').waitFor()
  },
  async 'no-answer'(page) {
    await page.route(isList, (route) => route.abort())
    await page.reload()
    await page.locator('.queue .failed').waitFor()
  },
  async offline(page) {
    await page.context().setOffline(true)
    await page.locator('.queue .failed').waitFor()
  },
  async 'signed-out'(page) {
    await page.route('**/prm-token', (route) => route.fulfill(problem(401, 'token-missing')))
    await page.reload()
    await page.locator('.queue .failed a').waitFor()
  },
}

/** Takes pictures of the desk in one look; `open` gives a new signed-in window. */
export async function photographDesk(
  open: () => Promise<Page>,
  album: Album,
  deals: DeskDeals,
  look: string,
): Promise<void> {
  const wanted = (name: string) => album.wants(`site/${name}-${look}`)
  const take = (page: Page, name: string, ready: () => Promise<unknown>) =>
    album.take(page, `site/${name}-${look}`, async () => {
      await ready()
      await settle(page)
    })
  for (const [kind, actions] of Object.entries(dialogs)) {
    const whole = `desk-deal-${kind}`
    const names = actions.map((action) => `desk-${action.replaceAll('_', '-')}`)
    if (![whole, ...names].some(wanted)) continue
    const page = await open()
    await page.goto(`/desk?deal=${deals[kind as keyof DeskDeals]}`)
    const shown = () => page.locator('.deal-head').waitFor()
    if (wanted(whole)) await take(page, whole, shown)
    await shown()
    for (const [index, action] of actions.entries()) {
      const name = names[index] ?? ''
      if (!wanted(name)) continue
      await take(page, name, async () => {
        await page.locator(`[data-action=${action}]`).click()
        await page
          .locator('prm-dialog dialog[open] .ask, .ask :is(input, select)')
          .first()
          .waitFor()
      })
      await page.keyboard.press('Escape')
    }
    await page.context().close()
  }
  for (const [state, happen] of Object.entries(states)) {
    if (!wanted(`desk-${state}`)) continue
    const page = await open()
    await page.goto('/desk')
    await page.locator('.entry').first().waitFor()
    await take(page, `desk-${state}`, () => happen(page))
    await page.context().close()
  }
}
