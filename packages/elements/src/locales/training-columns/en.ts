/** The headings of the exported courses. */
export const messages = {
  columnTitle: 'Course',
  columnState: 'Status',
  columnProgress: 'Progress in percent',
  columnDue: 'Due',
} as const
