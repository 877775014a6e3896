import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as stories from './deal-list.stories.ts'
import { partnerActions } from './detail/deal-actions.ts'

test('every dialog of a registration has a story', () => {
  // A draft is sent from its form.
  const { submit: _, ...asked } = partnerActions
  const names = Object.keys(asked).map(
    (action) =>
      'Dialog' + action.replace(/(?:^|_)(.)/g, (_, letter: string) => letter.toUpperCase()),
  )

  assert.deepEqual(
    names.filter((name) => !(name in stories)),
    [],
  )
})
