import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Deal } from '@prmkit/contract'
import { translator } from '../../base/localize.ts'
import type { Messages } from '../../base/messages.ts'
import type { DealListMessages } from '../../locales/deal-list/catalog.ts'
import { messages as list } from '../../locales/deal-list/en.ts'
import { dueText } from './deal-status.ts'

const messages: Messages = list
const t = translator<DealListMessages>((key) => messages[key], 'en')
const hour = 3_600_000
const protectedFor = (hours: number) => {
  const now = Date.parse('2026-11-21T10:00:00Z')
  const expiresAt = new Date(now + hours * hour).toISOString()
  return dueText(t, 'en', { status: 'approved', protection: { expiresAt } } as Deal, now, undefined)
}

test('a protection of 90 days reads so from the first hour of a day to the last', () => {
  for (const left of [0.1, 12, 23.9])
    assert.match(
      protectedFor(90 * 24 + left)?.text ?? '',
      /^90 days left · until Feb (19|20), 2027$/,
    )
})

test('two weeks before its end a protection is urgent', () => {
  assert.equal(protectedFor(14 * 24 + 1)?.tone, undefined)
  assert.equal(protectedFor(14 * 24 - 1)?.tone, 'warning')
})

test('the last two days are counted in hours, never less than one', () => {
  assert.match(protectedFor(47.5)?.text ?? '', /^47 hours left · until Nov 2\d, 2026$/)
  assert.match(protectedFor(0.2)?.text ?? '', /^1 hour left · until Nov 2\d, 2026$/)
  assert.match(protectedFor(-1)?.text ?? '', /^Protection ended on /)
})

test('a protection and an answer are due on the day of the vendor', () => {
  const lastDay = '2027-02-19T22:59:59.999Z'
  const now = Date.parse('2026-11-21T10:00:00Z')
  const due = (deal: object) => dueText(t, 'en-GB', deal as Deal, now, 'Europe/Berlin')?.text

  assert.match(
    due({ status: 'approved', protection: { expiresAt: lastDay } }) ?? '',
    /until 19 Feb 2027/,
  )
  assert.match(due({ status: 'action_required', respondBy: lastDay }) ?? '', /by 19 Feb 2027/)
})

test('what was not accepted asks for a change from those who may make it, and from nobody else', () => {
  const rejected = (allowedActions: string[]) =>
    dueText(t, 'en', { status: 'rejected', allowedActions } as unknown as Deal, 0, undefined)?.text

  assert.equal(rejected(['resubmit']), 'Edit and resubmit')
  assert.equal(rejected([]), undefined)
})
