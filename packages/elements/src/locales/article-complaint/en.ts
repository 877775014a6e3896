/** The texts of a reader's note on what an article lacks. */
export const messages = {
  missing: 'The article is …',
  reasonOutdated: 'out of date',
  reasonIncorrect: 'wrong',
  reasonIncomplete: 'incomplete',
  reasonUnclear: 'hard to understand',
  reasonOther: 'something else',
  missingText: 'Your note: what is missing? (optional)',
  send: 'Send',
} as const
