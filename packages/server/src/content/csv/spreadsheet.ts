import { quoted } from '../problems.ts'

// Errors end with a mark in most languages; "not available" is a fraction or a word of its own.
const errors =
  /^#[¡¿]?([\p{Lu}\d_/]{2,}|[\p{Lo}/]+)[!?]$|^#(\p{Lu}\/\p{Lu}|N\/A N\/A|N\/DISP|NV|NB|BRAK|YOK|HIÁNYZIK|NENÍ_K_DISPOZICI|NEDOSTUPNÝ|GETTING_DATA|#{2,})$|^(Err|Fehler|Erreur|Fout|Błąd|Chyba|Hiba|Fejl|Feil|Fel|Ошибка) ?:\s?5\d\d$/u
// A formula follows its sign at once, but for a quote, a number or a cell.
const formula =
  /^=(["'{[(@#\p{L}_\\]|\s*["(\d+-]|\s*\.\d|\s*\$?[A-Z]{1,3}\$?\d|\s*\p{Lu}[\p{Lu}\d.]*\()/u
// A spreadsheet always writes the sign; a code such as 2E10 has none, and no code has a comma.
const rounded = /^[-+−]?\d{1,3}([.,٫·]\d+)?E[-+−]\d{1,4}$|^-?\d,\d+E\d{1,3}$/i

/** Why a cell holds what a spreadsheet made of its value instead of the value, or undefined. */
export function spreadsheetObjection(cell: string): string | undefined {
  if (errors.test(cell))
    return `${quoted(cell)} is an error of the spreadsheet. Mend the cell there and save the file again.`
  if (formula.test(cell))
    return `${quoted(cell)} is a formula. Save the file with values: 00123, not ="00123".`
  if (rounded.test(cell))
    return `${quoted(cell)} was rounded by the spreadsheet. Make its column text, enter the value again and save the file.`
  return undefined
}

/** Invisible characters that are never a part of a text: zero-width space, word joiner, byte order mark. */
const invisible = /[\u200b\u2060\ufeff]/g

// Hangul fillers, variation selectors and an empty Braille cell are no format characters by their kind.
const unseen = /[\p{Cf}\p{Default_Ignorable_Code_Point}\u2800\ufffc]/gu

/** The text of a cell without blanks around it and without characters that nobody sees. */
export function plainText(cell: string): string {
  return cell.replaceAll(invisible, '').trim()
}

/** A key or the name of a column, which no invisible character tells from another. */
export function plainKey(cell: string): string {
  return cell.replaceAll(unseen, '').trim()
}
