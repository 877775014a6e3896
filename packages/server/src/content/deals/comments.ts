import type { CommentRecord } from '../../store/records.ts'
import { columnsOf } from '../csv/columns.ts'
import { replaceEntries } from './deal-entries.ts'
import type { Table } from '../csv/table.ts'

/** `comments.csv`: the conversation about deals. */
export const comments: Table<CommentRecord> = {
  file: 'comments.csv',
  kind: 'comments',
  columns: columnsOf([
    { names: ['deal'], required: true, of: 'deals', help: 'key of a deal' },
    { names: ['at'], required: true },
    { names: ['user'], required: true, of: 'users', help: 'key of a user' },
    { names: ['text'], required: true },
    { names: ['key'] },
  ]),
  entry: { prefix: 'comment', of: 'deal', known: ['at', 'user'] },
  row: (row, id) => ({
    id,
    recordId: row.required('deal', row.reference('deal'), ''),
    text: row.required('text', row.longText('text', 5000), ''),
    author: row.required('user', row.person('user'), { name: '', side: 'system' }),
    createdAt: row.required('at', row.instant('at'), ''),
  }),
  replace: replaceEntries((tables, records) => tables.comments.put(records), 'deal.commented'),
}
