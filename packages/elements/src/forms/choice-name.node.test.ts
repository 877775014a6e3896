import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { choiceName } from './choice-name.ts'
import type { FieldLists } from './field-lists.ts'

describe('choiceName', () => {
  /** Lists that know no names; `answer` decides each question. */
  function unseen(answer: (names: FieldLists['names']) => Promise<undefined>) {
    const names: FieldLists['names'] = new Map()
    let asked = 0
    const find = () => {
      asked += 1
      return answer(names)
    }
    return { lists: { names, find } as unknown as FieldLists, asked: () => asked }
  }

  it('reads … until the list has said the name', async () => {
    const { lists } = unseen(async (names) => {
      names.set('productsp1', { value: 'p1', label: 'Logger' })
      return undefined
    })

    await new Promise<void>((changed) => {
      assert.equal(choiceName(lists, 'products', 'p1', changed), '…')
    })
    assert.equal(choiceName(lists, 'products', 'p1', assert.fail), 'Logger')
  })

  it('asks once, and reads the id where the list fails or does not have it', async () => {
    for (const answer of [async () => undefined, () => Promise.reject(new Error('cut'))]) {
      const { lists, asked } = unseen(answer)

      await new Promise<void>((changed) => {
        choiceName(lists, 'products', 'p9', changed)
        choiceName(lists, 'products', 'p9', changed)
      })

      assert.equal(choiceName(lists, 'products', 'p9', assert.fail), 'p9')
      assert.equal(asked(), 1)
    }
  })
})
