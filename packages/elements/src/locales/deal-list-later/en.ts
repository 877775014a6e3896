/** The texts of the list of registrations that come with what is loaded for them. */
export const messages = {
  customer: 'Customer',
  stage: 'Stage',
  value: 'Value',
  currency: 'Currency',
  number: 'Number',
  project: 'Project',
  created: 'Registered',
  expectedClose: 'Expected close',
  protectedUntil: 'Protected until',
  ownerName: 'Owner',
  outcome: 'Outcome',
} as const
