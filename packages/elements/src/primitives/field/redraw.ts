import { setChildPartValue } from 'lit/directive-helpers.js'
import type { ChildPart, Directive } from 'lit/directive.js'
import { unwrapFonts } from '../../base/unwrap-fonts.ts'

/** Draws a directive anew in its place, also where a page translator changed the text. */
export function redraw(place: ChildPart, value: unknown, by: Directive): void {
  unwrapFonts(place.parentNode as ParentNode)
  setChildPartValue(place, value, by)
}
