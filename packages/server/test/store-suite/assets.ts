import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { AssetFilter, AssetRecord } from '../../src/store/assets.ts'
import type { Store } from '../../src/store/store.ts'
import { aShare } from '../library-records.ts'
import { aDeal } from '../records.ts'

const now = '2026-11-23T10:00:00.000Z'
const later = '2026-12-23T10:00:00.000Z'

function asset(id: string, more: Partial<AssetRecord> = {}): AssetRecord {
  return {
    ...{ id, externalIds: {}, createdAt: now, updatedAt: now, revision: 1, status: 'published' },
    ...{ language: 'en', tags: ['assets-suite'], productIds: [], audience: {}, version: 1 },
    ...{ promoted: false, position: 0, custom: {}, type: 'document', stages: [], locked: false },
    texts: { en: { title: id, description: '', updatedAt: now, version: 1 } },
    ...{ publishedAt: now, newestAt: now },
    ...more,
  }
}

/** Assets, their use, bundles and links, the same in every store. */
export function assetsSuite(open: () => Store) {
  const filter = (more: Partial<AssetFilter> = {}): AssetFilter => ({
    ...{ reader: { kind: 'all' }, now, statuses: ['published'], tags: ['assets-suite'] },
    ...more,
  })
  const put = (...records: AssetRecord[]) => open().write(({ assets }) => assets.put(records))
  const ids = async (more: Partial<AssetFilter> = {}) =>
    (await open().read.assets.ids(filter(more))).toSorted()

  describe('assets', () => {
    it('are found by type, stage, newness and favourites', async () => {
      await put(
        asset('suite-a', { type: 'image', stages: ['proposal'], promoted: true }),
        asset('suite-b', { newestAt: later }),
        asset('suite-c', { status: 'draft' }),
        asset('suite-d', { validUntil: '2026-11-01T00:00:00.000Z' }),
      )

      assert.deepEqual(await ids(), ['suite-a', 'suite-b'])
      assert.deepEqual(await ids({ types: ['image'] }), ['suite-a'])
      assert.deepEqual(await ids({ stages: ['proposal'] }), ['suite-a'])
      assert.deepEqual(await ids({ stages: ['none'], everyStage: true }), ['suite-b'])
      assert.deepEqual(await ids({ newerThan: now }), ['suite-b'])
      assert.deepEqual(await ids({ featured: true }), ['suite-a'])
      await open().write(({ assets }) =>
        assets.mark('ada', 'suite-b', () => ({ favouriteAt: now })),
      )
      const favourite = { userId: 'ada', favourite: true }
      assert.deepEqual(await ids({ favourite }), ['suite-b'])
      assert.deepEqual(await ids({ favourite: { ...favourite, favourite: false } }), ['suite-a'])
      assert.equal(await open().read.assets.count(filter()), 2)
    })

    it('come in each order, page by page', async () => {
      await put(
        asset('suite-z', {
          texts: { en: { title: 'Äpfel', description: '', updatedAt: now, version: 1 } },
        }),
      )
      await open().write(({ assetUses }) => assetUses.add([{ ...count('suite-b'), downloads: 1 }]))
      const inOrder = async (sort: 'position_asc' | 'title_asc' | 'downloads_desc') => {
        const found: string[] = []
        for (
          let cursor: string | undefined, first = true;
          first || cursor !== undefined;
          first = false
        ) {
          const page = await open().read.assets.list(filter(), sort, {
            ...{ limit: 1, ...(cursor !== undefined && { cursor }) },
          })
          found.push(...page.items.map(({ id }) => id))
          cursor = page.nextCursor
        }
        return found
      }

      assert.deepEqual(await inOrder('position_asc'), ['suite-a', 'suite-b', 'suite-z'])
      assert.deepEqual(await inOrder('title_asc'), ['suite-z', 'suite-a', 'suite-b'])
      assert.equal((await inOrder('downloads_desc'))[0], 'suite-b')
    })

    it('keep versions, the newest first, and lose them with their language or with themselves', async () => {
      const file = { assetId: 'suite-a', language: 'en', version: 1, at: now }
      await open().write(async ({ assets }) => {
        await assets.putFiles([file, { ...file, version: 2 }, { ...file, language: 'de' }])
        await assets.removeFiles('suite-a', ['de'])
      })
      const versions = async () =>
        (await open().read.assets.files(['suite-a'])).map(({ version }) => version)
      assert.deepEqual(await versions(), [2, 1])
      await open().write(({ assets }) => assets.remove('suite-a'))
      assert.deepEqual(await versions(), [])
      assert.equal(await open().read.assets.get('suite-a'), undefined)
    })

    it('remember visits', async () => {
      await open().write(({ assets }) => assets.putVisit('ada', { last: now }))
      assert.deepEqual(await open().read.assets.visit('ada'), { last: now })
      assert.equal(await open().read.assets.visit('nobody'), undefined)
    })
  })

  describe('the use of assets', () => {
    it('is added up by period and partner, with what nobody used', async () => {
      await put(asset('use-a'), asset('use-b'))
      await open().write(({ assetUses }) =>
        assetUses.add([
          { ...count('use-a'), views: 2 },
          { ...count('use-a', 'south'), views: 1, downloads: 4 },
          { ...count('use-a', ''), shareViews: 9, day: '2026-11-01' },
        ]),
      )
      const list = async (more = {}) => {
        const { items } = await open().read.assetUses.list(more, 'views_desc', { limit: 50 })
        return items.filter(({ id }) => id.startsWith('use-'))
      }

      assert.deepEqual(await list({ used: true }), [
        {
          ...{ id: 'use-a', views: 3, downloads: 4, shares: 0, shareViews: 9, partners: 2 },
          lastDay: '2026-11-23',
        },
      ])
      assert.deepEqual(
        (await list({ used: false })).map(({ id }) => id),
        ['use-b'],
      )
      const [north] = await list({ partnerIds: ['north'], from: '2026-11-02' })
      assert.deepEqual([north?.views, north?.shareViews, north?.partners], [2, 0, 1])
    })
  })

  describe('files of assets', () => {
    it('are named by the versions that use them, whatever for', async () => {
      const image = (id: string) => ({ id, width: 1, height: 1 })
      const file = { id: 'film', name: 'a.mp4', mediaType: 'video/mp4', size: 1 }
      const look = {
        ...{ kind: 'pages' as const, thumbnail: image('small') },
        pages: [{ text: 'unnamed' }, { text: 'id', image: image('page') }],
      }
      await open().write(async ({ assets }) => {
        await assets.put([asset('suite-named')])
        await assets.putFiles([
          {
            ...{ assetId: 'suite-named', language: 'en', version: 1, at: now, file, look },
            ...{ poster: { id: 'poster', mediaType: 'image/png' } },
            captions: [{ language: 'de', id: 'captions' }],
          },
        ])
      })
      const ids = ['film', 'poster', 'captions', 'page', 'small']
      const naming = (asked: string[]) => open().read.assets.naming(asked)

      assert.deepEqual(
        (await naming([...ids, 'unnamed', 'suite-named'])).toSorted(),
        ids.toSorted(),
      )
      assert.deepEqual(await naming([]), [])
      await open().write(({ assets }) => assets.remove('suite-named'))
      assert.deepEqual(await naming(ids), [])
    })
  })

  describe('links to assets', () => {
    it('are seen by scope, state, asset and token, and count their views', async () => {
      await open().write(async ({ deals, shares }) => {
        await deals.insert(aDeal({ id: 'deal-1', partnerId: 'north', status: 'draft' }))
        await shares.put([
          aShare('share-a'),
          aShare('share-b', { ownerUserId: 'sam', expiresAt: '2026-11-01T00:00:00.000Z' }),
          aShare('share-c', {
            partnerId: 'south',
            about: { resource: 'deals', id: 'deal-1' },
            maxViews: 1,
          }),
        ])
        await shares.view('share-c', now)
      })
      const list = async (more = {}) => {
        const scope = { kind: 'all' } as const
        const page = await open().read.shares.list({ scope, now, ...more }, { limit: 50 })
        return page.items.map(({ id }) => id).toSorted()
      }
      const north = { kind: 'partner', partnerId: 'north' } as const

      assert.deepEqual(await list(), ['share-a', 'share-b', 'share-c'])
      assert.deepEqual(await list({ scope: north }), ['share-a', 'share-b'])
      assert.deepEqual(await list({ scope: { ...north, userId: 'sam' } }), ['share-b'])
      assert.deepEqual(await list({ status: ['expired'] }), ['share-b'])
      assert.deepEqual(await list({ status: ['used_up'] }), ['share-c'])
      assert.deepEqual(await list({ recordId: 'deal-1' }), ['share-c'])
      assert.deepEqual(await list({ assetId: 'suite-a' }), ['share-a', 'share-b', 'share-c'])
      const found = await open().read.shares.byToken('token-share-c')
      assert.deepEqual([found?.views, found?.lastViewedAt], [1, now])
      assert.equal(await open().read.shares.byToken('token'), undefined)
    })

    it('go on without a record that is gone, or never was', async () => {
      const of = (id: string, dealId: string) =>
        aShare(id, { partnerId: 'south', about: { resource: 'deals', id: dealId } })
      const deal = aDeal({ partnerId: 'north', status: 'draft' })
      await open().write(async ({ deals, shares }) => {
        await deals.insert(deal)
        await shares.put([of('share-d', deal.id), of('share-e', 'never')])
      })
      const dealOf = async (id: string) => (await open().read.shares.get(id))?.about?.id

      assert.deepEqual([await dealOf('share-d'), await dealOf('share-e')], [deal.id, undefined])
      const moved = { ...deal, partners: [{ partnerId: 'east', role: 'owner' as const }] }
      await open().write(({ deals }) => deals.update(moved))
      assert.equal(await dealOf('share-d'), deal.id)
      await open().write(({ deals }) => deals.remove(moved))
      assert.equal(await dealOf('share-d'), undefined)
      assert.equal((await open().read.shares.get('share-d'))?.label, 'share-d')
    })
  })

  describe('bundles', () => {
    it('are forgotten after their end', async () => {
      const bundle = {
        ...{ id: 'bundle-a', createdAt: now, expiresAt: now, status: 'preparing' as const },
        ...{ userId: 'ada', files: [], done: 0 },
      }
      await open().write(({ bundles }) => bundles.put([bundle]))
      assert.deepEqual(await open().read.bundles.get('bundle-a'), bundle)
      assert.deepEqual(await open().write(({ bundles }) => bundles.prune(later, 5)), ['bundle-a'])
      assert.equal(await open().read.bundles.get('bundle-a'), undefined)
    })
  })
}

function count(assetId: string, partnerId = 'north') {
  return {
    ...{ assetId, partnerId, day: '2026-11-23', views: 0, downloads: 0, shares: 0 },
    shareViews: 0,
  }
}
