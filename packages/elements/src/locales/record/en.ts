/** The texts that every record page shares. */
export const messages = {
  copyLink: 'Copy link',
  copied: 'The link is copied.',
  files: 'Files',
  noFiles: 'No files are attached.',
  addFiles: 'Attach files',
  removeFile: 'Remove {name}',
  history: 'History',
  notDone: 'That failed',
  done: 'Saved.',
  fileAttached: 'File attached',
  fileDetached: 'File removed',
} as const
