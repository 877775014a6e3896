import { Phone, WebUrl, type Person } from '@prmkit/contract'
import { currencyScale, emailLength, emailPattern, type Amount } from '@prmkit/contract/rules'
import type { UserRecord } from '../../store/records.ts'
import { split } from './columns.ts'
import type { Dates } from './dates.ts'
import type { Header } from './header.ts'
import { parseDecimal, type NumberForm } from './numbers.ts'
import { quoted, suggestion, type Place } from '../problems.ts'
import type { References } from '../references.ts'
import { RowCells } from './row-cells.ts'

/** The means by which the cells of a row are read. */
export interface Reading {
  dates: Dates
  numbers: NumberForm
  references: References
}

/** One row of a file: gives typed values by column and gathers everything that is wrong. */
export class Row extends RowCells {
  readonly #reading: Reading

  /** `places` gives the place of each column, where a row does not stand on one line. */
  constructor(
    header: Header,
    place: Place,
    cells: readonly string[],
    reading: Reading,
    places?: ReadonlyMap<string, Place>,
  ) {
    super(header, place, cells, places)
    this.#reading = reading
  }

  email(column: string): string | undefined {
    const isOne = (value: string) => value.length <= emailLength && emailPattern.test(value)
    return this.#matching(column, isOne, 'an e-mail address')
  }

  phone(column: string): string | undefined {
    return this.#matching(
      column,
      (value) => Phone.safeParse(value).success,
      'a telephone number. Write it with its country and without blanks: +494215550132',
    )
  }

  url(column: string): string | undefined {
    const value = this.cell(column)
    const simple = /^https?:\/\/[a-z0-9.-]+\.[a-z]{2,}(\/[\w./-]{0,999})?$/
    if (value === undefined || simple.test(value)) return value
    const full = /^[a-z][a-z0-9+.-]*:/i.test(value) ? value : `https://${value}`
    return WebUrl.safeParse(full).success && full.includes('.')
      ? full
      : this.wrong(column, `${quoted(value)} is not a web address. Write https://www.example.com.`)
  }

  #matching(column: string, isOne: (value: string) => boolean, what: string): string | undefined {
    const value = this.cell(column)
    if (value === undefined || isOne(value)) return value
    // The value is personal data, and this goes into the log.
    return this.wrong(column, `The text is not ${what}.`)
  }

  oneOf<Value extends string>(column: string, values: readonly Value[]): Value | undefined {
    const value = this.cell(column)
    return value === undefined ? undefined : this.#oneOf(column, value, values)
  }

  /** The values of a cell with several, each one of these. */
  oneOfEach<Value extends string>(column: string, values: readonly Value[]): Value[] {
    return this.list(column).flatMap((value) => this.#oneOf(column, value, values) ?? [])
  }

  #oneOf<Value extends string>(
    column: string,
    value: string,
    values: readonly Value[],
  ): Value | undefined {
    if (values.includes(value as Value)) return value as Value
    const listed = values.length > 12 ? '' : ` Possible: ${values.join(', ')}.`
    const near = suggestion(value, values)
    return this.wrong(column, `${quoted(value)} is not known.${near || listed}`)
  }

  flag(column: string): boolean | undefined {
    const value = this.cell(column)?.toLowerCase()
    if (value === undefined) return undefined
    if (['yes', 'true', '1', 'ja', 'oui'].includes(value)) return true
    if (['no', 'false', '0', 'nein', 'non'].includes(value)) return false
    return this.wrong(column, `${quoted(value)} is neither yes nor no.`)
  }

  whole(column: string, min: number, max: number): number | undefined {
    const value = this.cell(column)
    return value === undefined ? undefined : this.wholeOf(column, value, min, max)
  }

  wholeOf(column: string, text: string, min: number, max: number): number | undefined {
    if (/^-?\d{1,9}$/.test(text) && Number(text) >= min && Number(text) <= max) return Number(text)
    return this.wrong(column, `${quoted(text)} is not a whole number from ${min} to ${max}.`)
  }

  number(column: string): number | undefined {
    const value = this.cell(column)
    const decimal = value === undefined ? undefined : this.#decimal(column, value)
    return decimal === undefined ? undefined : Number(decimal)
  }

  #decimal(column: string, text: string): string | undefined {
    const decimal = parseDecimal(text, this.#reading.numbers)
    return decimal ?? this.wrong(column, `${quoted(text)} is not a number. Write 1234.50.`)
  }

  currency(column: string): string | undefined {
    const value = this.cell(column)
    if (value === undefined || /^[A-Z]{3}$/.test(value)) return value
    return this.wrong(column, `${quoted(value)} is not the code of a currency, such as EUR.`)
  }

  country(column: string): string | undefined {
    const value = this.cell(column)
    if (value === undefined || /^[A-Z]{2}$/.test(value)) return value
    return this.wrong(column, `${quoted(value)} is not the code of a country, such as DE.`)
  }

  money(column: string, text: string, currency: string): Amount | undefined {
    const decimal = this.#decimal(column, text)
    if (decimal === undefined) return undefined
    const [whole = '', decimals = ''] = decimal.split('.')
    const scale = currencyScale(currency)
    if (decimals.length > scale)
      return this.wrong(
        column,
        `${quoted(text)} has more decimals than ${currency} has (${scale}). Write 1234${scale ? `.${'50'.padEnd(scale, '0')}` : ''}.`,
      )
    if (whole.length > 15) return this.wrong(column, `${quoted(text)} is too much.`)
    return { amount: scale ? `${whole}.${decimals.padEnd(scale, '0')}` : whole, currency }
  }

  date(column: string): string | undefined {
    const value = this.cell(column)
    if (value === undefined) return undefined
    const hint = 'Write 2026-03-31, or today+30.'
    const date = this.#reading.dates.date(value)
    return date ?? this.wrong(column, `${quoted(value)} is not a date. ${hint}`)
  }

  /** The last instant of a date in the vendor's time zone. */
  endOfDay(column: string): string | undefined {
    const date = this.date(column)
    return date && this.#reading.dates.endOf(date)
  }

  instant(column: string): string | undefined {
    const value = this.cell(column)
    if (value === undefined) return undefined
    const hint = 'Write 2026-03-31 14:05, or today-12 14:05.'
    const instant = this.#reading.dates.instant(value)
    return instant ?? this.wrong(column, `${quoted(value)} is not a time. ${hint}`)
  }

  /** The parts of a cell that holds several values, separated by `|`. */
  list(column: string): string[] {
    const value = this.cell(column)
    return value === undefined ? [] : split(value)
  }

  /** The id of the record that a key names. */
  reference(column: string, key = this.cell(column)): string | undefined {
    if (key === undefined) return undefined
    const kind = this.#kind(column)
    const id = this.#reading.references.id(kind, key)
    return id ?? this.wrong(column, this.#reading.references.missing(kind, key))
  }

  /** The ids of the records that the keys in a cell name. */
  references(column: string): string[] {
    return this.list(column).flatMap((key) => this.reference(column, key) ?? [])
  }

  /** A record that `reference` found, where its table can find records. */
  record<Record>(column: string, id: string | undefined): Record | undefined {
    return id === undefined
      ? undefined
      : (this.#reading.references.record(this.#kind(column), id) as Record | undefined)
  }

  #kind(column: string): string {
    const found = this.header.columns.references.find((one) => one.column === column)
    if (!found) throw new Error(`The column ${column} is not declared to hold keys.`)
    return found.kind
  }

  /** The row's key and its `externalId.…` columns. */
  externalIds(key: string): Record<string, string> {
    const ids: Record<string, string> = { key }
    for (const { column, name } of this.header.family('externalId.')) {
      const value = this.text(column)
      if (value !== undefined) ids[name] = value
    }
    return ids
  }

  /** The user whom a cell names, as other people see them; the system where it is empty. */
  person(column: string): Person {
    const user = this.record<UserRecord>(column, this.reference(column))
    if (!user) return { name: 'System', side: 'system' }
    const side = user.role === 'vendor_manager' ? 'vendor' : 'partner'
    return { userId: user.id, name: user.name, side }
  }
}
