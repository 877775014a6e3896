import type { CommentRecord } from '../store/records.ts'
import type { EntryFile } from './entries.ts'

/** `comments.csv`: what was said about deals. */
export const comments: EntryFile<CommentRecord> = {
  prefix: 'comment',
  columns: { names: ['deal', 'at', 'user', 'text'], required: ['deal', 'at', 'user', 'text'] },
  record: (row, base, author) => ({
    ...base,
    text: row.required('text', row.longText('text', 5000), ''),
    author: row.required('user', author, author),
    createdAt: row.required('at', row.instant('at'), ''),
  }),
  list: (tables, dealId, paging) => tables.comments.list(dealId, paging),
  insert: (tables, comment) => tables.comments.insert(comment),
}
