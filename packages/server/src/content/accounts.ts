import { customerKeys } from '../rules/deals/customers.ts'
import type { Table } from './table.ts'

/** `accounts.csv`: customers whom the vendor keeps for itself (`house`) or for named partners (`named`). */
export const accounts: Table<'accounts'> = {
  kind: 'accounts',
  columns: {
    names: ['key', 'companyName', 'website', 'country', 'kind'],
    required: ['key', 'companyName', 'kind'],
  },
  references: [],
  record(row, id) {
    const companyName = row.required('companyName', row.text('companyName'), '')
    const kind = row.required<'named' | 'house'>(
      'kind',
      row.oneOf('kind', ['named', 'house']),
      'named',
    )
    const customer = { companyName, website: row.url('website'), country: row.country('country') }
    return { id, companyName, kind, customerKeys: customerKeys(customer) }
  },
}
