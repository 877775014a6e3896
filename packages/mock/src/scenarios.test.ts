import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { createClient, isPrmError, type AnyPrmError, type Client } from '@prmkit/client'
import { dealStatuses, fieldsOf } from '@prmkit/contract/rules'
import { createMock } from './mock.ts'
import { scenarios, type ScenarioName } from './scenarios.ts'

type Claim = (client: Client) => Promise<void>

const deals = async (client: Client) => (await client.deals.list({ query: { limit: 100 } })).items
const form = (client: Client) => client.forms.get({ params: { name: 'deal' } })

async function failure(call: PromiseLike<unknown>): Promise<AnyPrmError> {
  const error = await call.then(
    () => undefined,
    (error: unknown) => error,
  )
  if (!isPrmError(error)) throw new Error(`This did not fail as calls do: ${String(error)}`)
  return error
}

const failsWith =
  (code: string): Claim =>
  async (client) => {
    assert.equal((await failure(deals(client))).code, code)
    assert.equal((await failure(form(client))).code, code)
  }

const draft = { customer: { companyName: 'Nordwind' }, status: 'draft' as const }
const free = { body: { companyName: 'Nobody Knows This One' } }

const claims: Record<ScenarioName, Claim> = {
  async filled(client) {
    const seen = new Set((await deals(client)).map(({ status }) => status))
    assert.deepEqual(seen, new Set(dealStatuses))
  },
  async newPartner(client) {
    assert.deepEqual(await deals(client), [])
  },
  async everyStatus(client) {
    const seen = (await deals(client)).map(({ status }) => status)
    assert.deepEqual(seen.toSorted(), [...dealStatuses].toSorted())
  },
  async returned(client) {
    const [deal, ...others] = await deals(client)
    assert.deepEqual(others, [])
    assert.equal(deal?.status, 'action_required')
    assert.ok(deal?.statusReason?.text && deal.respondBy && deal.editableFields.length > 0)
    assert.ok(deal.allowedActions.includes('resubmit'))
  },
  async customerTaken(client) {
    const { result, conflict } = await client.deals.checkAvailability(free)
    assert.equal(result, 'not_available')
    assert.equal(conflict?.code, 'registered')
    assert.deepEqual(conflict?.deals, [])
  },
  async customerInHouse(client) {
    const { result, conflict } = await client.deals.checkAvailability(free)
    assert.equal(result, 'not_available')
    assert.equal(conflict?.code, 'house_account')
  },
  pending: failsWith('timeout'),
  async slow(client) {
    const began = performance.now()
    await deals(client)
    assert.ok(performance.now() - began > 1400)
  },
  offline: failsWith('network'),
  expiredSession: failsWith('token-expired'),
  forbidden: failsWith('forbidden'),
  async rateLimited(client) {
    const { code, retryAfter } = await failure(deals(client))
    assert.deepEqual({ code, retryAfter }, { code: 'rate-limited', retryAfter: 120_000 })
  },
  unavailable: failsWith('unavailable'),
  serverError: failsWith('internal-error'),
  async refusedForm(client) {
    const { code, errors = [] } = await failure(client.deals.create({ body: draft }))
    assert.equal(code, 'validation-failed')
    assert.deepEqual(
      errors.map(({ pointer }) => pointer),
      ['/customer/companyName', '/amount'],
    )
  },
  async partlyDown(client) {
    const params = { id: (await deals(client))[0]?.id ?? '' }
    assert.equal((await failure(client.deals.listTimeline({ params }))).code, 'unavailable')
    assert.equal((await failure(client.deals.listComments({ params }))).code, 'unavailable')
  },
  async drift(client) {
    const seen = await deals(client)
    assert.ok(seen.some(({ status }) => !dealStatuses.includes(status)))
    assert.ok(seen.some((deal) => deal.lines === undefined))
    assert.ok(seen.some((deal) => deal.customer === null))
    assert.ok('addedLater' in (await client.discovery.get()))
    const [news] = (await client.announcements.list()).items
    assert.equal(news?.text[0]?.kind, 'carousel')
  },
  malformed: failsWith('malformed-answer'),
  async longTexts(client) {
    for (const { name, customer } of await deals(client))
      assert.ok(name.length > 190 && customer.companyName.length > 190)
    for (const { label } of fieldsOf(await form(client))) assert.ok(label.length > 190)
  },
  async hostileTexts(client) {
    const names = (await deals(client)).map(({ name }) => name)
    assert.ok(names.some((name) => name.includes('onerror=')))
    assert.ok(names.some((name) => name.includes('\u202E')))
    const news = (await client.announcements.list()).items
    assert.ok(news.some(({ title }) => /onerror=|<script>/.test(title)))
    assert.ok(fieldsOf(await form(client)).some(({ label }) => label.includes('<script>')))
  },
  async noBoards(client) {
    assert.deepEqual((await client.boards.list()).items, [])
  },
  async noPoints(client) {
    const { rank, of, value } = await client.boards.getMine({ params: { id: 'sellers' } })
    assert.deepEqual([rank, of, value], [undefined, 0, 0])
  },
  async fewAgree(client) {
    const mine = await client.boards.getMine({
      params: { id: 'sellers' },
      query: { period: 'all' },
    })
    assert.equal(mine.withheld, 'small_cohort')
    assert.ok(mine.rank)
  },
  async noAnnouncements(client) {
    assert.deepEqual((await client.announcements.list()).items, [])
  },
  async noArticles(client) {
    assert.deepEqual((await client.articles.list()).items, [])
    assert.deepEqual((await client.sections.list()).items, [])
  },
  async noAssets(client) {
    assert.deepEqual((await client.assets.list()).items, [])
    assert.deepEqual((await client.folders.list()).items, [])
  },
  async contentOnly(client) {
    const mock = createMock()
    const other = createClient(mock)
    const { capabilities: all } = await other.discovery.get()
    other.close()
    mock.close()
    const { capabilities } = await client.discovery.get()
    assert.deepEqual(
      capabilities,
      all.filter((name) => name !== 'deals'),
    )
    assert.ok(all.length > capabilities.length)
    assert.equal((await failure(deals(client))).code, 'not-found')
    assert.ok((await client.announcements.list()).items.length > 0)
  },
  async arabicCustomer(client) {
    for (const { customer } of await deals(client))
      assert.match(customer.companyName, /^\p{Script=Arabic}/u)
  },
  async manyDeals(client) {
    const { total } = await client.deals.list({ query: { facets: true } })
    assert.equal(total, 1000)
  },
  async otherForm(client) {
    assert.equal(fieldsOf(await form(client)).length, 3)
  },
  async vendorManager(client) {
    assert.equal((await client.me.get()).role, 'vendor_manager')
  },
}

describe('a backend that is', () => {
  for (const [name, claim] of Object.entries(claims) as [ScenarioName, Claim][])
    test(`${name}: ${scenarios[name].summary}`, async () => {
      const mock = createMock({ scenario: scenarios[name] })
      const timeouts = name === 'pending' ? { attempt: 50, total: 50 } : {}
      const client = createClient({ ...mock, retries: 0, timeouts })
      try {
        await claim(client)
      } finally {
        client.close()
        mock.close()
      }
    })
})
