/** The texts of form fields. */
export const messages = {
  requiredMark: 'required',
  choose: 'Choose…',
  yes: 'Yes',
  no: 'No',
  currency: 'Currency',
  charactersLeft: { one: '{n} character left', other: '{n} characters left' },
  charactersOver: { one: '{n} character too many', other: '{n} characters too many' },
  consentLink: 'Read the full text',
  consentVersion: 'Version {version}',

  partFailed: 'This part could not be loaded. Check your connection and try again.',

  dropFiles: 'Drop files here, or',
  chooseFiles: 'Choose files',
  fileLimits: 'Up to {size} each',
  fileRemove: 'Remove {name}',

  lineAdd: 'Add a product',
  linePaste: 'You can also paste rows from a spreadsheet: product, quantity, unit price.',

  errorOther: 'Check this entry.',
} as const
