import assert from 'node:assert/strict'
import { test } from 'node:test'
import { CommentInput } from '../conversation-input.ts'
import { DealAction } from './deal-actions.ts'
import { AvailabilityInput } from './deal-query.ts'
import { FileInput } from '../file-input.ts'

test('what somebody must say is more than blanks', () => {
  for (const blank of ['', ' ', ' \n\t ', '\u00a0\u2003']) {
    assert.ok(!CommentInput.safeParse({ text: blank }).success)
    assert.ok(!DealAction.safeParse({ action: 'appeal', text: blank }).success)
    assert.ok(!AvailabilityInput.safeParse({ companyName: blank }).success)
    const file = { mediaType: 'text/plain', size: 1 }
    assert.ok(!FileInput.safeParse({ ...file, name: blank }).success)
    assert.ok(FileInput.safeParse({ ...file, name: ' a.txt' }).success)
  }
  assert.ok(CommentInput.safeParse({ text: '\n.\n' }).success)
})
