import { accounts } from './accounts.ts'
import { announcements } from './announcements.ts'
import { boardChoices } from './boards/choices.ts'
import { points } from './boards/points.ts'
import { comments } from './deals/comments.ts'
import { deals } from './deals/deals.ts'
import { partners } from './partners.ts'
import { products } from './products.ts'
import type { Table } from './csv/table.ts'
import { timeline } from './deals/timeline.ts'
import { enrolments } from './training/enrolments.ts'
import { users } from './users.ts'

/** The files with rows, in the order in which they refer to one another. */
export const tables: readonly Table[] = [
  products,
  partners,
  users,
  accounts,
  deals,
  comments,
  timeline,
  announcements,
  boardChoices,
  points,
]

/** The files with rows that refer to the courses of `training`, and come after them. */
export const trainingTables: readonly Table[] = [enrolments]
