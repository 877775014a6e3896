import { grouped, type Drawn } from '../field/frame.ts'
import { productLines } from './product-lines.ts'

/** The products of a deal. */
export const linesField = (drawn: Drawn) => grouped(drawn, productLines(drawn), true)
