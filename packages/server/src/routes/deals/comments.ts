import type { Comment, Field, Routes, TimelineEntry } from '@prmkit/contract'
import { fieldsOf } from '@prmkit/contract/rules'
import type { Call } from '../../http/call.ts'
import { requireRevision } from '../../http/headers.ts'
import { newId } from '../../ids.ts'
import { fieldProblem, notFound, ProblemError } from '../../problem.ts'
import { mayAttach } from '../../rules/deals/fields.ts'
import { fileObjection } from '../../rules/shared/form-fields.ts'
import { ownerOf } from '../../rules/deals/owned.ts'
import type { CommentRecord, DealRecord, TimelineRecord } from '../../store/records.ts'
import { dealForm, fileErrors } from './check.ts'
import { announce, letClockAct, personOf, record } from './journal.ts'
import { lockedDeal, requireWork, showOne, visibleDeal } from './load.ts'
import { programmeFor } from '../shared/programme.ts'
import { pageOf, paging } from '../shared/paging.ts'
import { useFiles } from './write.ts'

type Deals = Routes['deals']
/** As many as the contract's lists of files may have. */
const mostFiles = 50

function showComment({ id, text, author, createdAt }: CommentRecord): Comment {
  return { id, text, author, createdAt }
}

function showEntry({
  dealId: _deal,
  partnerId: _partner,
  ...entry
}: TimelineRecord): TimelineEntry {
  return entry
}

export async function listComments(call: Call<Deals['listComments']>) {
  const { id } = await visibleDeal(call, call.params.id)
  return pageOf(await call.tables.comments.list(id, paging(call.query, 50)), showComment)
}

export async function listTimeline(call: Call<Deals['listTimeline']>) {
  const { id } = await visibleDeal(call, call.params.id)
  return pageOf(await call.tables.timeline.list(id, paging(call.query, 50)), showEntry)
}

/** Writes to the other side; the registration itself does not change. */
export async function addComment(call: Call<Deals['addComment']>) {
  const { tables, caller, body, now } = call
  const deal = await visibleDeal(call, call.params.id)
  const comment: CommentRecord = {
    ...{ id: newId('comment'), dealId: deal.id, partnerId: ownerOf(deal) },
    ...{ text: body.text, author: personOf(caller), createdAt: now },
  }
  await tables.comments.insert(comment)
  await announce(tables, deal, 'deal.commented', now)
  return { body: showComment(comment), shows: { resource: 'deals' as const, id: deal.id } }
}

export async function attach(call: Call<Deals['attach']>) {
  const { fileId } = call.body
  const deal = await openForFiles(call)
  if (deal.fileIds.includes(fileId)) return showOne(call, deal)
  const wrong = await attachmentError(call)
  if (wrong) throw fieldProblem([{ ...wrong, pointer: '/fileId' }])
  const { maxFiles = mostFiles } = (await attachmentField(call)) ?? {}
  if (deal.fileIds.length >= maxFiles)
    throw fieldProblem([
      { pointer: '/fileId', code: 'too-many', detail: `At most ${maxFiles} files are possible.` },
    ])
  return changeFiles(call, deal, [...deal.fileIds, fileId], 'deal.attached')
}

/** Why a file cannot be attached, whatever the registration. */
async function attachmentError(call: Call<Deals['attach']>) {
  const { fileId } = call.body
  const [error] = await fileErrors(call, [fileId], '')
  const file = await call.tables.files.get(fileId)
  const field = await attachmentField(call)
  return error ?? (file && field && fileObjection(field, file))
}

/** The field of the vendor's form that asks for attachments, with its limits. */
async function attachmentField(call: Call<Deals['attach']>): Promise<Field | undefined> {
  const form = await dealForm(call, (await programmeFor(call)).programme)
  const fields = form ? fieldsOf(form) : []
  return fields.find(({ pointer, type }) => pointer === '/fileIds' && type === 'file')
}

export async function detach(call: Call<Deals['detach']>) {
  const { fileId } = call.params
  const deal = await openForFiles(call)
  if (!deal.fileIds.includes(fileId)) throw notFound('attachment')
  return changeFiles(
    call,
    deal,
    deal.fileIds.filter((id) => id !== fileId),
    'deal.detached',
  )
}

async function openForFiles(
  call: Call<Deals['attach']> | Call<Deals['detach']>,
): Promise<DealRecord> {
  const { caller } = call
  const stored = await lockedDeal(call, call.params.id)
  requireRevision(call.revisions, stored.revision)
  requireWork(caller, stored)
  const deal = await letClockAct(call, stored)
  if (!mayAttach(deal, caller.side))
    throw new ProblemError(
      'state-conflict',
      `The ${caller.side} cannot change attachments while the registration is ${deal.status}.`,
    )
  return deal
}

async function changeFiles(
  call: Call<Deals['attach']> | Call<Deals['detach']>,
  deal: DealRecord,
  fileIds: string[],
  type: string,
) {
  const after = { ...deal, fileIds, updatedAt: call.now, revision: deal.revision + 1 }
  await call.tables.deals.update(after)
  await useFiles(call.tables, after, deal.fileIds)
  await record(call, { type, before: deal, after, changed: ['/fileIds'] })
  return showOne(call, after)
}
