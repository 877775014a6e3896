/** The texts of the assets that fit a registration. */
export const messages = {
  suggested: 'Content for this registration',
  takeNamed: 'Download: {name}',
} as const
