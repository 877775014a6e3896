import assert from 'node:assert/strict'
import { check } from '../check.ts'
import type { Context } from '../context.ts'
import { problemOf } from '../expect.ts'
import type { Who } from '../target.ts'

/** A manager who looks at the portal as the seller's partner does. */
const view = ({ target, seller, signIn }: Pick<Context, 'target' | 'seller' | 'signIn'>) =>
  signIn({ ...(target.manager as Who), partnerId: seller.me.partner?.id, viewAs: true })

export const viewing = [
  check(
    'viewing.reads',
    'viewing',
    'who views as a partner sees what it sees',
    async ({ target, seller, signIn, sample }) => {
      const { id } = await seller.client.deals.create({ body: sample({ status: 'draft' }) })
      const viewer = await view({ target, seller, signIn })

      assert.deepEqual([viewer.me.readOnly, viewer.me.partner?.id], [true, seller.me.partner?.id])
      for (const path of ['/deals', `/deals/${id}`, `/deals/${id}/timeline`])
        assert.equal((await viewer.send('GET', path)).status, 200, path)
    },
    ['deals', 'writing', 'manager'],
  ),
  check(
    'viewing.writes',
    'viewing',
    'who views as a partner changes nothing',
    async ({ target, seller, signIn, sample }) => {
      const deal = sample({ status: 'draft' })
      const { id, revision } = await seller.client.deals.create({ body: deal })
      const viewer = await view({ target, seller, signIn })
      const headers = { 'If-Match': `"${revision}"` }
      const file = { name: 'a.txt', mediaType: 'text/plain', size: 2 }
      const attempts = [
        ['POST', '/deals', sample()],
        ['PATCH', `/deals/${id}`, { name: 'Mine now' }],
        ['POST', `/deals/${id}/actions`, { action: 'submit' }],
        ['POST', `/deals/${id}/comments`, { text: 'Hello' }],
        ['POST', `/deals/${id}/attachments`, { fileId: 'file-1' }],
        ['POST', '/files', file],
        ['DELETE', `/deals/${id}`, undefined],
      ] as const

      for (const [method, path, body] of attempts)
        await problemOf(await viewer.send(method, path, { headers, body }), 'read-only')
      assert.equal((await seller.client.deals.get({ params: { id } })).revision, revision)
    },
    ['deals', 'writing', 'manager'],
  ),
]
