import assert from 'node:assert/strict'
import test from 'node:test'
import { accepts, typesOf } from './accepts.ts'
import { formatSize } from '../../base/values/format.ts'

const pdf = { name: 'Plan.PDF', type: 'application/pdf' }

test('a file is accepted by its ending, its type or its family', () => {
  assert.ok(accepts(['.pdf'], pdf))
  assert.ok(accepts([' application/pdf '], pdf))
  assert.ok(accepts(['application/*'], pdf))
  assert.ok(!accepts(['image/*', '.docx'], pdf))
  assert.ok(!accepts(['.pdf'], { name: 'pdf', type: '' }))
})

test('without a list every file is accepted', () => {
  assert.ok(accepts(undefined, pdf))
  assert.ok(accepts([], pdf))
})

test('what is accepted is told by names that people know', () => {
  assert.equal(
    typesOf('en', ['.pdf', 'application/pdf', ' .docx', 'image/*']),
    'PDF, DOCX, or image/*',
  )
  assert.equal(typesOf('de', ['image/png', '.jpg', '.svg']), 'PNG, JPG oder SVG')
  assert.equal(typesOf('en', undefined), '')
})

test('a size is written in the unit that leaves a readable number', () => {
  assert.equal(formatSize('en', 1), '1 byte')
  assert.equal(formatSize('en', 999), '999 bytes')
  assert.equal(formatSize('de', 4_820_000), '4,8 MB')
  assert.equal(formatSize('en', 25 * 1024 * 1024), '25 MB')
  assert.equal(formatSize('en', 25_000_000), '25 MB')
  assert.equal(formatSize('en', 0), '0 bytes')
  // A file is not larger for having a byte more than a round number.
  assert.equal(formatSize('en', 15_999), '16 kB')
  assert.equal(formatSize('en', 5e12), '5,000 GB')
})
