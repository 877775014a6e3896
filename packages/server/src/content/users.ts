import { Language, Role } from '@prmkit/contract'
import { partnerNames } from '../routes/boards/give.ts'
import { rebuildBoardsOfRoles } from '../routes/boards/rebuild.ts'
import { followMove } from '../routes/training/departures.ts'
import type { UserRecord } from '../store/records.ts'
import { columnsOf, split } from './csv/columns.ts'
import { quoted } from './problems.ts'
import type { Table } from './csv/table.ts'

/** `users.csv`: people of the partners and of the vendor. */
export const users: Table<UserRecord> = {
  file: 'users.csv',
  kind: 'users',
  columns: columnsOf([
    { names: ['key', 'name', 'email'], required: true },
    {
      names: ['role'],
      required: true,
      help: '`partner_admin`, `partner_seller` or `vendor_manager`',
    },
    {
      names: ['partners'],
      of: 'partners',
      keys: split,
      help: 'keys of partners; for a vendor manager the portfolio',
    },
    {
      names: ['access'],
      help: '`own` or `company`: what a seller sees; `all`: a vendor manager without a portfolio, who sees every partner',
    },
    { names: ['language', 'active', 'externalId.'] },
  ]),
  row(row, id, key) {
    const role = row.required('role', row.oneOf('role', Role.options), 'partner_seller')
    const language = row.cell('language')
    if (language !== undefined && !Language.safeParse(language).success)
      row.wrong('language', `${quoted(language)} is not the tag of a language, such as de.`)
    const partnerIds = row.references('partners')
    if (role !== 'vendor_manager' && row.list('partners').length === 0)
      row.wrong('partners', 'Somebody who is no vendor manager needs a partner.')
    const access = row.oneOf('access', ['own', 'company', 'all'])
    const all = row.list('partners').length === 0
    if (role !== 'vendor_manager' && access === 'all')
      row.wrong('access', 'Only a vendor manager can have “all”.')
    // A cell that was emptied must not open every partner's records.
    else if (role === 'vendor_manager' && all !== (access === 'all'))
      row.wrong(
        all ? 'partners' : 'access',
        all
          ? 'A vendor manager needs partners here, or “all” in the column access.'
          : 'A vendor manager with partners here sees these; leave access empty, or name none.',
      )
    return {
      id,
      externalIds: row.externalIds(key),
      name: row.required('name', row.text('name'), ''),
      email: row.required('email', row.email('email'), ''),
      ...(language !== undefined && { language }),
      role,
      partnerIds: [...new Set(partnerIds)],
      companyWide: access === 'company',
      active: row.flag('active') ?? true,
    }
  },
  /** Somebody who was erased does not come back by an old file. */
  async replace(tables, { records, added, changed, at }) {
    const known = await tables.users.many(records.map(({ id }) => id))
    const erased = new Set(known.flatMap((user) => (user.erased ? [user.id] : [])))
    const used = [...added, ...changed].filter(({ record }) => !erased.has(record.id))
    const roles = new Map(known.map(({ id, role }) => [id, role]))
    const moved = used.flatMap(({ record: { id, role, partnerIds } }) =>
      roles.has(id) && roles.get(id) !== role ? partnerIds : [],
    )
    await tables.points.lockNames(partnerNames(moved))
    await tables.users.put(used.map(({ record }) => record))
    const before = new Map(known.map((user) => [user.id, user]))
    for (const { record } of used) {
      const user = before.get(record.id)
      if (user) await followMove({ tables, now: at, requestId: 'import' }, user, record)
    }
    if (moved.length > 0) await rebuildBoardsOfRoles(tables, at)
    return used
  },
  find: (tables, ids) => tables.users.many(ids),
}
