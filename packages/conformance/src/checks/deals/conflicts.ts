import assert from 'node:assert/strict'
import type { Deal } from '@prmkit/contract'
import { check } from '../../check.ts'
import type { Caller, Context } from '../../context.ts'
import { unique } from '../../context.ts'

const ask = ({ client }: Caller, { customer, lines }: ReturnType<Context['sample']>) =>
  client.deals.checkAvailability({
    body: {
      companyName: customer.companyName,
      website: customer.website,
      productIds: lines?.map(({ productId }) => productId) ?? [],
    },
  })

export const conflicts = [
  check(
    'conflicts.free',
    'deal-conflicts',
    'a customer that nobody has is free',
    async ({ seller, sample }) => {
      const answer = await ask(seller, sample())

      assert.deepEqual([answer.result, answer.conflict], ['free', undefined])
    },
    ['deals'],
  ),
  check(
    'conflicts.registered',
    'deal-conflicts',
    'a registered customer is not free, and the holder is not named',
    async ({ seller, stranger, sample }) => {
      const deal = sample()
      await seller.client.deals.create({ body: deal })
      const answer = await ask(stranger, deal)

      assert.notEqual(answer.result, 'free')
      assert.equal(answer.conflict?.code, 'registered')
      assert.deepEqual(answer.conflict?.deals, [])
      assert.ok(!JSON.stringify(answer).includes(seller.me.partner?.name ?? '-'))
    },
    ['deals', 'writing'],
  ),
  check(
    'conflicts.own',
    'deal-conflicts',
    'one’s own registration is shown by name',
    async ({ seller, sample }) => {
      const body = sample()
      const deal = await seller.client.deals.create({ body })
      const answer = await ask(seller, body)

      assert.equal(answer.conflict?.code, 'own_registration')
      assert.deepEqual(
        answer.conflict?.deals.map(({ id }) => id),
        [deal.id],
      )
    },
    ['deals', 'writing'],
  ),
  check(
    'conflicts.domain',
    'deal-conflicts',
    'a subdomain is the same customer',
    async ({ seller, stranger, sample }) => {
      const word = unique()
      const of = (website: string, companyName: string) =>
        sample({ customer: { website, companyName } })
      const first = sample()
      await seller.client.deals.create({
        body: { ...first, customer: { ...first.customer, website: `https://${word}.com/` } },
      })
      const answer = await ask(stranger, of(`https://shop.${word}.com/de`, `Other ${word}`))

      assert.equal(answer.conflict?.code, 'registered')
    },
    ['deals', 'writing'],
  ),
  check(
    'conflicts.no-country',
    'deal-conflicts',
    'a customer without a country is found by its name, in another country it is not',
    async ({ seller, stranger, sample }) => {
      const body = sample()
      const { website: _website, ...customer } = body.customer
      const companyName = `Works ${unique()}`
      await seller.client.deals.create({
        body: { ...body, customer: { ...customer, companyName, country: 'DE' } },
      })
      const askFor = async (country?: string) => {
        const asked = { companyName, ...(country !== undefined && { country }) }
        return (await stranger.client.deals.checkAvailability({ body: asked })).result
      }

      assert.notEqual(await askFor(), 'free')
      assert.notEqual(await askFor('DE'), 'free')
      assert.equal(await askFor('FR'), 'free')
    },
    ['deals', 'writing'],
  ),
  check(
    'conflicts.draft',
    'deal-conflicts',
    'a draft blocks nobody',
    async ({ seller, stranger, sample }) => {
      const deal = sample()
      await seller.client.deals.create({ body: { ...deal, status: 'draft' } })

      assert.equal((await ask(stranger, deal)).result, 'free')
    },
    ['deals', 'writing'],
  ),
  check(
    'conflicts.withdrawn',
    'deal-conflicts',
    'a withdrawn registration frees the customer',
    async ({ seller, stranger, sample }) => {
      const body = sample()
      const deal = await seller.client.deals.create({ body })
      await seller.client.deals.act({
        params: { id: deal.id },
        ifMatch: deal.revision,
        body: { action: 'withdraw' },
      })

      assert.equal((await ask(stranger, body)).result, 'free')
    },
    ['deals', 'writing'],
  ),
  check(
    'conflicts.second',
    'deal-conflicts',
    'the second to submit is marked, and cannot be approved while the first stands',
    async ({ seller, stranger, manager, sample, asOf }) => {
      const body = sample()
      const first = await seller.client.deals.create({ body })
      const second = await stranger.client.deals.create({ body: asOf(stranger, body) })
      const review = (deal: Deal) =>
        manager.client.deals.act({
          params: { id: deal.id },
          ifMatch: deal.revision,
          body: { action: 'start_review' },
        })
      const seen = await review(second)

      assert.equal(first.conflict, undefined)
      assert.equal(second.conflict?.code, 'registered')
      assert.deepEqual(second.conflict?.deals, [])
      assert.deepEqual(
        seen.conflict?.deals.map(({ id }) => id),
        [first.id],
      )
      assert.ok(!seen.allowedActions.includes('approve'))
    },
    ['deals', 'writing', 'manager'],
  ),
  check(
    'conflicts.race',
    'deal-conflicts',
    'of two at the same moment exactly one is first',
    async ({ seller, stranger, sample, asOf }) => {
      for (let round = 0; round < 5; round++) {
        const body = sample()
        const both = await Promise.all([
          seller.client.deals.create({ body }),
          stranger.client.deals.create({ body: asOf(stranger, body) }),
        ])

        assert.equal(both.filter(({ conflict }) => conflict === undefined).length, 1)
      }
    },
    ['deals', 'writing'],
  ),
]
