import assert from 'node:assert/strict'
import { describe, it, test } from 'node:test'
import {
  dealStatuses,
  dealTransition,
  dealTransitions,
  type DealAction,
  type DealStatus,
} from '@prmkit/contract'
import { ProblemError } from '../../problem.ts'
import { act, allowedActions, type Facts } from './actions.ts'
import { clockAction, settled } from './clock.ts'
import { editableFields } from './fields.ts'
import type { DealRecord } from '../../store/deals.ts'

const now = '2026-11-23T10:00:00.000Z'
const reason = { code: 'other' }

const samples: Record<DealAction['action'], DealAction> = {
  submit: { action: 'submit' },
  resubmit: { action: 'resubmit' },
  withdraw: { action: 'withdraw' },
  start_review: { action: 'start_review' },
  approve: { action: 'approve', protectedUntil: '2026-12-31' },
  return: { action: 'return', reason, respondUntil: '2026-12-01', editableFields: ['/name'] },
  reject: { action: 'reject', reason },
  decline: { action: 'decline', reason },
  mark_duplicate: { action: 'mark_duplicate' },
  appeal: { action: 'appeal', text: 'It is ours.' },
  convert: { action: 'convert', opportunity: { id: 'opp-1' } },
  close: { action: 'close', outcome: 'won' },
  release: { action: 'release' },
  request_extension: { action: 'request_extension', until: '2027-02-01', text: 'Delayed' },
  grant_extension: { action: 'grant_extension' },
  refuse_extension: { action: 'refuse_extension', reason },
  reopen: { action: 'reopen', protectedUntil: '2026-12-31' },
  hand_over: { action: 'hand_over', ownerUserId: 'cleo' },
  undo: { action: 'undo' },
}

const facts = (side: 'partner' | 'vendor', more: Partial<Facts> = {}): Facts => ({
  ...{ userId: 'ada', movedOn: false },
  ...{ side, now, timeZone: 'UTC', decisionHours: 8, maxExtensions: 2, maxResubmissions: 2 },
  businessHours: { days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' },
  ...{ formErrors: () => [], inTheWay: [], maySee: () => true, isColleague: () => true },
  ...more,
})

/** A registration in which every guard of the action holds. */
function ready(status: DealStatus, action?: string): DealRecord {
  const isProtected = status === 'approved' || status === 'expired'
  const pending = action === 'grant_extension' || action === 'refuse_extension'
  return {
    ...{ id: 'deal_1', number: 'D-1', status, name: 'Deal', revision: 4, ownerUserId: 'ada' },
    ...{
      createdAt: now,
      updatedAt: now,
      submittedAt: now,
      externalIds: {},
      custom: {},
      consents: {},
    },
    ...{ customer: { companyName: 'Acme' }, lines: [], totals: [], fileIds: [], customerKeys: [] },
    ...{ conflictDealIds: [], resubmissions: 0, appealed: false },
    partners: [{ partnerId: 'north', role: 'owner' }],
    ...(action === 'undo' && {
      ended: {
        userId: 'ada',
        at: now,
        revision: 4,
        comments: 0,
        before: { status: 'under_review' },
      },
    }),
    ...(isProtected && {
      protection: {
        ...{ startsAt: now, expiresAt: '2027-01-01T00:00:00.000Z' },
        ...{ extensionsUsed: 0, maxExtensions: 2 },
        ...(pending && {
          extension: { status: 'pending', until: '2027-03-01', requestedAt: now },
        }),
      },
    }),
  }
}

function refusal(work: () => unknown): string {
  try {
    work()
  } catch (error) {
    if (error instanceof ProblemError) return error.code
    throw error
  }
  return 'none'
}

describe('every status × action × side does what the transition table says', () => {
  for (const status of dealStatuses)
    for (const side of ['partner', 'vendor'] as const)
      for (const action of Object.values(samples))
        it(`${status}: ${action.action} by the ${side}`, () => {
          const deal = ready(status, action.action)
          const row = dealTransition(action.action, status, side)
          const offered = allowedActions(deal, facts(side)).includes(action.action)

          if (!row) {
            const ever = dealTransitions.some(
              (one) => one.action === action.action && [one.actor].flat().includes(side as never),
            )
            const code = refusal(() => act(deal, action, facts(side)))
            assert.equal(code, ever ? 'state-conflict' : 'forbidden')
            assert.equal(offered, false)
            return
          }
          const { deal: after, transition } = act(deal, action, facts(side))
          assert.equal(after.status, row.to === 'previous' ? 'under_review' : (row.to ?? status))
          assert.equal(transition.event, row.event)
          assert.equal(after.revision, deal.revision + 1)
          assert.equal(offered, true)
          if (row.reason)
            assert.notEqual(
              after.statusReason ?? after.protection?.extension?.statusReason,
              undefined,
            )
          const { expiresAt = '' } = after.protection ?? {}
          if (row.protection === 'starts') assert.equal(expiresAt, '2026-12-31T23:59:59.999Z')
          if (row.protection === 'keeps')
            assert.deepEqual(expiresAt, deal.protection?.expiresAt ?? '')
          if (row.protection === 'extends') assert.equal(expiresAt, '2027-03-01T23:59:59.999Z')
          if (row.protection === 'ends') assert.ok(expiresAt <= now)
        })
})

describe('a guard that does not hold refuses and takes the action off the list', () => {
  const protectedDeal = ready('approved')
  const protection = protectedDeal.protection!
  const pending = ready('approved', 'grant_extension')
  const cases: [string, DealRecord, DealAction, 'partner' | 'vendor', Partial<Facts>?][] = [
    ['resubmissions left', { ...ready('rejected'), resubmissions: 2 }, samples.resubmit, 'partner'],
    ['one appeal', { ...ready('declined'), appealed: true }, samples.appeal, 'partner'],
    [
      'extensions left',
      { ...protectedDeal, protection: { ...protection, extensionsUsed: 2 } },
      samples.request_extension,
      'partner',
    ],
    ['none pending', pending, samples.request_extension, 'partner'],
    ['one pending', protectedDeal, samples.grant_extension, 'vendor'],
    ['who ended it', ready('closed', 'undo'), samples.undo, 'partner', { userId: 'sam' }],
    [
      'within a minute',
      ready('withdrawn', 'undo'),
      samples.undo,
      'partner',
      { now: '2026-11-23T10:01:00.001Z' },
    ],
    ['nothing since', { ...ready('declined', 'undo'), revision: 5 }, samples.undo, 'vendor'],
    ['one pending to refuse', protectedDeal, samples.refuse_extension, 'vendor'],
  ]
  for (const [name, deal, action, side, more] of cases)
    it(name, () => {
      assert.equal(
        refusal(() => act(deal, action, facts(side, more))),
        'state-conflict',
      )
      assert.ok(!allowedActions(deal, facts(side, more)).includes(action.action))
    })

  it('form complete', () => {
    const formErrors = () => [{ pointer: '/name', code: 'required' as const, detail: 'Needed.' }]
    for (const status of ['draft', 'action_required', 'rejected'] as const) {
      const action = status === 'draft' ? samples.submit : samples.resubmit
      const code = refusal(() => act(ready(status), action, facts('partner', { formErrors })))
      assert.equal(code, 'validation-failed')
    }
  })
  it('no conflict', () => {
    const inTheWay = [ready('approved')]
    for (const [status, action] of [
      ['under_review', samples.approve],
      ['expired', samples.reopen],
      ['expired', samples.grant_extension],
    ] as const) {
      const deal = ready(status, action.action)
      assert.equal(
        refusal(() => act(deal, action, facts('vendor', { inTheWay }))),
        'customer-conflict',
      )
      assert.ok(
        !allowedActions(deal, { ...facts('vendor'), blocked: true }).includes(action.action),
      )
    }
  })
  it('colleague', () => {
    const isColleague = () => false
    assert.equal(
      refusal(() => act(ready('draft'), samples.hand_over, facts('partner', { isColleague }))),
      'validation-failed',
    )
  })
  it('days that are over, or no longer than what there is', () => {
    const past = '2026-11-22'
    const cases: [DealRecord, DealAction, 'partner' | 'vendor'][] = [
      [ready('under_review'), { action: 'approve', protectedUntil: past }, 'vendor'],
      [ready('expired'), { action: 'reopen', protectedUntil: past }, 'vendor'],
      [
        ready('under_review'),
        { action: 'return', reason, respondUntil: past, editableFields: ['/name'] },
        'vendor',
      ],
      [
        ready('approved'),
        { action: 'request_extension', until: '2026-12-01', text: 'x' },
        'partner',
      ],
      [ready('approved', 'grant_extension'), { action: 'grant_extension', until: past }, 'vendor'],
      [
        ready('under_review'),
        { action: 'return', reason, respondUntil: '2026-12-01', editableFields: ['/status'] },
        'vendor',
      ],
    ]
    for (const [deal, action, side] of cases)
      assert.equal(
        refusal(() => act(deal, action, facts(side))),
        'validation-failed',
        action.action,
      )
  })
})

test('a returned registration keeps its place in the queue, a rejected one goes to its end', () => {
  const early = '2026-01-01T00:00:00.000Z'
  const resubmitted = (status: DealStatus) =>
    act({ ...ready(status), submittedAt: early }, samples.resubmit, facts('partner')).deal

  assert.equal(resubmitted('action_required').submittedAt, early)
  assert.deepEqual(
    [resubmitted('rejected').submittedAt, resubmitted('rejected').resubmissions],
    [now, 1],
  )
})

test('what was said of one status is not said of the next', () => {
  const deal = {
    ...ready('action_required'),
    statusReason: reason,
    respondBy: now,
    returnedFields: ['/name'],
  }
  const { deal: after } = act(deal, samples.resubmit, facts('partner'))

  assert.deepEqual(
    [after.statusReason, after.respondBy, after.returnedFields],
    [undefined, undefined, undefined],
  )
  assert.notEqual(after.decisionDueAt, undefined)
})

test('the clock expires and lapses, but not what an extension keeps open', () => {
  const over = { ...ready('approved').protection!, expiresAt: '2026-11-22T00:00:00.000Z' }
  const expired = { ...ready('approved'), protection: over }
  const waiting = {
    ...expired,
    protection: { ...ready('approved', 'grant_extension').protection!, expiresAt: over.expiresAt },
  }
  const late = { ...ready('action_required'), respondBy: over.expiresAt }

  assert.deepEqual([clockAction(expired, now), settled(expired, now).status], ['expire', 'expired'])
  assert.deepEqual(
    [clockAction(waiting, now), settled(waiting, now).status],
    [undefined, 'approved'],
  )
  assert.deepEqual([clockAction(late, now), settled(late, now).status], ['lapse', 'withdrawn'])
  for (const status of dealStatuses) assert.equal(clockAction(ready(status), now), undefined)
})

test('fields are open as the status says, for the partner alone', () => {
  const open = (status: DealStatus) =>
    editableFields({ ...ready(status), returnedFields: ['/problem'] }, 'partner')

  assert.ok(open('draft').includes('/customer') && open('rejected').includes('/customer'))
  assert.deepEqual(open('action_required'), ['/problem'])
  assert.deepEqual(open('approved'), [
    '/stage',
    '/expectedCloseDate',
    '/amount',
    '/nextStep',
    '/fileIds',
  ])
  for (const status of ['declined', 'duplicate', 'withdrawn', 'expired', 'closed'] as const)
    assert.deepEqual(open(status), [])
  for (const status of dealStatuses)
    assert.ok(!editableFields(ready(status), 'vendor').includes('/customer'))
})
