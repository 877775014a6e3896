import { DealStatus } from '@prmkit/contract'
import { dealTransitions } from '@prmkit/contract/rules'
import type { TimelineRecord } from '../../store/records.ts'
import { columnsOf } from '../csv/columns.ts'
import { replaceEntries } from './deal-entries.ts'
import type { Table } from '../csv/table.ts'

const types = [...new Set<string>(dealTransitions.map(({ event }) => event))]

/** `timeline.csv`: the history of deals; a row without a user is the system's. */
export const timeline: Table<TimelineRecord> = {
  file: 'timeline.csv',
  kind: 'timeline',
  columns: columnsOf([
    { names: ['deal'], required: true, of: 'deals', help: 'key of a deal' },
    { names: ['at'], required: true },
    { names: ['type'], required: true, help: 'an event such as `deal.approved`' },
    { names: ['user'], of: 'users', help: 'key of a user; else the system' },
    { names: ['from', 'to', 'reasonCode', 'reasonText', 'key'] },
  ]),
  entry: { prefix: 'entry', of: 'deal', known: ['at', 'type', 'user'] },
  row(row, id) {
    const from = row.oneOf('from', DealStatus.options)
    const to = row.oneOf('to', DealStatus.options)
    const code = row.text('reasonCode', 64)
    const text = row.longText('reasonText', 2000)
    return {
      id,
      recordId: row.required('deal', row.reference('deal'), ''),
      at: row.required('at', row.instant('at'), ''),
      actor: row.person('user'),
      type: row.required('type', row.oneOf('type', types), ''),
      ...(from && { from }),
      ...(to && { to }),
      ...(code !== undefined && { reason: { code, ...(text !== undefined && { text }) } }),
    }
  },
  replace: replaceEntries((tables, records) => tables.timeline.put(records), 'deal.updated'),
}
