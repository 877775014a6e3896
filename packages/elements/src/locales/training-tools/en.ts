/** The texts of the transcript. */
export const messages = {
  transcript: 'Transcript (CSV)',
  transcriptSaved: 'The transcript is saved.',
  columnTitle: 'Course',
  columnPath: 'Learning path',
  columnState: 'Status',
  columnProgress: 'Progress in percent',
  columnScore: 'Score in percent',
  columnEnrolled: 'Enrolled',
  left: 'Withdrawn',
} as const
