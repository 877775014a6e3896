import { quoted } from '../problems.ts'

const errors = /^#[¡¿]?[\p{Lu}\d_/]{2,}[!?]$|^#(N\/[ADV]|NV|GETTING_DATA|#{2,})$/u
const formula = /^=\s*("|[-+(\d]|\$?[A-Z]+\$?\d|\p{Lu}[\p{Lu}\d.]*\()/u
// A spreadsheet always writes the sign; a code such as 2E10 has none.
const rounded = /^-?\d([.,]\d+)?E[+-]\d{2,3}$/i

/** Why a cell holds what a spreadsheet made of its value instead of the value, or undefined. */
export function spreadsheetObjection(cell: string): string | undefined {
  const [first] = cell
  if (first === '#' && errors.test(cell))
    return `${quoted(cell)} is an error of the spreadsheet. Mend the cell there and save the file again.`
  if (first === '=' && formula.test(cell))
    return `${quoted(cell)} is a formula. Save the file with values: 00123, not ="00123".`
  if (rounded.test(cell))
    return `${quoted(cell)} was rounded by the spreadsheet. Make its column text, enter the value again and save the file.`
  return undefined
}

/** Invisible characters that are never a part of a text: zero-width space, word joiner, byte order mark. */
const invisible = /[\u200b\u2060\ufeff]/g

/** The text of a cell without blanks around it and without characters that nobody sees. */
export function plainText(cell: string): string {
  return cell.replaceAll(invisible, '').trim()
}

/** A key or the name of a column, which no invisible character tells from another. */
export function plainKey(cell: string): string {
  return cell.replaceAll(/\p{Cf}/gu, '').trim()
}
