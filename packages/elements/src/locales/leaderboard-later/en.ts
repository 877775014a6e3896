/** The texts of the points behind a place on a leaderboard. */
export const messages = {
  points: 'Points',
  pointsOf: 'Points in {period}',
  pointsNone: 'No points in this period.',
  pointsOthers: 'Points of your colleagues',
  pointsSum: 'Sum',
  pointsReversed: 'Taken back later',
  pointsReversal: 'Takes points back',
  pointsCapped: 'Limited by the rule',
  pointsValidUntil: 'Counts until {date}',
  pointsRules: 'How points are earned',
  pointsDate: 'Date',
  pointsReason: 'Reason',
  pointsBack: 'Back to the board',
  pointsMore: 'Show earlier points',
} as const
