export const messages = {
  unseenChecking: 'Checking that you are still signed in …',
  unseenRefused:
    'You are not signed in any more, so this is hidden. Sign in again: then it is back as you left it.',
  unseenOffline:
    'You are offline. This stays hidden until it is clear that you are still signed in.',
  unseenUnreachable:
    'It could not be checked whether you are still signed in. This stays hidden until then.',
  unseenRetry: 'Check again',
} as const
