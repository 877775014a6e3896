import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createClient, isPrmError, type Client } from '@prmkit/client'
import { fieldsOf, type Amount } from '@prmkit/contract/rules'
import { createDemo, createMock, type MockOptions } from './mock.ts'
import { languages } from './sample/words.ts'

const noon = Date.parse('2026-11-21T12:00:00.000Z')

async function withClient(options: MockOptions, work: (client: Client) => Promise<void>) {
  const mock = createMock(options)
  const client = createClient({ ...mock, retries: 0 })
  try {
    await work(client)
  } finally {
    client.close()
    mock.close()
  }
}

test('a client takes a mock as it is', () =>
  withClient({}, async (client) => {
    const me = await client.me.get()

    assert.equal(me.user.name, 'Claudia Brückner')
    assert.equal(me.partner?.name, 'Rheinblick Automation GmbH')
  }))

test('everything the sample holds keeps the contract', async () => {
  for (const locale of languages) {
    const client = createClient({ ...createMock(), locale, validation: 'strict' })
    const { items } = await client.deals.list({ query: { limit: 100 } })
    for (const { id } of items) {
      await client.deals.get({ params: { id } })
      await client.deals.listTimeline({ params: { id } })
      await client.deals.listComments({ params: { id } })
    }
    await client.products.list()
    await client.discovery.get()
    const form = await client.forms.get({ params: { name: 'deal' } })
    assert.equal(form.language, locale)
    client.close()
  }
})

test('the form asks for every kind of field, with conditions and something hidden', () =>
  withClient({}, async (client) => {
    const fields = fieldsOf(await client.forms.get({ params: { name: 'deal' } }))

    assert.equal(new Set(fields.map(({ type }) => type)).size, 16)
    assert.ok(fields.some(({ hidden }) => hidden))
    assert.ok(fields.some(({ visibleWhen }) => visibleWhen))
    assert.ok(fields.some(({ requiredWhen }) => requiredWhen))
  }))

test('what is worth so much is what its lines add up to', () =>
  withClient({}, async (client) => {
    for await (const { number, lines, totals } of client.deals.list()) {
      const sum = lines.reduce((all, { amount }) => all + Number((amount as Amount).amount), 0)
      assert.equal(Number(totals[0]?.amount), sum, number)
    }
  }))

test('dates lie around the clock', () =>
  withClient({ clock: () => noon }, async (client) => {
    const { items } = await client.deals.list({ query: { status: ['approved'] } })

    assert.ok(items.length > 0)
    for (const { protection, createdAt } of items) {
      assert.ok(Date.parse(createdAt) < noon)
      assert.ok(Date.parse(protection?.expiresAt ?? '') > noon)
    }
  }))

test('somebody else is signed in and sees other registrations', async () => {
  const numbers = async (person: string) => {
    const seen: string[] = []
    await withClient({ person }, async (client) => {
      for await (const { number } of client.deals.list()) seen.push(number)
    })
    return seen
  }

  const [claudia, aylin, noura, katrin] = await Promise.all(
    ['claudia', 'aylin', 'noura', 'katrin'].map(numbers),
  )

  assert.ok(aylin && claudia && aylin.length > 0 && aylin.length < claudia.length)
  assert.ok(noura && noura.length > 0 && !noura.some((number) => claudia.includes(number)))
  assert.ok(katrin && katrin.length > claudia.length)
})

test('a registration that the manager approves is protected', async () => {
  const mock = createMock()
  const [partner, manager] = ['claudia', 'katrin'].map((person) =>
    createClient({ ...mock, fetchToken: () => mock.signIn(person) }),
  ) as [Client, Client]
  const { id } = (await partner.deals.list({ query: { status: ['under_review'] } })).items[0] ?? {
    id: '',
  }

  const { revision } = await manager.deals.get({ params: { id } })
  await manager.deals.act({
    params: { id },
    ifMatch: revision,
    body: { action: 'approve', protectedUntil: '2999-01-01' },
  })

  assert.equal((await partner.deals.get({ params: { id } })).status, 'approved')
  partner.close()
  manager.close()
})

test('somebody who is not there cannot be signed in', () =>
  assert.rejects(createMock().signIn('nobody'), /“nobody”.*There is no such user/))

test('a fault of one’s own stands before the scenario', () =>
  withClient({ fault: async () => new Response('', { status: 410 }) }, async (client) => {
    const error = await client.me.get().then(
      () => undefined,
      (error: unknown) => error,
    )

    assert.ok(isPrmError(error))
    assert.equal(error.status, 410)
  }))

test('the demo is a connection and nothing else', async () => {
  const demo = await createDemo()

  assert.deepEqual(Object.keys(demo).toSorted(), ['baseUrl', 'fetch', 'fetchToken'])
  const client = createClient(demo)
  assert.ok((await client.deals.list()).items.length > 10)
  client.close()
})

test('images stand in the answers, since a page cannot fetch them', () =>
  withClient({ baseUrl: 'https://partners.acme.example' }, async (client) => {
    const { items } = await client.assets.list({ query: { limit: 50 } })
    const shown = items.flatMap(({ thumbnail }) => thumbnail?.url ?? [])
    const deck = await client.assets.preview({ params: { id: 'leak-detection-deck' } })

    assert.ok(shown.length > 0 && deck.pages.length > 1)
    for (const url of [...shown, ...deck.pages.map((page) => page.url ?? '')])
      assert.match(url, /^data:image\/svg\+xml,%3Csvg/)
  }))
