import type { Deal, Field } from '@prmkit/contract'
import { fieldsOf } from '@prmkit/contract/rules'
import { ProblemError } from '../../problem.ts'
import { mayAttach } from '../../rules/deals/fields.ts'
import type { DealRecord } from '../../store/deals.ts'
import { attachments, type FileCall } from '../shared/attachments.ts'
import { conversation } from '../shared/conversation.ts'
import { programmeFor } from './programme.ts'
import { dealForm } from './check.ts'
import { letClockAct } from './journal.ts'
import { requireWork, showOne } from './load.ts'
import { dealResource } from './resource.ts'

/** Comments, history and attachments of registrations. */
export const dealConversation = {
  ...conversation(dealResource),
  ...attachments<DealRecord, Deal>({
    resource: dealResource,
    open: openForFiles,
    field: attachmentField,
    keep: ({ tables }, deal) => tables.deals.update(deal),
    show: showOne,
  }),
}

/** The field of the vendor's form that asks for attachments. */
async function attachmentField(call: FileCall): Promise<Field | undefined> {
  const form = await dealForm(call, (await programmeFor(call)).programme)
  const fields = form ? fieldsOf(form) : []
  return fields.find(({ pointer, type }) => pointer === '/fileIds' && type === 'file')
}

async function openForFiles(call: FileCall, stored: DealRecord): Promise<DealRecord> {
  const { caller } = call
  requireWork(caller, stored)
  const deal = await letClockAct(call, stored)
  if (!mayAttach(deal, caller.side))
    throw new ProblemError(
      'state-conflict',
      `The ${caller.side} cannot change attachments while the registration is ${deal.status}.`,
    )
  return deal
}
