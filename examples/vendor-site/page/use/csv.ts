import { saveFile } from '../desk/save-file.ts'

/** A cell as RFC 4180 writes it; text that a spreadsheet would run as a formula gets an apostrophe. */
const cell = (text: string) => {
  const plain = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /["\r\n,;]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}

/** Lines of cells as a spreadsheet opens them (RFC 4180, UTF-8 with its mark). */
export const csvOf = (lines: readonly (readonly string[])[]): string =>
  '\ufeff' + lines.map((line) => line.map(cell).join(',') + '\r\n').join('')

/** Hands out lines of cells as a file. */
export const saveCsv = (name: string, lines: readonly (readonly string[])[]): void =>
  saveFile(`${name}.csv`, 'text/csv', csvOf(lines))
