import { split } from './row.ts'
import type { Table } from './table.ts'

/** `partners.csv`: the organisations that sell for the vendor. */
export const partners: Table<'partners'> = {
  kind: 'partners',
  columns: {
    names: ['key', 'name', 'kind', 'tier', 'country', 'distributor', 'active'],
    required: ['key', 'name'],
    prefixes: ['externalId.'],
  },
  references: [{ column: 'distributor', kind: 'partners', keys: split }],
  record(row, id, key) {
    const tier = row.text('tier', 64)
    const country = row.country('country')
    const distributorId = row.reference('distributor', 'partners')
    if (distributorId === id) row.wrong('distributor', 'A partner cannot be its own distributor.')
    return {
      id,
      externalIds: row.externalIds(key),
      name: row.required('name', row.text('name'), ''),
      kind: row.oneOf('kind', ['reseller', 'distributor', 'agency']) ?? 'reseller',
      ...(tier !== undefined && { tier }),
      ...(country !== undefined && { country }),
      ...(distributorId !== undefined && { distributorId }),
      active: row.flag('active') ?? true,
    }
  },
}
