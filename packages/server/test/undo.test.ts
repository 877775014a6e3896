import assert from 'node:assert/strict'
import { test } from 'node:test'
import { act, register, testApp, type Person } from './app.ts'

const customer = { companyName: 'Undone', website: 'https://undone.com/' }

async function started() {
  const app = await testApp()
  const [ada, sol, mona] = [
    await app.signIn('ada'),
    await app.signIn('sol'),
    await app.signIn('mona'),
  ]
  return { app, ada, sol, mona }
}

async function approved(ada: Person, mona: Person) {
  const deal = await register(ada, { customer })
  const { body: reviewed } = await act(mona, deal, { action: 'start_review' })
  const approve = { action: 'approve', protectedUntil: '2026-12-31' }
  return (await act(mona, reviewed, approve)).body
}

const undo = { action: 'undo' }
const without = (deal: Record<string, unknown>) => {
  const { revision: _1, updatedAt: _2, ...rest } = deal
  return rest
}

test('who closed a deal undoes that within a minute: it is as it was, and everyone learns of it', async () => {
  const { app, ada, mona } = await started()
  const deal = await approved(ada, mona)
  const { body: before } = await ada.send('GET', `/deals/${deal.id}`)
  app.time.now += 1000
  const lost = { action: 'close', outcome: 'lost', reason: { code: 'price' } }
  const { body: closed } = await act(ada, deal, lost)
  app.time.now += 60_000
  const { status, body: restored } = await act(ada, closed, undo)

  assert.equal(status, 200, JSON.stringify(restored))
  assert.ok(closed.allowedActions.includes('undo'))
  assert.deepEqual(without(restored), without(before))
  assert.equal(restored.revision, closed.revision + 1)
  const { body: history } = await mona.send('GET', `/deals/${deal.id}/timeline`)
  const { type, from, to, actor } = history.items.at(-1)
  assert.deepEqual([type, from, to, actor.userId], ['deal.undone', 'closed', 'approved', 'ada'])
  const line = app.store.auditTrail.findLast(({ action }) => action === 'deal.undone')
  assert.ok(line?.before && line.after && line.userId === 'ada')
  const again = await act(ada, restored, undo)
  assert.deepEqual([again.status, again.body.code], [409, 'state-conflict'])
})

test('after a minute, by somebody else, or after a change it is final', async () => {
  const { app, ada, mona } = await started()
  const sam = await app.signIn('cleo')
  const refused = async (person: Person, deal: { id: string; revision: number }) => {
    const { body: seen } = await person.send('GET', `/deals/${deal.id}`)
    const { status, body } = await act(person, seen, undo)
    return [status, body.code, seen.allowedActions.includes('undo')]
  }
  const { body: withdrawn } = await act(ada, await register(ada), { action: 'withdraw' })
  assert.deepEqual(await refused(sam, withdrawn), [409, 'state-conflict', false])
  assert.deepEqual(await refused(mona, withdrawn), [409, 'state-conflict', false])
  app.time.now += 60_001
  assert.deepEqual(await refused(ada, withdrawn), [409, 'state-conflict', false])

  const { body: second } = await act(ada, await register(ada), { action: 'withdraw' })
  await mona.send('PATCH', `/deals/${second.id}`, {
    body: { externalIds: { crm: '1' } },
    headers: { 'if-match': `"${second.revision}"` },
  })
  assert.deepEqual(await refused(ada, second), [409, 'state-conflict', false])

  const { body: third } = await act(ada, await register(ada), { action: 'withdraw' })
  await mona.send('POST', `/deals/${third.id}/comments`, { body: { text: 'A pity.' } })
  assert.deepEqual(await refused(ada, third), [409, 'state-conflict', true])
})

test('a customer whom a rival has registered meanwhile is not taken back', async () => {
  const { app, ada, sol, mona } = await started()
  const deal = await approved(ada, mona)
  app.time.now += 1000
  const { body: released } = await act(ada, deal, { action: 'release' })
  app.time.now += 1000
  const rival = await register(sol, { customer })
  const refused = await act(ada, released, undo)

  assert.equal(rival.conflict, undefined)
  assert.deepEqual([refused.status, refused.body.code], [409, 'state-conflict'])
  assert.ok(!JSON.stringify(refused.body).includes(rival.number))
})

test('a manager undoes a decline, and the registration has its place again', async () => {
  const { app, ada, sol, mona } = await started()
  const deal = await register(ada, { customer })
  const { body: reviewed } = await act(mona, deal, { action: 'start_review' })
  app.time.now += 1000
  const reason = { code: 'fit', text: 'Not ours.' }
  const { body: declined } = await act(mona, reviewed, { action: 'decline', reason })
  app.time.now += 1000
  const { body: restored } = await act(mona, declined, undo)
  const asked = await sol.send('POST', '/deals/availability', { body: customer })

  assert.equal(restored.status, 'under_review')
  assert.equal(restored.statusReason, undefined)
  assert.equal(restored.decisionDueAt, reviewed.decisionDueAt)
  assert.equal(asked.body.conflict.code, 'registered')
})

test('an undoing is done once, however often it is sent', async () => {
  const { ada } = await started()
  const deal = await register(ada)
  const { body: withdrawn } = await act(ada, deal, { action: 'withdraw' })
  const send = () =>
    ada.send('POST', `/deals/${deal.id}/actions`, {
      body: undo,
      headers: { 'if-match': `"${withdrawn.revision}"`, 'idempotency-key': 'undo' },
    })
  const [first, second] = [await send(), await send()]

  assert.deepEqual([first.status, second.status], [200, 200])
  assert.deepEqual(second.body, first.body)
})
