import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { ArticleRecord } from '../../src/store/articles.ts'
import type { Store } from '../../src/store/store.ts'
import { anArticle, noon, unique } from '../records.ts'

/** Articles, the same in every store. */
export function articlesSuite(open: () => Store) {
  describe('articles', () => {
    const put = (...records: ArticleRecord[]) =>
      open().write(({ articles }) => articles.put(records))
    const named = async (...names: string[]) =>
      (await open().read.articles.bySource(names)).map(({ id }) => id).toSorted()

    it('are found by their place in a tree and by each of their addresses', async () => {
      const [path, first, second] = [
        unique('articles/'),
        unique('https://a/'),
        unique('https://b/'),
      ]
      const inTree = anArticle({ source: path })
      const pushed = anArticle({ addresses: [first, second] })
      await put(inTree, pushed, anArticle())

      assert.deepEqual(await named(path, second), [inTree.id, pushed.id].toSorted())
      assert.deepEqual(await named(first), [pushed.id])
      assert.deepEqual(await named('https://a/'), [])
      await put({ ...pushed, addresses: [second] })
      assert.deepEqual(await named(first), [])
    })

    it('are in the order of the votes on their current version', async () => {
      const tag = unique('tag')
      const [old, liked] = [anArticle({ tags: [tag] }), anArticle({ tags: [tag] })]
      const mark = (userId: string, { id, version }: ArticleRecord) =>
        open().write(({ articles }) =>
          articles.mark(userId, id, { rating: { version, helpful: true } }),
        )
      const order = async () => {
        const filter = { reader: { kind: 'all' }, now: noon, tags: [tag] } as const
        const statuses = ['published'] as const
        const { items } = await open().read.articles.list(
          { ...filter, statuses, withoutSectionIds: [] },
          'helpful_desc',
          { limit: 9 },
        )
        return items.map(({ id }) => id)
      }
      await put(old, liked)
      await mark('ada', old)
      await mark('sol', old)
      await mark('ada', liked)
      assert.deepEqual(await order(), [old.id, liked.id])

      await put({ ...old, version: 2 })
      assert.deepEqual(await order(), [liked.id, old.id])
    })
  })
}
