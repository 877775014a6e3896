import assert from 'node:assert/strict'
import { Me, UserExport } from '@prmkit/contract'
import { check } from '../check.ts'
import { unique } from '../context.ts'
import { answerOf, problemOf } from '../expect.ts'

export const visibility = [
  check(
    'visibility.record',
    'visibility',
    'another partner’s deal does not exist',
    async ({ seller, stranger, sample }) => {
      const { id } = await seller.client.deals.create({ body: sample() })
      const below = ['', '/comments', '/timeline', '/calendar']

      for (const path of below)
        await problemOf(await stranger.send('GET', `/deals/${id}${path}`), 'not-found')
    },
    ['deals', 'writing'],
  ),
  check(
    'visibility.writes',
    'visibility',
    'nor can it be changed',
    async ({ seller, stranger, sample }) => {
      const { id, revision } = await seller.client.deals.create({
        body: sample({ status: 'draft' }),
      })
      const headers = { 'If-Match': `"${revision}"` }
      const attempts = [
        ['PATCH', '', { name: 'Mine now' }],
        ['DELETE', '', undefined],
        ['POST', '/actions', { action: 'submit' }],
        ['POST', '/comments', { text: 'Hello' }],
        ['POST', '/attachments', { fileId: 'file-1' }],
      ] as const

      for (const [method, path, body] of attempts) {
        const answer = await stranger.send(method, `/deals/${id}${path}`, { headers, body })
        await problemOf(answer, 'not-found')
      }
      assert.equal((await seller.client.deals.get({ params: { id } })).revision, revision)
    },
    ['deals', 'writing'],
  ),
  check(
    'visibility.lists',
    'visibility',
    'lists, totals and facets leave it out',
    async ({ seller, stranger, sample }) => {
      const word = unique()
      await seller.client.deals.create({ body: sample({ name: `Hidden ${word}` }) })
      const query = { search: word, facets: true }
      const theirs = await stranger.client.deals.list({ query })
      const mine = await seller.client.deals.list({ query })

      assert.deepEqual([mine.items.length, mine.total], [1, 1])
      assert.deepEqual([theirs.items, theirs.total], [[], 0])
      const counts = Object.values(theirs.facets ?? {}).flat()
      assert.ok(counts.every(({ count }) => count === 0))
    },
    ['deals', 'writing'],
  ),
  check(
    'visibility.own',
    'visibility',
    'a seller without company-wide access sees only what is theirs',
    async ({ seller, restricted, sample }) => {
      const word = unique()
      const body = sample({ name: `Not theirs ${word}` })
      const { id, revision } = await seller.client.deals.create({ body })
      const headers = { 'If-Match': `"${revision}"` }
      const query = { search: word, facets: true }
      const { items, total } = await restricted.client.deals.list({ query })

      assert.equal(restricted.me.role, 'partner_seller', 'The user named is no seller.')
      assert.equal(restricted.me.partner?.id, seller.me.partner?.id)
      for (const path of ['', '/comments', '/timeline'])
        await problemOf(await restricted.send('GET', `/deals/${id}${path}`), 'not-found')
      await problemOf(
        await restricted.send('PATCH', `/deals/${id}`, { headers, body: { nextStep: 'Mine' } }),
        'not-found',
      )
      assert.deepEqual([items, total], [[], 0])
    },
    ['deals', 'writing', 'restricted'],
  ),
  check(
    'visibility.drafts',
    'visibility',
    'the vendor does not see a draft',
    async ({ seller, manager, sample }) => {
      const { id } = await seller.client.deals.create({ body: sample({ status: 'draft' }) })

      await problemOf(await manager.send('GET', `/deals/${id}`), 'not-found')
    },
    ['deals', 'writing', 'manager'],
  ),
  check(
    'visibility.draft-comments',
    'visibility',
    'a message on a draft stays with the partner when the draft is sent in',
    async ({ seller, manager, sample }) => {
      const { id, revision } = await seller.client.deals.create({
        body: sample({ status: 'draft' }),
      })
      const params = { id }
      await seller.client.deals.addComment({ params, body: { text: 'Between us' } })
      await seller.client.deals.act({ params, ifMatch: revision, body: { action: 'submit' } })
      await seller.client.deals.addComment({ params, body: { text: 'Between all' } })
      const read = async ({ client }: typeof seller) => {
        const { items } = await client.deals.listComments({ params })
        const { commentCount } = await client.deals.get({ params })
        return [...items.map(({ text }) => text), commentCount]
      }

      assert.deepEqual(await read(seller), ['Between us', 'Between all', 2])
      assert.deepEqual(await read(manager), ['Between all', 1])
    },
    ['deals', 'writing', 'manager'],
  ),
  check(
    'visibility.users',
    'visibility',
    'users are colleagues only',
    async ({ seller, stranger }) => {
      const ids: string[] = []
      for await (const user of seller.client.users.list()) ids.push(user.id)
      const partnerId = stranger.me.partner?.id ?? ''
      const strange = await seller.client.users.list({ query: { partnerId } })

      assert.deepEqual(strange.items, [])
      assert.ok(ids.includes(seller.me.user.id))
      assert.ok(!ids.includes(stranger.me.user.id))
    },
  ),
  check(
    'users.erasure',
    'visibility',
    'a person’s data is the vendor’s to hand over, and nobody is erased by a wrong address',
    async ({ seller, stranger, vendor }) => {
      const { id, email } = seller.me.user
      const exported = await answerOf(
        await vendor.send('GET', `/users/${id}/export`),
        200,
        UserExport,
      )
      const body = { email: 'nobody@kit.example' }
      const refused = await vendor.send('POST', `/users/${id}/erasure`, { body })
      const { errors = [] } = await problemOf(refused, 'validation-failed')

      assert.deepEqual([exported.user.id, exported.user.email], [id, email])
      assert.ok(errors.some(({ pointer }) => pointer === '/email'))
      const path = `/users/${seller.me.user.id}`
      await problemOf(await stranger.send('GET', `${path}/export`), 'forbidden')
      await problemOf(await stranger.send('POST', `${path}/erasure`, { body }), 'forbidden')
      await answerOf(await seller.send('GET', '/me'), 200, Me)
    },
    ['writing'],
  ),
  check(
    'visibility.partners',
    'visibility',
    'other partners are not listed',
    async ({ seller, stranger }) => {
      const ids: string[] = []
      for await (const partner of seller.client.partners.list()) ids.push(partner.id)

      assert.ok(!ids.includes(stranger.me.partner?.id ?? ''))
    },
  ),
]
