/** The texts of the registration form. */
export const messages = {
  stepCheck: 'Availability',
  stepForm: 'Details',
  stepReview: 'Review',
  checkTitle: 'Is this customer free?',
  checkIntro: 'Find out before you fill in the whole form.',
  checkProducts: 'Products',
  checkRun: 'Check availability',
  checking: 'Checking…',
  checkSkip: 'Skip the check',
  checkContinue: 'Continue to the form',
  checkAnyway: 'Register all the same',
  back: 'Back',
  toReview: 'Review',
  noForm: 'There is no registration form for you.',
} as const
