/** The texts of the registration form. */
export const messages = {
  stepCheck: 'Availability',
  stepForm: 'Details',
  stepReview: 'Review',
  checkTitle: 'Is this account available?',
  checkIntro: 'Check before you fill in the whole form.',
  checkProducts: 'Products',
  checkRun: 'Check availability',
  checking: 'Checking…',
  checkSkip: 'Skip the check',
  checkContinue: 'Continue to the form',
  checkAnyway: 'Register anyway',
  back: 'Back',
  toReview: 'Review',
  optional: 'Optional fields ({n})',
  noForm: 'No registration form is open to you.',
} as const
