import type { DealInput, Routes } from '@prmkit/contract'
import { requireRevision } from '../../http/headers.ts'
import type { Call } from '../../http/call.ts'
import { newId } from '../../ids.ts'
import { fieldProblem, ProblemError } from '../../problem.ts'
import { lockedRecord } from '../../resource.ts'
import { findConflict } from '../../rules/deals/conflicts.ts'
import { contentOf, withContent, type DealContent } from '../../rules/deals/content.ts'
import {
  changedPointers,
  editableFields,
  notEditable,
  vendorsIds,
  withVendorIds,
} from '../../rules/deals/fields.ts'
import { errorsWithin, formErrors } from '../../rules/deals/form.ts'
import { holdPlace } from '../../rules/deals/place.ts'
import { mergePatch } from '../../rules/shared/merge-patch.ts'
import { ownerOf } from '../../rules/shared/owned.ts'
import { addBusinessHours, today } from '../../rules/shared/zones.ts'
import { countCustomer, type Asking } from './asked-customers.ts'
import { checkReferences, dealForm, withFieldFiles } from './check.ts'
import { letClockAct, recordDeal } from './journal.ts'
import { requireWork, showOne } from './load.ts'
import { dealResource } from './resource.ts'
import { programmeFor } from './programme.ts'
import type { DealRecord } from '../../store/deals.ts'

type Deals = Routes['deals']

/** Writes a new registration, as a draft or sent in at once. */
export async function createDeal(call: Call<Deals['create']>) {
  const { tables, caller, body, now } = call
  const { partnerId } = caller
  if (partnerId === undefined) throw new ProblemError('forbidden', 'The session names no partner.')
  const { programme } = await programmeFor(call)
  const form = await dealForm(call, programme)
  const { status = 'submitted', formVersion, ...rest } = body satisfies DealInput
  const brought = rest as DealContent
  const content = withFieldFiles(form, brought)
  const checked = { content, brought, programme, form, isDraft: status === 'draft' }
  const { products, errors } = await checkReferences(call, checked)
  if (status === 'submitted')
    errors.push(...formErrors(form, content, formVersion, today(now, programme.timeZone)))
  if (errors.length > 0) throw fieldProblem(oncePerField(errors))
  const empty: DealRecord = {
    ...{ id: newId('deal'), number: numberOf(await tables.deals.nextNumber()), status: 'draft' },
    ...{ createdAt: now, updatedAt: now, revision: 1, ownerUserId: caller.user.id },
    ...{ name: '', customer: { companyName: '' }, lines: [], totals: [], custom: {}, consents: {} },
    ...{ externalIds: {}, fileIds: [], customerKeys: [], conflictDealIds: [] },
    ...{ partners: [{ partnerId, role: 'owner' }], resubmissions: 0, appealed: false },
    ...(formVersion !== undefined && { formVersion }),
  }
  const draft = withContent(empty, content, products, now)
  const { decisionHours } = programme.deals
  const due = addBusinessHours(now, decisionHours, programme.businessHours, programme.timeZone)
  const deal: DealRecord =
    status === 'draft'
      ? draft
      : await withConflict(call, {
          ...draft,
          status,
          ...(due !== undefined && { decisionDueAt: due }),
        })
  await tables.deals.insert(deal)
  await tables.files.use(deal.id, deal.fileIds)
  await recordDeal(call, {
    type: status === 'draft' ? 'deal.created' : 'deal.submitted',
    after: deal,
  })
  return showOne(call, deal)
}

/** Changes fields that are open for change. */
export async function updateDeal(call: Call<Deals['update']>) {
  const { tables, caller, body, now } = call
  const stored = await lockedRecord(dealResource, call, call.params.id)
  requireRevision(call.revisions, stored.revision)
  requireWork(caller, stored)
  const deal = await letClockAct(call, stored)
  const { programme } = await programmeFor(call)
  const form = await dealForm(call, programme)
  const { formVersion, ...patch } = body
  const changed = changedPointers(patch)
  const editable = editableFields(deal, caller.side)
  // Even an empty patch is refused, because it would move the revision.
  if (editable.length === 0 && changed.length === 0)
    throw new ProblemError('forbidden', 'Nothing of this registration is yours to change now.')
  const isPartner = caller.side === 'partner'
  const closed = [
    ...notEditable(changed, editable),
    ...(isPartner ? vendorsIds(changed, deal) : []),
  ]
  if (closed.length > 0)
    throw fieldProblem(
      closed.map((pointer) => ({
        pointer,
        code: 'not-editable',
        detail: pointer.startsWith('/externalIds')
          ? 'The vendor set this, or the registration is not open for it.'
          : `This cannot be changed while the registration is ${deal.status}.`,
      })),
    )
  const brought = mergePatch({}, patch) as DealContent
  const content = withFieldFiles(form, mergePatch(contentOf(deal), patch) as DealContent)
  const { products, errors } = await checkReferences(call, {
    ...{ content, brought, programme, form, deal },
    isDraft: deal.status === 'draft',
  })
  if (deal.status !== 'draft') {
    const found = formErrors(form, content, undefined, today(now, programme.timeZone))
    errors.push(...errorsWithin(found, changed))
  }
  if (errors.length > 0) throw fieldProblem(oncePerField(errors))
  const updated = holdPlace(deal, {
    ...withContent(deal, content, products, now),
    ...(formVersion != null && { formVersion }),
    ...(!isPartner && { vendorIds: withVendorIds(deal, patch.externalIds ?? {}) }),
    updatedAt: now,
    revision: deal.revision + 1,
  })
  await tables.deals.update(updated)
  await tables.files.use(updated.id, updated.fileIds)
  await recordDeal(call, { type: 'deal.updated', before: deal, after: updated, changed })
  return showOne(call, updated)
}

/**
 * Finds the conflict of a registration that is being sent in. Customers are locked, so the second of
 * two finds the first; a new arrival is stamped after all that were there.
 */
export async function withConflict(
  call: Asking,
  { conflictCode: _, ...deal }: DealRecord,
  keepsPlace = false,
): Promise<DealRecord> {
  const { tables, now } = call
  await countCustomer(call, deal.customerKeys)
  const productIds = deal.lines.map(({ productId }) => productId)
  await tables.deals.lockCustomers(deal.customerKeys)
  const candidates = await tables.deals.blocking(deal.customerKeys, productIds)
  const accounts = await tables.accounts.matching(deal.customerKeys)
  const { id, customerKeys } = deal
  const claimant = { id, customerKeys, productIds, partnerId: ownerOf(deal) }
  const place = keepsPlace ? deal.submittedAt : undefined
  const finding = findConflict({ ...claimant, submittedAt: place }, candidates, accounts, now)
  const last = Math.max(...candidates.map((one) => Date.parse(one.submittedAt ?? '') || 0), 0)
  return {
    ...deal,
    partners: partnersOf(deal),
    submittedAt: place ?? new Date(Math.max(Date.parse(now), last + 1)).toISOString(),
    conflictDealIds: finding?.deals.map((one) => one.id) ?? [],
    ...(finding && { conflictCode: finding.code }),
  }
}

/** Once sent in, a registration is the distributor's too. */
function partnersOf({ partners, distributorId }: DealRecord): DealRecord['partners'] {
  const others = partners.filter(({ role }) => role !== 'distributor')
  if (distributorId === undefined) return others
  return [...others, { partnerId: distributorId, role: 'distributor' }]
}

function numberOf(count: number): string {
  return `D-${String(count).padStart(6, '0')}`
}

function oncePerField<Error extends { pointer: string }>(errors: readonly Error[]): Error[] {
  return [
    ...new Map(errors.toReversed().map((error) => [error.pointer, error])).values(),
  ].toReversed()
}
