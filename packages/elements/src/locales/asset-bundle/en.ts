/** The texts of the zip file and of the link that are made of several assets. */
export const messages = {
  chosen: { one: '{n} asset selected', other: '{n} assets selected' },
  chooseNone: 'Clear selection',
  zip: 'Download as zip',
  making: 'The zip file is being made…',
  packed: '{done} of {files} files',
  zipReady: 'The zip file is ready ({size}). It is kept until {until}.',
  zipAgain: 'Download again',
  zipOver: 'The zip file has expired. Download it as zip once more.',
  zipFailed: 'The zip file could not be made.',
  termsFirst: 'Open these assets and accept their terms first:',
  notShared: 'The vendor lets nobody share these:',
  shareChosen: 'Share with a customer',
} as const
