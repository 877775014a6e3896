/** The texts of the list of registrations that come with what is loaded for them. */
export const messages = {
  customer: 'Customer',
  stage: 'Sales stage',
  value: 'Deal value',
  currency: 'Currency',
  number: 'Number',
  project: 'Project',
  created: 'Registered',
  expectedClose: 'Expected close date',
  protectedUntil: 'Protected until',
  ownerName: 'Owner',
  outcome: 'Outcome',
} as const
