import type { Table } from './table.ts'

/** `comments.csv`: what was said about deals. */
export const comments: Table<'comments'> = {
  kind: 'comments',
  columns: {
    names: ['key', 'deal', 'at', 'user', 'text'],
    required: ['deal', 'at', 'user', 'text'],
  },
  references: [
    { column: 'deal', kind: 'deals', keys: (cell) => [cell] },
    { column: 'user', kind: 'users', keys: (cell) => [cell] },
  ],
  entry: { prefix: 'comment', known: ['at', 'user'] },
  record: (row, id) => ({
    id,
    dealId: row.required('deal', row.reference('deal', 'deals'), ''),
    text: row.required('text', row.longText('text', 5000), ''),
    author: row.required('user', row.person('user'), { name: '', side: 'system' }),
    createdAt: row.required('at', row.instant('at'), ''),
  }),
}
