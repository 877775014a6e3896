/** The texts of a form after the first key: its errors, and its values to be read once more. */
export const messages = {
  summaryTitle: { one: 'Fix {n} field', other: 'Fix {n} fields' },
  summaryOther: 'Not in this form: {detail}',
  reviewEdit: 'Edit',
  reviewEmpty: 'Not filled in: {fields}',
  reviewTotal: 'Total',
} as const
