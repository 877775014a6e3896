/** The texts that every widget shares. */
export const messages = {
  retry: 'Try again',
  cancel: 'Cancel',
  close: 'Close',
  loading: 'Loading…',
  empty: 'There is nothing here yet.',
  signedOut: 'You are signed out. Load this page again to sign in.',
  offline: 'You are offline. What you see may be out of date.',
  degraded: 'Some things could not be loaded.',
  errorTitle: 'This could not be loaded',
  errorUnknown: 'Something went wrong on our side. Nothing you entered is lost.',
  errorNetwork: 'The server cannot be reached. Check your connection and try again.',
  errorSession: 'Your session has ended. Sign in again to continue.',
  errorForbidden: 'You may not see this. Ask your partner administrator for access.',
  errorNotFound: 'This does not exist, or you may not see it.',
  errorRateLimited: 'Too many requests. Wait a moment, then try again.',
  requestId: 'Reference: {id}',
} as const
