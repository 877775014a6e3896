import { DealStatus } from '@prmkit/contract'
import { totalMoney } from '@prmkit/contract/rules'
import { customerKeys } from '../../rules/customers/customers.ts'
import { award } from '../../routes/boards/award.ts'
import { sumErrors } from '../../rules/deals/form.ts'
import { deedsOf } from '../../rules/deals/deeds.ts'
import { dealColumns } from './deal-columns.ts'
import { readCustom } from './deal-custom.ts'
import { dealForm, dealProgramme } from './deal-programme.ts'
import { readLines } from './deal-lines.ts'
import { readProgress } from './deal-progress.ts'
import { quoted, suggestion } from '../problems.ts'
import { mergeDeal, changeEvent } from './merge-deal.ts'
import type { Row } from '../csv/row.ts'
import type { Programme, Table } from '../csv/table.ts'
import type { DealRecord } from '../../store/deals.ts'

/** `deals.csv`: registrations that exist already, in whatever status. */
export const deals: Table<DealRecord> = {
  file: 'deals.csv',
  kind: 'deals',
  columns: dealColumns,
  keepsSaid: true,
  programme: dealProgramme,
  form: dealForm,
  row(row, id, key, programme) {
    const status = row.required('status', row.oneOf('status', DealStatus.options), 'draft')
    const customer = readCustomer(row)
    const contact = readContact(row)
    const createdAt = row.instant('createdAt') ?? row.instant('submittedAt') ?? programme.now
    const progress = readProgress(row, status, createdAt, programme)
    const updatedAt = row.instant('updatedAt') ?? progress.submittedAt ?? createdAt
    const duplicateOf = row.reference('duplicateOf')
    const externalIds = row.externalIds(key)
    return {
      id,
      number: row.text('number', 64) ?? key,
      externalIds,
      vendorIds: Object.keys(externalIds),
      ...readPartners(row, status),
      createdAt,
      updatedAt,
      revision: 1,
      status,
      name: row.text('name') ?? customer.companyName,
      customer,
      ...(contact && { contact }),
      ...readOpportunity(row, programme),
      ...readCustom(row, programme, progress.submittedAt ?? createdAt),
      ...progress,
      customerKeys: customerKeys(customer, contact?.email),
      fileIds: [],
      resubmissions: row.whole('resubmissions', 0, 100) ?? 0,
      appealed: row.flag('appealed') ?? false,
      ...(status === 'duplicate' && { conflictCode: 'registered' }),
      conflictDealIds: duplicateOf === undefined ? [] : [duplicateOf],
    }
  },
  async replace(tables, { added, changed, records, said, at }) {
    const { deals: stored, events } = tables
    const created = added.map(({ record }) => record)
    if (created.length > 0) {
      await stored.insert(...created)
      await events.append(...created.map((deal) => changeEvent(deal, 'deal.created', at)))
    }
    const found = await stored.lockMany(changed.map(({ record }) => record.id))
    const current = new Map(found.map((deal) => [deal.id, deal]))
    // A draft that its partner has deleted stays deleted.
    const updated = changed.flatMap(({ key, record }) => {
      const before = current.get(record.id)
      return before ? [mergeDeal(before, said.get(key) ?? before, record, at)] : []
    })
    if (updated.length > 0) {
      await stored.update(...updated)
      await events.append(
        ...updated.map((deal) => changeEvent(deal, 'deal.updated', at, current.get(deal.id))),
      )
    }
    // Row by row: the room below the bound of a rule goes to the rows that come first.
    const written = new Map([...created, ...updated].map((deal) => [deal.id, deal]))
    await award(tables, records.flatMap(({ id }) => written.get(id) ?? []).flatMap(deedsOf), at)
  },
}

/** Without what is undefined: `exactOptionalPropertyTypes` tells absent from undefined. */
function present<Fields extends object>(fields: Fields) {
  for (const name in fields) if (fields[name] === undefined) delete fields[name]
  return fields as { [Name in keyof Fields]?: Exclude<Fields[Name], undefined> }
}

function readCustomer(row: Row): DealRecord['customer'] {
  return {
    companyName: row.required('companyName', row.text('companyName'), ''),
    ...present({
      website: row.url('website'),
      country: row.country('country'),
      street: row.text('street'),
      city: row.text('city', 100),
      postalCode: row.text('postalCode', 20),
      industry: row.text('industry', 100),
    }),
  }
}

function readContact(row: Row): DealRecord['contact'] {
  const contact = present({
    firstName: row.text('contactFirstName', 100),
    lastName: row.text('contactLastName', 100),
    jobTitle: row.text('contactJobTitle', 100),
    email: row.email('contactEmail'),
    phone: row.phone('contactPhone'),
  })
  return Object.keys(contact).length > 0 ? contact : undefined
}

function readPartners(
  row: Row,
  status: DealStatus,
): Pick<DealRecord, 'partners' | 'ownerUserId' | 'distributorId'> {
  const owner = row.required('partner', row.reference('partner'), '')
  const distributorId = row.reference('distributor')
  const ownerUserId = row.reference('owner')
  const collaborators = row.references('collaborators')
  return {
    partners: [
      { partnerId: owner, role: 'owner' },
      // A draft is its partner's own until it is sent in.
      ...(distributorId === undefined || status === 'draft'
        ? []
        : [{ partnerId: distributorId, role: 'distributor' as const }]),
      ...collaborators.map((partnerId) => ({ partnerId, role: 'collaborator' as const })),
    ],
    ...(ownerUserId !== undefined && { ownerUserId }),
    ...(distributorId !== undefined && { distributorId }),
  }
}

function readOpportunity(row: Row, { settings }: Programme) {
  const currency = row.currency('currency')
  if (currency !== undefined && settings && !settings.currencies.includes(currency))
    row.wrong(
      'currency',
      `${quoted(currency)} is not one of vendor.yaml: ${settings.currencies.join(', ')}.`,
    )
  const lines = readLines(row, currency)
  for (const { detail } of sumErrors({ lines })) row.wrong('lines', detail)
  const written = row.cell('amount')
  const amount = written && currency ? row.money('amount', written, currency) : undefined
  if (written && currency === undefined)
    row.wrong('amount', 'An amount needs a currency: fill in the column currency.')
  const stage = row.cell('stage')
  const stages = settings?.deals?.stages.map(({ value }) => value)
  if (stage !== undefined && stages && !stages.includes(stage))
    row.wrong(
      'stage',
      `${quoted(stage)} is not a stage of vendor.yaml.${suggestion(stage, stages)}`,
    )
  return {
    lines,
    totals: totalMoney(lines.flatMap((line) => line.amount ?? [])),
    ...present({
      type: row.oneOf('type', ['new', 'renewal', 'expansion']),
      problem: row.longText('problem', 10_000),
      amount,
      expectedCloseDate: row.date('expectedCloseDate'),
      stage,
      nextStep: row.longText('nextStep', 2000),
    }),
  }
}
