import { boardResource } from '../../routes/boards/resource.ts'
import { subjectOf } from '../../rules/boards/subjects.ts'
import type { UserRecord } from '../../store/records.ts'
import { columnsOf } from '../csv/columns.ts'
import type { Table } from '../csv/table.ts'
import { quoted, suggestion } from '../problems.ts'

/** A choice that was made outside the portal. */
interface ChoiceRow {
  id: string
  boardId: string
  subject: string
  visible: boolean
}

/** `board-choices.csv`: people and companies who agreed elsewhere to be named on a board, or do not want to. */
export const boardChoices: Table<ChoiceRow> = {
  file: 'board-choices.csv',
  kind: 'board-choices',
  columns: columnsOf([
    { names: ['key'], required: true },
    { names: ['board'], required: true, help: 'the id of a board of `boards.yaml`' },
    { names: ['partner'], required: true, of: 'partners', help: 'key of a partner' },
    { names: ['user'], of: 'users', help: 'key of a user there, on a board of people' },
    { names: ['shown'], required: true, help: '`yes`: agreed to be named; `no`: hidden' },
  ]),
  row(row, id, _key, { boards = [] }) {
    const name = row.required('board', row.text('board', 64), '')
    const board = boards.find((one) => one.id === name)
    const names = boards.map((one) => one.id)
    if (name !== '' && !board)
      row.wrong('board', `${quoted(name)} is no board.${suggestion(name, names)}`)
    const partnerId = row.required('partner', row.reference('partner'), '')
    const userId = row.reference('user')
    const isOfPeople = board?.subject === 'person'
    if (isOfPeople && userId === undefined && row.cell('user') === undefined)
      row.wrong('user', 'This is a board of people; name one.')
    if (board && !isOfPeople && userId !== undefined)
      row.wrong('user', 'This is a board of companies; leave the person out.')
    const user = row.record<UserRecord>('user', userId)
    if (user && !user.partnerIds.includes(partnerId))
      row.wrong('user', `${quoted(user.name)} does not work for this partner.`)
    const visible = row.required('shown', row.flag('shown'), false)
    if (board?.identity === 'own_only')
      row.wrong('board', 'This board shows nobody to others; there is nothing to choose.')
    const subject = subjectOf(board?.subject ?? 'partner', partnerId, userId)
    return { id, boardId: name, subject: subject ?? '', visible }
  },
  /** Keeps the choices, except where their owner has chosen in the portal since. */
  async replace(tables, { added, changed, said, at }) {
    for (const { record, key } of [...added, ...changed]) {
      const { boardId, subject, visible } = record
      const choice = await tables.boards.lockChoice(boardId, subject)
      const before = said.get(key)
      if (choice.visible !== undefined && choice.visible !== before?.visible) continue
      await tables.boards.choose(boardId, subject, { visible, revision: choice.revision + 1 })
      await tables.audit.append({
        ...{ at, action: visible ? 'board.shown' : 'board.hidden', requestId: 'import' },
        ...{ resource: boardResource.name, resourceId: boardId },
      })
    }
  },
  keepsSaid: true,
}
