import assert from 'node:assert/strict'
import type { Deal } from '@prmkit/contract'
import { check } from '../check.ts'
import type { Caller } from '../context.ts'
import { problemOf } from '../expect.ts'
import { act, attempt } from './deals/deal-life.ts'

/** Sends a change of the name that is based on the revision of `deal`. */
const rename = (by: Caller, { id, revision }: Deal, name: string, mark = '') =>
  by.send('PATCH', `/deals/${id}`, {
    headers: { 'If-Match': `${mark}"${revision}"` },
    body: { name },
  })

export const revisions = [
  check(
    'revisions.missing',
    'revisions',
    'a change without If-Match is refused',
    async ({ seller, sample }) => {
      const { id } = await seller.client.deals.create({ body: sample({ status: 'draft' }) })
      const changes = [
        ['PATCH', '', { name: 'New' }],
        ['POST', '/actions', { action: 'submit' }],
        ['DELETE', '', undefined],
      ] as const

      for (const [method, path, body] of changes)
        await problemOf(
          await seller.send(method, `/deals/${id}${path}`, { body }),
          'revision-missing',
        )
    },
  ),
  check(
    'revisions.stale',
    'revisions',
    'a stale update is refused and changes nothing',
    async ({ seller, sample }) => {
      const deal = await seller.client.deals.create({ body: sample({ status: 'draft' }) })
      const patch = (name: string) => rename(seller, deal, name)

      assert.equal((await patch('First')).status, 200)
      await problemOf(await patch('Second'), 'revision-stale')
      assert.equal((await seller.client.deals.get({ params: { id: deal.id } })).name, 'First')
    },
  ),
  check(
    'revisions.weak',
    'revisions',
    'a weak mark that a proxy put on is ignored',
    async ({ seller, sample }) => {
      const deal = await seller.client.deals.create({ body: sample({ status: 'draft' }) })
      const response = await rename(seller, deal, 'New', 'W/')

      assert.equal(response.status, 200)
    },
  ),
  check(
    'revisions.tag',
    'revisions',
    'the entity tag is the revision',
    async ({ seller, sample }) => {
      const deal = await seller.client.deals.create({ body: sample() })
      const response = await seller.send('GET', `/deals/${deal.id}`)

      assert.equal((response.headers.get('ETag') ?? '').replace('W/', ''), `"${deal.revision}"`)
    },
  ),
  check(
    'revisions.action',
    'revisions',
    'an action moves the revision, and what was read before is stale',
    async ({ seller, sample }) => {
      const deal = await seller.client.deals.create({ body: sample({ status: 'draft' }) })
      const submitted = await act(seller, deal, { action: 'submit' })

      assert.equal(submitted.revision, deal.revision + 1)
      await problemOf(await attempt(seller, deal, { action: 'withdraw' }), 'revision-stale')
    },
  ),
  check(
    'revisions.race',
    'revisions',
    'of two updates at once one wins',
    async ({ seller, sample }) => {
      const deal = await seller.client.deals.create({ body: sample({ status: 'draft' }) })
      const patch = (name: string) => rename(seller, deal, name)
      const answers = await Promise.all(['A', 'B', 'C', 'D'].map(patch))

      assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 412, 412, 412])
    },
  ),
]
