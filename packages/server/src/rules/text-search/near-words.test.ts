import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { nearWords } from './near-words.ts'

describe('the words that a misspelt one may stand for', () => {
  it('come by their slips, those of the same letters first', () => {
    const known = ['coined', 'copied', 'coped', 'coupled', 'house']

    assert.deepEqual(nearWords('coiped', known), [['copied'], ['coined', 'coped'], ['coupled']])
  })

  it('are none for a short word, and none that is short', () => {
    assert.deepEqual(nearWords('cat', ['car', 'cart']), [['cart']])
    assert.deepEqual(nearWords('lamp', ['lap']), [])
  })
})
