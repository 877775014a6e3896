/** The texts of saved views. */
export const messages = {
  views: 'Saved views',
  saveView: 'Save this view',
  viewName: 'Name of the view',
  save: 'Save',
  forgetView: 'Delete the view {name}',
} as const
