import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Store } from '../../src/store/store.ts'
import { document, filter, now, searching } from '../text-documents.ts'

/** The texts that a reader may find, the same in every store. */
export function textFiltersSuite(open: () => Store) {
  const { put, ids } = searching(open)

  describe('texts for a reader', () => {
    it('finds nothing for readers who are not meant, also not by counting', async () => {
      const audience = { tiers: ['Gold'] }
      await put(document('golden', { text: 'Secret rebates.', audience, labels: ['tag:golden'] }))
      const partner = { id: 'p', kind: 'reseller', tier: 'Silver', region: undefined }
      const silver = { kind: 'partners', partners: [partner] } as const
      const gold = { kind: 'partners', partners: [{ ...partner, tier: 'Gold' }] } as const

      assert.deepEqual(await ids('rebates', { reader: gold }), ['golden'])
      assert.deepEqual(await ids('rebates', { reader: silver }), [])
      const { total, labels } = await open().read.texts.count(filter({ reader: silver }), 'rebates')
      assert.equal(total, 0)
      assert.deepEqual([...labels], [])
      const all = await open().read.texts.count(filter({ reader: silver }))
      assert.ok(!all.labels.has('tag:golden'))
    })

    it('finds nothing that is over', async () => {
      await put(document('over', { text: 'Yesterday’s voltage.', validUntil: now }))

      assert.deepEqual(await ids('voltage'), [])
    })

    it('finds a record in the one language that its reader reads', async () => {
      const languages = ['en', 'de']
      await put(
        document('two', { title: 'Membrane', languages, text: 'kept' }),
        document('two', { title: 'Dichtung', language: 'de', isMain: false, languages, text: 'x' }),
      )

      assert.deepEqual(await ids('membrane', { languages: ['de'] }), [])
      assert.deepEqual(await ids('dichtung', { languages: ['de', 'en'] }), ['two'])
      assert.deepEqual(await ids('membrane', { languages: ['ar'] }), ['two'])
    })

    it('chooses and counts by labels', async () => {
      await put(
        document('red', { text: 'A coloured lid.', labels: ['tag:red', 'section:lids'] }),
        document('blue', { text: 'A coloured lid.', labels: ['tag:blue', 'section:lids'] }),
      )

      assert.deepEqual(await ids('coloured', { labels: [['tag:red']] }), ['red'])
      const { total, labels } = await open().read.texts.count(filter(), 'coloured')
      assert.equal(total, 2)
      assert.equal(labels.get('section:lids'), 2)
      assert.equal(labels.get('tag:red'), 1)
    })

    it('pages without losing or repeating', async () => {
      await put(
        ...Array.from({ length: 7 }, (_, index) => document(`p${index}`, { text: 'paged' })),
      )
      const page = (offset: number) =>
        open().read.texts.search(filter(), 'paged', [], { offset, limit: 3 })
      const pages = [await page(0), await page(3), await page(6)]

      assert.deepEqual(
        pages.map(({ more }) => more),
        [true, true, false],
      )
      assert.equal(new Set(pages.flatMap(({ hits }) => hits.map((hit) => hit.recordId))).size, 7)
    })

    it('forgets a record', async () => {
      await put(document('gone', { text: 'A unicorn.' }))
      await open().write(({ texts }) => texts.remove('texts-suite', ['gone']))

      assert.deepEqual(await ids('unicorn'), [])
    })
  })
}
