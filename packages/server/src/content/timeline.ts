import { DealStatus } from '@prmkit/contract'
import { dealTransitions } from '@prmkit/contract/rules'
import type { TimelineRecord } from '../store/records.ts'
import type { EntryFile } from './entries.ts'

const types = [...new Set<string>(dealTransitions.map(({ event }) => event))]

/** `timeline.csv`: what happened to deals; without a user it was the system. */
export const timeline: EntryFile<TimelineRecord> = {
  prefix: 'entry',
  columns: {
    names: ['deal', 'at', 'user', 'type', 'from', 'to', 'reasonCode', 'reasonText'],
    required: ['deal', 'at', 'type'],
  },
  record(row, base, actor) {
    const from = row.oneOf('from', DealStatus.options)
    const to = row.oneOf('to', DealStatus.options)
    const code = row.text('reasonCode', 64)
    const text = row.longText('reasonText', 2000)
    return {
      ...base,
      at: row.required('at', row.instant('at'), ''),
      actor,
      type: row.required('type', row.oneOf('type', types), ''),
      ...(from && { from }),
      ...(to && { to }),
      ...(code !== undefined && { reason: { code, ...(text !== undefined && { text }) } }),
    }
  },
  list: (tables, dealId, paging) => tables.timeline.list(dealId, paging),
  insert: (tables, entry) => tables.timeline.append(entry),
}
