import type { Deal } from '@prmkit/contract'

/** The most registrations of a part that the desk puts in order and searches itself. */
export const most = 500

/** Tells whether the decision on a registration is overdue. */
export const isOverdue = ({ status, decisionDueAt }: Deal, now = Date.now()): boolean =>
  ['submitted', 'under_review'].includes(status) &&
  decisionDueAt !== undefined &&
  Date.parse(decisionDueAt) < now

/** Registrations in the order of their decisions, the first due first; those without a date come last. */
export const dueFirst = (deals: readonly Deal[]): Deal[] =>
  deals.toSorted((one, other) => dueOf(one) - dueOf(other))

const dueOf = ({ decisionDueAt }: Deal) =>
  decisionDueAt === undefined ? Number.MAX_SAFE_INTEGER : Date.parse(decisionDueAt)

const folded = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** Tells whether a registration has every word of a search in its number, names, partners or owner. */
export function hasWords(deal: Deal, search: string): boolean {
  const { number, name, customer, partners, ownerName } = deal
  const names = partners.map((partner) => partner.name)
  const text = folded([number, name, customer.companyName, ownerName, ...names].join(' '))
  return folded(search)
    .split(/\s+/)
    .every((word) => text.includes(word))
}
