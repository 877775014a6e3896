import assert from 'node:assert/strict'
import { Deal } from '@prmkit/contract'
import { check } from '../../check.ts'
import { unique } from '../../context.ts'
import { assertHas, fieldErrorOf, problemOf } from '../../expect.ts'
import { act } from './deal-life.ts'

const hostile = [
  '<img src=x onerror=alert(1)>',
  'Nord\u202ewind',
  '👩‍🚀 GmbH',
  'شركة الخليج',
  '"; drop table',
]

export const deals = [
  check(
    'deals.create',
    'deal-transitions',
    'a new deal starts as submitted',
    async ({ seller, sample }) => {
      const body = sample()
      const deal = await seller.client.deals.create({ body })

      assert.equal(deal.status, 'submitted')
      assert.equal(deal.customer.companyName, body.customer.companyName)
      assert.ok(deal.number)
      assert.ok(deal.submittedAt)
      assert.equal(deal.partners[0]?.partnerId, seller.me.partner?.id)
      assertHas(await seller.client.deals.get({ params: { id: deal.id } }), deal, Deal)
    },
  ),
  check(
    'deals.draft',
    'forms',
    'a draft may be incomplete, a registration may not',
    async ({ seller }) => {
      const body = { customer: { companyName: `Draft ${unique()}` } }
      const draft = await seller.client.deals.create({ body: { ...body, status: 'draft' } })
      const { revision, status, allowedActions } = draft
      const submitted = await seller.send('POST', `/deals/${draft.id}/actions`, {
        headers: { 'If-Match': `"${revision}"` },
        body: { action: 'submit' },
      })

      assert.equal(status, 'draft')
      assert.ok(allowedActions.includes('delete'))
      const problem = await problemOf(submitted, 'validation-failed')
      assert.ok(problem.errors?.every((error) => error.pointer.startsWith('/')))
    },
  ),
  check(
    'deals.required',
    'forms',
    'a required field that is missing is named',
    async ({ seller, sample }) => {
      const { customer, ...rest } = sample()
      const { companyName: _, ...withoutName } = customer

      await fieldErrorOf(
        await seller.send('POST', '/deals', { body: { ...rest, customer: withoutName } }),
        '/customer/companyName',
        'required',
      )
    },
  ),
  check(
    'deals.misspelt',
    'strict-requests',
    'a misspelt field is refused and named',
    async ({ seller, sample }) => {
      const body = sample({ expectedClosedate: '2027-01-01' })

      await fieldErrorOf(
        await seller.send('POST', '/deals', { body }),
        '/expectedClosedate',
        'unknown-field',
      )
    },
  ),
  check(
    'deals.misspelt-inside',
    'strict-requests',
    'so is one inside',
    async ({ seller, sample }) => {
      const deal = sample()
      const body = { ...deal, customer: { ...deal.customer, adress: 'Ring 1' } }

      await fieldErrorOf(
        await seller.send('POST', '/deals', { body }),
        '/customer/adress',
        'unknown-field',
      )
    },
  ),
  check(
    'deals.types',
    'strict-requests',
    'a value of another type is refused and named',
    async ({ seller, sample }) => {
      const body = sample({ expectedCloseDate: 20270101 })

      await fieldErrorOf(await seller.send('POST', '/deals', { body }), '/expectedCloseDate')
    },
  ),
  check(
    'deals.long',
    'strict-requests',
    'a name of 10,000 characters is refused',
    async ({ seller, sample }) => {
      const body = sample({ name: 'x'.repeat(10_000) })

      await fieldErrorOf(await seller.send('POST', '/deals', { body }), '/name', 'too-long')
    },
  ),
  check('deals.nul', 'strict-requests', 'text with NUL is refused', async ({ seller, sample }) => {
    const body = sample({ name: 'Nord\u0000wind' })

    await fieldErrorOf(await seller.send('POST', '/deals', { body }), '/name', 'invalid-format')
  }),
  check(
    'deals.hostile',
    'strict-requests',
    'hostile names come back as they were',
    async ({ seller, sample }) => {
      for (const name of hostile) {
        const body = sample()
        const companyName = `${name} ${body.customer.companyName}`
        const deal = await seller.client.deals.create({
          body: { ...body, name, customer: { ...body.customer, companyName } },
        })

        assert.equal(deal.name, name)
        assert.equal(deal.customer.companyName, companyName)
      }
    },
  ),
  check(
    'deals.nothing-half',
    'strict-requests',
    'a refused registration leaves nothing',
    async ({ seller, sample }) => {
      const word = unique()
      const body = { ...sample({ name: `Refused ${word}` }), expectedCloseDate: 'soon' }
      await seller.send('POST', '/deals', { body })
      const found = await seller.client.deals.list({ query: { search: word } })

      assert.deepEqual(found.items, [])
    },
  ),
  check(
    'deals.update',
    'revisions',
    'a patch changes what it names and nothing else',
    async ({ seller, sample }) => {
      const draft = await seller.client.deals.create({ body: sample({ status: 'draft' }) })
      const patched = await seller.client.deals.update({
        params: { id: draft.id },
        ifMatch: draft.revision,
        body: { name: 'Another name', customer: { city: 'Ulm' } },
      })

      assert.equal(patched.name, 'Another name')
      assertHas(patched.customer, { ...draft.customer, city: 'Ulm' }, Deal.shape.customer)
      assert.equal(patched.revision, draft.revision + 1)
    },
  ),
  check(
    'deals.remove',
    'deal-transitions',
    'a draft can be deleted, a registration cannot',
    async ({ seller, sample }) => {
      const draft = await seller.client.deals.create({ body: sample({ status: 'draft' }) })
      const deal = await seller.client.deals.create({ body: sample() })
      const remove = ({ id, revision }: { id: string; revision: number }) =>
        seller.send('DELETE', `/deals/${id}`, { headers: { 'If-Match': `"${revision}"` } })

      assert.equal((await remove(draft)).status, 204)
      await problemOf(await seller.send('GET', `/deals/${draft.id}`), 'not-found')
      await problemOf(await remove(deal), 'state-conflict')
    },
  ),
  check(
    'deals.comments',
    'revisions',
    'comments are kept in order and move no revision',
    async ({ seller, sample }) => {
      const deal = await seller.client.deals.create({ body: sample() })
      const params = { id: deal.id }
      await seller.client.deals.addComment({ params, body: { text: 'First' } })
      await seller.client.deals.addComment({ params, body: { text: 'Second' } })
      const comments = await seller.client.deals.listComments({ params })
      const after = await seller.client.deals.get({ params })

      assert.deepEqual(
        comments.items.map(({ text }) => text),
        ['First', 'Second'],
      )
      assert.equal(after.revision, deal.revision)
      assert.equal(after.commentCount, 2)
    },
  ),
  check(
    'deals.timeline',
    'deal-transitions',
    'the timeline tells what happened, oldest first',
    async ({ seller, sample }) => {
      const deal = await seller.client.deals.create({ body: sample() })
      await act(seller, deal, { action: 'withdraw' })
      const { items } = await seller.client.deals.listTimeline({ params: { id: deal.id } })
      const steps = items.flatMap(({ to }) => to ?? [])

      assert.ok(
        items.some(({ type, to }) => type === 'deal.submitted' && to === 'submitted'),
        `Nothing tells that it was submitted: ${JSON.stringify(items)}`,
      )
      assert.ok(
        steps.indexOf('submitted') < steps.lastIndexOf('withdrawn'),
        `Submitted, then withdrawn, but the timeline says ${steps.join(', ')}.`,
      )
      assert.ok(items.every(({ actor }) => actor.name))
    },
  ),
]
