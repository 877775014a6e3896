import { DealStatus } from '@prmkit/contract'
import { dealTransitions } from '@prmkit/contract/rules'
import type { Table } from './table.ts'

const types = [...new Set<string>(dealTransitions.map(({ event }) => event))]

/** `timeline.csv`: what happened to deals; without a user it was the system. */
export const timeline: Table<'timeline'> = {
  kind: 'timeline',
  columns: {
    names: ['key', 'deal', 'at', 'user', 'type', 'from', 'to', 'reasonCode', 'reasonText'],
    required: ['deal', 'at', 'type'],
  },
  references: [
    { column: 'deal', kind: 'deals', keys: (cell) => [cell] },
    { column: 'user', kind: 'users', keys: (cell) => [cell] },
  ],
  entry: { prefix: 'entry', known: ['at', 'type', 'user'] },
  record(row, id) {
    const from = row.oneOf('from', DealStatus.options)
    const to = row.oneOf('to', DealStatus.options)
    const code = row.text('reasonCode', 64)
    const text = row.longText('reasonText', 2000)
    return {
      id,
      dealId: row.required('deal', row.reference('deal', 'deals'), ''),
      at: row.required('at', row.instant('at'), ''),
      actor: row.person('user'),
      type: row.required('type', row.oneOf('type', types), ''),
      ...(from && { from }),
      ...(to && { to }),
      ...(code !== undefined && { reason: { code, ...(text !== undefined && { text }) } }),
    }
  },
}
