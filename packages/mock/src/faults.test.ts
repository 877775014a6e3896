import assert from 'node:assert/strict'
import { test } from 'node:test'
import { breakJson, edit } from './faults.ts'

const body = JSON.stringify({ name: 'A' })
const answer = async () =>
  new Response(body, {
    headers: { 'content-type': 'application/json', 'content-length': String(body.length) },
  })
const request = new Request('https://partners.example/v1/deals')

test('an edited answer does not tell the length it had', async () => {
  const longer = edit(() => ({ name: 'Longer than before' }))
  const edited = await longer(request, answer)

  assert.equal(edited.headers.get('content-length'), null)
  assert.equal(edited.headers.get('content-type'), 'application/json')
  assert.deepEqual(await edited.json(), { name: 'Longer than before' })
})

test('a broken answer is cut by the server, not by a length that does not fit', async () => {
  const broken = await breakJson(request, answer)

  assert.equal(broken.headers.get('content-length'), null)
  assert.equal(await broken.text(), body.slice(0, 6))
})
