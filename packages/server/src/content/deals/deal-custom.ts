import type { Row } from '../csv/row.ts'
import type { Programme } from '../csv/table.ts'
import type { DealRecord } from '../../store/deals.ts'

/** The vendor's own fields and the consents: columns `custom.…` and `consent.…`. */
export function readCustom(
  row: Row,
  programme: Programme,
  at: string,
): Pick<DealRecord, 'custom' | 'consents'> {
  const custom: DealRecord['custom'] = {}
  for (const { column, name } of row.header.family('custom.')) {
    if (row.cell(column) === undefined) continue
    const value = readValue(row, column, programme.fieldTypes.get(`/custom/${name}`))
    if (value !== undefined) custom[name] = value
  }
  const consents: DealRecord['consents'] = {}
  for (const { column, name } of row.header.family('consent.')) {
    const version = row.text(column, 50)
    if (version !== undefined) consents[name] = { version, given: true, at }
  }
  return { custom, consents }
}

/** A value of the type that the deal form gives the field; without one it is text. */
function readValue(row: Row, column: string, type: string | undefined): unknown {
  switch (type) {
    case 'number':
      return row.number(column)
    case 'yes_no':
      return row.flag(column)
    case 'date':
      return row.date(column)
    case 'multi_choice':
      return row.list(column)
    case 'money': {
      const [, amount, currency] = /^(.*?)\s*([A-Z]{3})$/.exec(row.cell(column) ?? '') ?? []
      return amount && currency
        ? row.money(column, amount, currency)
        : row.wrong(column, 'Write the amount with its currency: 1234.50 EUR.')
    }
    default:
      return row.longText(column, 10_000)
  }
}
