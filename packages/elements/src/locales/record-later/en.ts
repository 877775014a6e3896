/** The texts of what is written and sent about a record. */
export const messages = {
  messages: 'Messages',
  partnerOnly: 'only your company reads this',
  noMessages: 'No messages yet. {vendor} reads the messages that you write here.',
  noPartnerMessages: 'No messages yet. Only your company reads the messages that you write here.',
  write: 'Your message',
  room: { one: '{n} character left', other: '{n} characters left' },
  tooLong: 'A message has {n} characters at most. Shorten it by {over}.',
  send: 'Send',
  messageSent: 'Your message was sent.',
  stale: 'It has been changed meanwhile. Your entries are kept; check them and send again.',
  notKnown: 'It is not known yet whether that arrived',
  messageOpen:
    'It is not known yet whether your message arrived. Send it again: it counts only once.',
  messageOlder:
    'Your message had arrived as it was before. Your later changes are still here; they would be a new message.',
  actionOpen: 'It is not known yet whether this arrived. Send it again: it counts only once.',
  actionOlder:
    'An earlier version of this had arrived and counts. Your later changes were not sent.',
} as const
