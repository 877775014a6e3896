/** The texts of a form after the first key: its errors, and its values to be read once more. */
export const messages = {
  summaryTitle: { one: '{n} entry needs your attention', other: '{n} entries need your attention' },
  summaryOther: 'Not in this form: {detail}',
  reviewEdit: 'Change',
  reviewEmpty: 'Not filled in: {fields}',
  reviewTotal: 'Total',
} as const
