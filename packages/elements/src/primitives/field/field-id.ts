/** The id of the control for a pointer, unique in its root. */
export const fieldId = (pointer: string): string =>
  'field' + pointer.replace(/[^A-Za-z0-9]/g, (sign) => `_${sign.charCodeAt(0)}_`)
