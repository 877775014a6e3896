import type { Conflict, Deal, DealSort, PartnerLink } from '@prmkit/contract'
import type { Scope } from '../rules/shared/visibility.ts'
import type { FacetValue, Page, Paging } from './types.ts'

export type { DealSort }

/** A registration as it is stored; what depends on the reader is computed when it is shown. */
export interface DealRecord extends Omit<
  Deal,
  | 'allowedActions'
  | 'editableFields'
  | 'statusLabel'
  | 'ownerName'
  | 'partners'
  | 'conflict'
  | 'attachments'
  | 'commentCount'
> {
  /** The owner comes first; it leads the keys of everything that belongs to the deal. */
  partners: Pick<PartnerLink, 'partnerId' | 'role'>[]
  /** The customer as the conflict rule compares it; see rules/customers/customers.ts. */
  customerKeys: string[]
  /**
   * The customer and the products for which the registration holds its place in the queue. It is there only while a returned
   * registration is changed to others: `customerKeys` are still those of this customer then.
   */
  heldFor?: { customer: Deal['customer']; contact?: Deal['contact']; productIds: string[] }
  fileIds: string[]
  /** The names of external ids that the vendor set, which no partner changes. */
  vendorIds?: string[]
  /** Fields that the vendor opened for change when it returned the registration. */
  returnedFields?: string[]
  resubmissions: number
  appealed: boolean
  /** Why the customer was not free when the registration was sent in. */
  conflictCode?: Conflict['code']
  /** The registrations in the way, the earliest first. */
  conflictDealIds: string[]
  /** The action that ended it, to be undone while nothing else happens; see rules/deals/undo.ts. */
  ended?: Ended
  /** Evidence for the extension that is pending. */
  extensionFileIds?: string[]
  /** The mark of the last reminder of the end of its protection. */
  reminded?: string
}

/** The action that ended a registration, with the facts by which it can be undone. */
export interface Ended {
  userId: string
  at: string
  /** The revision after the action; a later one means that something else happened. */
  revision: number
  /** The number of comments at the time. */
  comments: number
  /** The fields that such an action changes, as they were. */
  before: Pick<
    DealRecord,
    | 'status'
    | 'statusReason'
    | 'respondBy'
    | 'returnedFields'
    | 'heldFor'
    | 'decisionDueAt'
    | 'protection'
    | 'closure'
  >
}

/** The bounds of a list of deals. Fields are ANDed, values within one are ORed. */
export interface DealFilter {
  scope: Scope
  search?: string
  status?: string[]
  stage?: string[]
  partnerId?: string[]
  /** Only deals of this user. */
  ownerUserId?: string
  /** Only deals of these users. */
  ownerUserIds?: string[]
  /** Only deals whose protection ends before this instant. */
  expiresBefore?: string
}

export interface Deals {
  get(id: string): Promise<DealRecord | undefined>
  many(ids: readonly string[]): Promise<DealRecord[]>
  /** Finds a deal, and nobody else changes it until this transaction ends. */
  lock(id: string): Promise<DealRecord | undefined>
  /** Finds deals, and nobody else changes them until this transaction ends. */
  lockMany(ids: readonly string[]): Promise<DealRecord[]>
  list(filter: DealFilter, sort: DealSort, paging: Paging): Promise<Page<DealRecord>>
  /** How many there are, and by status and stage, each facet ignoring its own selection. */
  count(filter: DealFilter): Promise<{ total: number; facets: Record<string, FacetValue[]> }>
  insert(...deals: DealRecord[]): Promise<void>
  /** Replaces deals; refused where one of them is not there. */
  update(...deals: DealRecord[]): Promise<void>
  remove(deal: DealRecord): Promise<void>
  /** Makes every other transaction that names one of these customers wait for this one's end. */
  lockCustomers(customerKeys: readonly string[]): Promise<void>
  /** Open or protected deals of one of these customers with one of these products, the first submitted first. */
  blocking(customerKeys: readonly string[], productIds: readonly string[]): Promise<DealRecord[]>
  /** Locks deals whose deadline or protection is over at `now`; skips those that are locked already. */
  due(now: string, limit: number): Promise<DealRecord[]>
  /** Duplicates that waited for this deal, to be told that it no longer stands in the way. */
  waitingFor(dealId: string): Promise<DealRecord[]>
  /** The next number of a registration; gaps are allowed, repeats are not. */
  nextNumber(): Promise<number>
}
