import type { DealSort, FacetValue, Page } from './types.ts'
import type {
  AccountRecord,
  AnnouncementRecord,
  AuditRecord,
  CommentRecord,
  DealRecord,
  EventRecord,
  FileRecord,
  FormRecord,
  PartnerRecord,
  ProductRecord,
  SessionRecord,
  SettingsRecord,
  SigningKeyRecord,
  StoredAnswer,
  TimelineRecord,
  UserRecord,
} from './records.ts'
import type { Scope } from '../rules/shared/visibility.ts'

/** A part of a list: at most `limit` records after the place that `cursor` marks. */
export interface Paging {
  limit: number
  cursor?: string
}

/** What a list of deals is narrowed to. Fields are ANDed, values within one are ORed. */
export interface DealFilter {
  scope: Scope
  search?: string
  status?: string[]
  stage?: string[]
  partnerId?: string[]
  /** Only deals of this user. */
  ownerUserId?: string
  /** Only deals whose protection ends before this instant. */
  expiresBefore?: string
}

export interface Deals {
  get(id: string): Promise<DealRecord | undefined>
  many(ids: readonly string[]): Promise<DealRecord[]>
  /** The same as `get`, and nobody else changes the deal until this transaction ends. */
  lock(id: string): Promise<DealRecord | undefined>
  /** The same as `many`, and nobody else changes these deals until this transaction ends. */
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

/** A table that is filled from a vendor's files, too. */
export interface Filled<Record> {
  /** Inserts records; one whose id is there already takes that one's place. */
  put(records: readonly Record[]): Promise<void>
}

export interface Comments extends Filled<CommentRecord> {
  insert(comment: CommentRecord): Promise<void>
  list(dealId: string, paging: Paging): Promise<Page<CommentRecord>>
  /** How many comments each of these deals has. */
  count(dealIds: readonly string[]): Promise<Map<string, number>>
}

export interface Timeline extends Filled<TimelineRecord> {
  append(entry: TimelineRecord): Promise<void>
  list(dealId: string, paging: Paging): Promise<Page<TimelineRecord>>
}

export interface Files {
  get(id: string): Promise<FileRecord | undefined>
  many(ids: readonly string[]): Promise<FileRecord[]>
  /** The same, and nobody else changes them until this transaction ends. */
  lock(ids: readonly string[]): Promise<FileRecord[]>
  insert(file: FileRecord): Promise<void>
  update(file: FileRecord): Promise<void>
  remove(id: string): Promise<void>
  /** Files that no record uses and that were announced before `before`. */
  orphans(before: string, limit: number): Promise<FileRecord[]>
}

export interface Users extends Filled<UserRecord> {
  get(id: string): Promise<UserRecord | undefined>
  many(ids: readonly string[]): Promise<UserRecord[]>
  byExternalId(externalId: string): Promise<UserRecord | undefined>
  byEmail(email: string): Promise<UserRecord | undefined>
  /** Active users of a partner by name. */
  ofPartner(partnerId: string, search: string, paging: Paging): Promise<Page<UserRecord>>
}

export interface PartnerFilter {
  scope: Scope
  search?: string
  kind?: string
  /** Also these, whatever the scope: a partner sees its distributors. */
  alsoIds?: string[]
}

export interface Partners extends Filled<PartnerRecord> {
  get(id: string): Promise<PartnerRecord | undefined>
  many(ids: readonly string[]): Promise<PartnerRecord[]>
  list(filter: PartnerFilter, paging: Paging): Promise<Page<PartnerRecord>>
}

export interface Products extends Filled<ProductRecord> {
  many(ids: readonly string[]): Promise<ProductRecord[]>
  list(search: string, paging: Paging): Promise<Page<ProductRecord>>
}

export interface Accounts extends Filled<AccountRecord> {
  /** The vendor's own customers that one of these keys names. */
  matching(customerKeys: readonly string[]): Promise<AccountRecord[]>
}

export interface Announcements extends Filled<AnnouncementRecord> {
  many(ids: readonly string[]): Promise<AnnouncementRecord[]>
}

export interface Programme {
  settings(): Promise<SettingsRecord>
  form(name: string): Promise<FormRecord | undefined>
  putSettings(settings: SettingsRecord): Promise<void>
  putForm(form: FormRecord): Promise<void>
}

export interface Sessions {
  insert(session: SessionRecord): Promise<void>
  get(id: string): Promise<SessionRecord | undefined>
  end(id: string, at: string): Promise<void>
  /** Deletes sessions that expired before `before`. */
  prune(before: string): Promise<void>
  signingKeys(): Promise<SigningKeyRecord[]>
  addSigningKey(key: SigningKeyRecord): Promise<void>
}

/** What a repeated write finds. */
export type Claim =
  | { state: 'mine'; claimId: string }
  | { state: 'running' }
  | { state: 'other-request' }
  | { state: 'done'; answer: StoredAnswer }

export interface Idempotency {
  /** Takes a key for a request, or tells who has it; a claim whose lease ran out is taken over. */
  claim(key: string, fingerprint: string, now: string, leaseUntil: string): Promise<Claim>
  /** Keeps the answer within the effect's own transaction; false when the claim was lost. */
  finish(key: string, claimId: string, answer: StoredAnswer): Promise<boolean>
  /** Gives a key back after a request that had no effect. */
  release(key: string, claimId: string): Promise<void>
  prune(before: string): Promise<void>
}

/** A part of the event log; `next` is where to go on, also when nothing was found. */
export interface EventSlice {
  events: (EventRecord & { id: string })[]
  next: string
  more: boolean
}

export interface Events {
  append(...events: EventRecord[]): Promise<void>
  /** What committed after a place; `undefined` for a place that is unknown or no longer kept. */
  after(place: string | undefined, limit: number): Promise<EventSlice | undefined>
  /** The place after everything that has committed. */
  end(): Promise<string>
  prune(before: string): Promise<void>
}

export interface Audit {
  append(record: AuditRecord): Promise<void>
  /** Deletes what is older than `before`, the one way in which a line may go; answers how many. */
  prune(before: string): Promise<number>
}

export interface RateLimits {
  /** Counts one use in a window of `seconds`; answers how many there were and when the window ends. */
  hit(bucket: string, seconds: number, now: string): Promise<{ used: number; resetAt: string }>
  prune(before: string): Promise<void>
}

/** A row of a vendor's file that was brought in: the record it made, and a hash of its text. */
export interface ContentRow {
  key: string
  id: string
  hash: string
  /** The record as the file gave it, where the portal changes it too. */
  said?: object
}

/** The rows of a vendor's files that were brought in. A kind is the name of the records they make. */
export interface Content {
  /** The rows with these keys, by key and without the records that they gave. */
  find(kind: string, keys: readonly string[]): Promise<Map<string, ContentRow>>
  /** The same, and nobody else brings in rows of this kind until this transaction ends. */
  lock(kind: string, keys: readonly string[]): Promise<Map<string, ContentRow>>
  /** The records that these rows gave, by key. */
  said(kind: string, keys: readonly string[]): Promise<Map<string, object>>
  /** Keeps rows; one whose key is there already takes that one's place. */
  put(kind: string, rows: readonly ContentRow[]): Promise<void>
}

/** Everything that can be read and written; inside a transaction, this and nothing else. */
export interface Tables {
  deals: Deals
  comments: Comments
  timeline: Timeline
  files: Files
  users: Users
  partners: Partners
  products: Products
  accounts: Accounts
  announcements: Announcements
  programme: Programme
  sessions: Sessions
  idempotency: Idempotency
  events: Events
  audit: Audit
  rateLimits: RateLimits
  content: Content
}

/** Where records live. Two implementations: memory and PostgreSQL. */
export interface Store {
  /** Reads without a transaction. */
  read: Tables
  /** All of the work or nothing; it may run again after a conflict, so it must have no other effect. */
  write<Result>(work: (tables: Tables) => Promise<Result>): Promise<Result>
  /** Calls back soon after events were committed, here or in another process; may call without cause. */
  onEvents(wake: () => void): () => void
  /** Resolves when the store answers, rejects with the reason when it does not. */
  check(): Promise<void>
  close(): Promise<void>
}
