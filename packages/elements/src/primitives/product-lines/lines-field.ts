import { grouped, type Drawn } from '../field/frame.ts'
import { productLines } from './product-lines.ts'

/** The product lines of a record. */
export const linesField = (drawn: Drawn) => grouped(drawn, productLines(drawn), true)
