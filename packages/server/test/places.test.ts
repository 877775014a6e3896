import assert from 'node:assert/strict'
import { test } from 'node:test'
import { act, register, testApp, type Person } from './app.ts'

const line = (productId: string) => [{ productId, quantity: 1 }]
const customer = (name: string) => ({
  companyName: name,
  website: `https://${name.toLowerCase()}.com/`,
})

/** A registration of Ada's for this customer that was returned to her, and everybody who acts on it. */
async function returned(more: object = {}) {
  const app = await testApp()
  const [ada, sol, mona] = [
    await app.signIn('ada'),
    await app.signIn('sol'),
    await app.signIn('mona'),
  ]
  const sent = await register(ada, { customer: customer('Earned'), lines: line('pump'), ...more })
  app.time.now += 1000
  const { body: reviewed } = await act(mona, sent, { action: 'start_review' })
  const { body: deal } = await act(mona, reviewed, {
    ...{ action: 'return', reason: { code: 'details', text: 'Check the customer.' } },
    ...{ respondUntil: '2026-12-31', editableFields: ['/customer', '/lines', '/contact'] },
  })
  return { ...{ app, ada, sol, mona, deal }, change: changeOf(ada) }
}

const changeOf =
  (person: Person) =>
  async ({ id, revision }: { id: string; revision: number }, body: object) =>
    (
      await person.send('PATCH', `/deals/${id}`, {
        body,
        headers: { 'if-match': `"${revision}"` },
      })
    ).body

const approve = async (person: Person, deal: { id: string; revision: number }) => {
  const { body } = await act(person, deal, { action: 'start_review' })
  return act(person, body, { action: 'approve', protectedUntil: '2026-12-31' })
}

test('a returned registration takes no rival’s customer by naming it before it is sent in again', async () => {
  const { app, ada, sol, mona, deal, change } = await returned()
  const rival = await register(sol, { customer: customer('Rival'), lines: line('pump') })
  app.time.now += 1000
  const changed = await change(deal, { customer: customer('Rival') })

  // Until then it holds the customer that it was sent in with, and not the other.
  const meanwhile = await sol.send('POST', '/deals/availability', { body: customer('Earned') })
  const own = await sol.send('POST', '/deals/availability', { body: customer('Rival') })
  assert.equal(meanwhile.body.conflict.code, 'registered')
  assert.equal(own.body.conflict.code, 'own_registration')

  const { body: sentIn } = await act(ada, changed, { action: 'resubmit' })
  const { body: freed } = await sol.send('POST', '/deals/availability', {
    body: customer('Earned'),
  })
  const seenBy = async (person: Person, id: string) =>
    (await person.send('GET', `/deals/${id}`)).body
  const byVendor = await seenBy(mona, sentIn.id)

  assert.deepEqual(sentIn.conflict, { code: 'registered', deals: [] })
  assert.ok(sentIn.submittedAt > rival.submittedAt)
  assert.ok(!JSON.stringify(sentIn).includes(rival.number))
  assert.deepEqual(
    byVendor.conflict.deals.map(({ id }: { id: string }) => id),
    [rival.id],
  )
  assert.equal((await seenBy(sol, rival.id)).conflict, undefined)
  assert.equal(freed.result, 'free')
  assert.equal((await approve(mona, sentIn)).body.code, 'customer-conflict')
  assert.equal((await approve(mona, rival)).body.status, 'approved')
})

test('a returned registration takes no rival’s products either', async () => {
  const { app, ada, sol, deal, change } = await returned()
  await register(sol, { customer: customer('Earned'), lines: line('valve') })
  app.time.now += 1000

  const changed = await change(deal, { lines: [...line('pump'), ...line('valve')] })
  const { body: sentIn } = await act(ada, changed, { action: 'resubmit' })

  assert.equal(sentIn.conflict.code, 'registered')
})

test('a returned registration keeps its place while customer and products are the same', async () => {
  const { app, ada, sol, mona, deal, change } = await returned()
  const rival = await register(sol, { customer: customer('Earned'), lines: line('pump') })
  app.time.now += 1000

  const away = await change(deal, { customer: customer('Elsewhere') })
  const back = await change(away, {
    customer: { ...customer('EARNED Ltd.'), website: 'https://www.earned.com' },
    lines: [{ productId: 'pump', quantity: 7 }],
  })
  const { body: sentIn } = await act(ada, back, { action: 'resubmit' })

  assert.equal(rival.conflict.code, 'registered')
  assert.equal(sentIn.conflict, undefined)
  assert.equal(sentIn.submittedAt, deal.submittedAt)
  assert.equal((await approve(mona, sentIn)).body.status, 'approved')
})

test('a duplicate learns that the registration in its way moved to another customer', async () => {
  const { ada, sol, mona, deal, change } = await returned()
  const second = await register(sol, { customer: customer('Earned'), lines: line('pump') })
  const { body: reviewed } = await act(mona, second, { action: 'start_review' })
  const { body: duplicate } = await act(mona, reviewed, {
    ...{ action: 'mark_duplicate', duplicateOf: deal.id },
  })
  const types = async () =>
    (await sol.send('GET', `/deals/${second.id}/timeline`)).body.items.map(
      ({ type }: { type: string }) => type,
    )

  const changed = await change(deal, { customer: customer('Elsewhere') })
  assert.ok(!(await types()).includes('deal.unblocked'))
  await act(ada, changed, { action: 'resubmit' })
  assert.equal((await types()).at(-1), 'deal.unblocked')
  const { body: appealed } = await act(sol, duplicate, { action: 'appeal', text: 'It is free.' })
  const { body: offered } = await mona.send('GET', `/deals/${appealed.id}`)

  assert.ok(offered.allowedActions.includes('approve'), String(offered.allowedActions))
})
