import { laterStyles } from './later.styles.ts'

// What comes after the form, in one chunk.
export { reviewStep } from './review-step.ts'
export { rivalNote } from './rival-note.ts'
export { sentStep } from './sent-step.ts'

/** Adds the look of the later steps to a form. */
export function dress({ adoptedStyleSheets: sheets }: ShadowRoot): void {
  const { styleSheet } = laterStyles
  if (styleSheet && !sheets.includes(styleSheet)) sheets.push(styleSheet)
}
