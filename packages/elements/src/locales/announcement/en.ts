/** The texts of one announcement. */
export const messages = {
  back: 'All announcements',
  acknowledge: 'Acknowledge',
  acknowledgeHint: 'Confirm that you have read this announcement.',
  acknowledgeDone: 'Your acknowledgement is recorded.',
  over: 'This announcement was valid until {date}.',
} as const
