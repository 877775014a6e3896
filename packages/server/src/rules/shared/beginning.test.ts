import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { beginning } from './beginning.ts'

describe('the beginning of a text', () => {
  it('is the text where it is short', () => {
    assert.equal(beginning('pump', 4), 'pump')
  })

  it('ends before a sign that does not fit whole', () => {
    assert.equal(beginning('ab😀c', 3), 'ab')
    assert.equal(beginning('ab👩‍🔧c', 5), 'ab')
    assert.equal(beginning('abe\u0301c', 3), 'ab')
    assert.equal(beginning(`${'x'.repeat(500)}🇩🇪`, 502), 'x'.repeat(500))
  })

  it('goes on where one sign has no end', () => {
    const zalgo = `a${'\u0301'.repeat(500)}`

    assert.equal(beginning(zalgo, 200).length, 200)
    assert.equal(beginning('😀'.repeat(200), 199), '😀'.repeat(99))
    assert.equal(beginning(`😀${'\u200d😀'.repeat(200)}`, 101).isWellFormed(), true)
  })
})
