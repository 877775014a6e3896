import { bringPartners } from '../routes/tiers/bring.ts'
import type { PartnerRecord } from '../store/records.ts'
import { columnsOf } from './csv/columns.ts'
import type { Table } from './csv/table.ts'

const kinds = ['reseller', 'distributor', 'agency'] as const

/** `partners.csv`: the organisations that sell for the vendor. */
export const partners: Table<PartnerRecord> = {
  file: 'partners.csv',
  kind: 'partners',
  keepsSaid: true,
  columns: columnsOf([
    { names: ['key', 'name'], required: true },
    { names: ['kind'], help: '`reseller`, `distributor` or `agency`; else a reseller' },
    { names: ['tier', 'region'], help: 'your own words, by which content chooses its readers' },
    { names: ['country'] },
    { names: ['distributor'], of: 'partners', help: 'key of a partner' },
    { names: ['active', 'externalId.'] },
  ]),
  row(row, id, key) {
    const tier = row.text('tier', 64)
    const region = row.text('region', 64)
    const country = row.country('country')
    const distributorId = row.reference('distributor')
    if (distributorId === id) row.wrong('distributor', 'A partner cannot be its own distributor.')
    return {
      id,
      externalIds: row.externalIds(key),
      name: row.required('name', row.text('name'), ''),
      kind: row.oneOf('kind', kinds) ?? 'reseller',
      ...(tier !== undefined && { tier }),
      ...(region !== undefined && { region }),
      ...(country !== undefined && { country }),
      ...(distributorId !== undefined && { distributorId }),
      active: row.flag('active') ?? true,
    }
  },
  async replace(tables, { records, changed, said, at }) {
    const current = await tables.partners.many(changed.map(({ record }) => record.id))
    const merged = new Map(
      changed.flatMap(({ key, record }) => {
        const before = current.find(({ id }) => id === record.id)
        const { tier: _, ...rest } = record
        // A row that says the tier it said before does not undo what the programme has changed.
        const isOld = before && said.get(key) && said.get(key)?.tier === record.tier
        const tier = isOld ? before.tier : record.tier
        return [[record.id, { ...rest, ...(tier !== undefined && { tier }) }] as const]
      }),
    )
    await bringPartners(
      tables,
      records.map((record) => merged.get(record.id) ?? record),
      at,
    )
  },
}
