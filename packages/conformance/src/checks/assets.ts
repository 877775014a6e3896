import assert from 'node:assert/strict'
import { AssetPreview, Bundle, Download, FullAsset, Share, type Asset } from '@prmkit/contract'
import { check, needing } from '../check.ts'
import type { Caller } from '../context.ts'
import { answerOf, assertSoon, problemOf, skip } from '../expect.ts'
import { firstOf, idsOf, listed } from './listed.ts'

const all = ({ client }: Caller, query = {}) =>
  client.assets.list({ query: { limit: 100, ...query } })

/** An asset for the seller that fits, or a skip that says which one the backend lacks. */
const oneOf = (caller: Caller, kind: string, fits?: (one: Asset) => boolean) =>
  firstOf(all(caller), `asset for the seller${kind}`, fits)

const isFree = ({ allowedActions, terms, locked }: Asset) =>
  allowedActions.includes('download') && !terms && !locked
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString()

const reading = [
  check(
    'assets.list',
    'assets',
    'a list holds published assets whose end has not come, and counts them',
    async ({ seller }) => {
      const found = await listed(all(seller))
      const now = new Date().toISOString()
      for (const { id, status, expiresAt } of found)
        assert.ok(
          status === 'published' && (expiresAt === undefined || expiresAt > now),
          `${id} is listed, but ${status} and expires at ${expiresAt}.`,
        )
      const page = await seller.client.assets.list({ query: { facets: true } })
      assert.equal(page.total, found.length)
      for (const { value, count } of page.facets?.['type'] ?? []) {
        const own = found.filter(({ type }) => type === value)
        assert.equal(count, own.length, `The facet type counts ${count} for ${value}.`)
      }
    },
  ),
  check(
    'assets.get',
    'assets',
    'a listed asset opens by its id with its versions, and tells no audience',
    async ({ seller }) => {
      const one = await oneOf(seller, '')
      const body = await answerOf(await seller.send('GET', `/assets/${one.id}`), 200, FullAsset)

      assert.deepEqual([body.id, body.title, body.version], [one.id, one.title, one.version])
      const versions = body.versions.map(({ version }) => version)
      assert.deepEqual(
        versions,
        versions.toSorted((a, b) => b - a),
      )
      assert.equal(versions[0], body.version)
      assert.ok(!('audience' in body), 'The audience is told.')
    },
  ),
  check(
    'assets.audience',
    'assets',
    'what only the stranger may see does not exist for the seller',
    async ({ seller, stranger }) => {
      const own = new Set(idsOf(await listed(all(seller))))
      const other = (await listed(all(stranger))).find(({ id }) => !own.has(id))
      if (!other) skip('The backend has no asset for the stranger that is not for the seller.')
      await problemOf(await seller.send('GET', `/assets/${other.id}`), 'not-found')
      const found = await listed(all(seller, { search: other.title }))
      assert.ok(!idsOf(found).includes(other.id), 'A search finds it.')
    },
  ),
  check(
    'assets.search',
    'text-search',
    'the words of a title find its asset, marked in the title and never as markup',
    async ({ seller }) => {
      const one = await oneOf(seller, '')
      const { items } = await seller.client.assets.list({ query: { search: one.title, limit: 50 } })
      const match = items.find(({ id }) => id === one.id)?.match

      assert.ok(match, `“${one.title}” does not find ${one.id}.`)
      assert.equal(match.title.map(({ text }) => text).join(''), one.title)
      assert.ok(
        match.title.some(({ hit }) => hit),
        'Nothing is marked in the title.',
      )
    },
  ),
  check(
    'assets.preview',
    'asset-taking',
    'a preview has pages in order, or says why it has none',
    async ({ seller }) => {
      const one = await oneOf(seller, '')
      const answer = await seller.send('GET', `/assets/${one.id}/preview`)
      const { kind, pages, reason } = await answerOf(answer, 200, AssetPreview)

      assert.deepEqual(
        pages.map(({ number }) => number),
        pages.map((_, place) => place + 1),
      )
      if (kind === 'none') assert.ok(reason, 'No reason is told.')
      if (kind === 'pages' || kind === 'image') assert.ok(pages.length > 0, 'There is no page.')
    },
  ),
]

const taking = [
  check(
    'assets.download',
    'asset-taking',
    'a file comes as an attachment from a signed address, whole or in part',
    async ({ seller, target }) => {
      const get = (init?: RequestInit) => (target.fetch ?? fetch)(new Request(url, init))
      const one = await oneOf(seller, ' that is taken without terms', isFree)
      const answer = await seller.send('POST', `/assets/${one.id}/download`, { body: {} })
      const { url, expiresAt } = await answerOf(answer, 200, Download)

      assertSoon(expiresAt)
      const whole = await get()
      assert.equal(whole.status, 200)
      assert.match(whole.headers.get('content-disposition') ?? '', /^attachment/)
      assert.equal(whole.headers.get('x-content-type-options'), 'nosniff')
      const bytes = new Uint8Array(await whole.arrayBuffer())
      assert.equal(bytes.byteLength, one.size)
      const part = await get({ headers: { range: 'bytes=0-0' } })
      assert.equal(part.status, 206)
      assert.deepEqual(new Uint8Array(await part.arrayBuffer()), bytes.slice(0, 1))
    },
  ),
  check(
    'assets.terms',
    'asset-taking',
    'an asset with terms is taken only after its present terms are accepted',
    async ({ seller }) => {
      const one = await oneOf(
        seller,
        ' with terms that are not accepted',
        ({ terms, mine, allowedActions }) =>
          terms !== undefined &&
          mine.acceptedTerms !== terms.version &&
          allowedActions.includes('download'),
      )
      const take = () => seller.send('POST', `/assets/${one.id}/download`, { body: {} })
      await problemOf(await take(), 'terms-required')
      const old = { body: { version: `not ${one.terms!.version}`.slice(0, 64) } }
      await problemOf(
        await seller.send('POST', `/assets/${one.id}/terms`, old),
        'validation-failed',
      )
      const body = { version: one.terms!.version }
      const accepted = await seller.client.assets.acceptTerms({ params: { id: one.id }, body })
      assert.equal(accepted.mine.acceptedTerms, one.terms!.version)
      await answerOf(await take(), 200, Download)
    },
  ),
  check(
    'bundles.create',
    'asset-taking',
    'several assets are asked for as one zip file, which only the caller sees',
    async ({ seller, stranger }) => {
      const one = await oneOf(seller, ' that is taken without terms', isFree)
      const answer = await seller.send('POST', '/bundles', { body: { assetIds: [one.id] } })
      const bundle = await answerOf(answer, 201, Bundle)

      assert.equal(bundle.files, 1)
      await answerOf(await seller.send('GET', `/bundles/${bundle.id}`), 200, Bundle)
      await problemOf(await stranger.send('GET', `/bundles/${bundle.id}`), 'not-found')
    },
  ),
]

const marking = [
  check(
    'asset-marks.favourite',
    'asset-marks',
    'a favourite is listed as such for its reader alone, and moves no revision',
    async ({ seller }) => {
      const one = await oneOf(seller, '', ({ mine }) => !mine.favourite)
      const kept = await seller.client.assets.favourite({ params: { id: one.id } })

      assert.deepEqual([kept.mine.favourite, kept.revision], [true, one.revision])
      assert.ok(idsOf(await listed(all(seller, { favourite: true }))).includes(one.id))
      const after = await seller.client.assets.unfavourite({ params: { id: one.id } })
      assert.equal(after.mine.favourite, false)
    },
  ),
]

const sharing = [
  check(
    'shares.life',
    'shares',
    'a link has an address and an end, is revoked, and is the partner’s own',
    async ({ seller, stranger }) => {
      const one = await oneOf(
        seller,
        ' that is shared without terms',
        ({ allowedActions, terms }) => allowedActions.includes('share') && !terms,
      )
      const body = { assetIds: [one.id], label: 'Conformance', expiresAt: inDays(7) }
      const answer = await seller.send('POST', '/shares', { body })
      const share = await answerOf(answer, 201, Share)

      assert.deepEqual([share.status, share.newerVersion, share.views], ['active', false, 0])
      assert.match(share.url, /^https?:/)
      const others = (await stranger.client.shares.list()).items
      assert.ok(!idsOf(others).includes(share.id), 'Another partner sees the link.')
      await problemOf(await stranger.send('DELETE', `/shares/${share.id}`), 'not-found')
      const revoked = await answerOf(await seller.send('DELETE', `/shares/${share.id}`), 200, Share)
      assert.equal(revoked.status, 'revoked')
      const late = { body: { ...body, expiresAt: inDays(-1) } }
      await problemOf(await seller.send('POST', '/shares', late), 'validation-failed')
    },
  ),
]

export const assets = needing(
  ['assets'],
  [
    ...reading,
    ...needing(['writing'], [...taking, ...marking]),
    ...needing(['asset-shares', 'writing'], sharing),
  ],
)
