import { customerKeys } from '../rules/customers/customers.ts'
import type { AccountRecord } from '../store/records.ts'
import { columnsOf } from './csv/columns.ts'
import type { Table } from './csv/table.ts'

/** `accounts.csv`: customers whom the vendor keeps for itself (`house`) or for named partners (`named`). */
export const accounts: Table<AccountRecord> = {
  file: 'accounts.csv',
  kind: 'accounts',
  columns: columnsOf([
    { names: ['key', 'companyName'], required: true },
    { names: ['kind'], required: true, help: '`named` or `house`' },
    { names: ['website', 'country'] },
  ]),
  row(row, id) {
    const companyName = row.required('companyName', row.text('companyName'), '')
    const kind = row.required<'named' | 'house'>(
      'kind',
      row.oneOf('kind', ['named', 'house']),
      'named',
    )
    const [website, country] = [row.url('website'), row.country('country')]
    const customer = { companyName, ...(website && { website }), ...(country && { country }) }
    return { id, ...customer, kind, customerKeys: customerKeys(customer) }
  },
  replace: (tables, { records }) => tables.accounts.put(records),
}
