import type { Deals } from './deals.ts'
import type { Filled, Page, Paging } from './types.ts'
import type {
  AccountRecord,
  AuditRecord,
  CommentRecord,
  FileRecord,
  ParentRecord,
  PartnerRecord,
  ProductRecord,
  SessionRecord,
  SigningKeyRecord,
  TimelineRecord,
  UserRecord,
} from './records.ts'
import type { Announcements } from './announcements.ts'
import type { Events } from './events.ts'
import type { Idempotency, RateLimits } from './requests.ts'
import type { Boards } from './boards.ts'
import type { Points } from './points.ts'
import type { Programme } from './programme.ts'
import type { Tiers } from './tiers.ts'
import type { Assets, AssetUses, Bundles, Shares } from './assets.ts'
import type { TrainingTables } from './training.ts'
import type { Articles, ArticleTasks, ContentFiles, Searches, Sections } from './articles.ts'
import type { Texts } from './texts.ts'
import type { Traces } from './traces.ts'
import type { Work } from './work.ts'
import type { Scope } from '../rules/shared/visibility.ts'

export type { Page, Paging, Programme }
export type * from './announcements.ts'
export type * from './articles.ts'
export type * from './assets.ts'
export type * from './content-records.ts'
export type * from './texts.ts'
export type * from './work.ts'
export type * from './boards.ts'
export type * from './deals.ts'
export type * from './events.ts'
export type * from './points.ts'
export type * from './records.ts'
export type * from './tiers.ts'
export type * from './training-records.ts'
export type * from './training.ts'

/** The parent table: deleting a record deletes what hangs on it, whatever its resource. */
export interface Records {
  get(id: string): Promise<Pick<ParentRecord, 'id' | 'resource'> | undefined>
  /** Finds a record, and nobody else changes or removes it until this transaction ends. */
  lock(id: string): Promise<Pick<ParentRecord, 'id' | 'resource'> | undefined>
  insert(record: ParentRecord): Promise<void>
  /** Replaces the partners of a record. */
  update(record: ParentRecord): Promise<void>
  /** Removes a record with its comments, history and partner links; its files become free. */
  remove(id: string): Promise<void>
}

/** The side for which comments are read; a reader at the vendor has no partner. */
export interface CommentReader {
  partnerId?: string
}

export interface Comments extends Filled<CommentRecord> {
  /** Refuses a comment on a record that is not there. */
  insert(comment: CommentRecord): Promise<void>
  /** The comments on a record that a reader of this partner, or of the vendor, may read. */
  list(recordId: string, reader: CommentReader, paging: Paging): Promise<Page<CommentRecord>>
  /** The number of such comments on each of these records. */
  count(recordIds: readonly string[], reader: CommentReader): Promise<Map<string, number>>
}

export interface Timeline extends Filled<TimelineRecord> {
  /** Refuses an entry about a record that is not there. */
  append(entry: TimelineRecord): Promise<void>
  list(recordId: string, paging: Paging): Promise<Page<TimelineRecord>>
}

/** A number of files, and their bytes together. */
export interface Usage {
  files: number
  bytes: number
}

export interface Files {
  get(id: string): Promise<FileRecord | undefined>
  many(ids: readonly string[]): Promise<FileRecord[]>
  /** How many files a user keeps that no record uses, and how many a partner keeps in all. */
  usage(userId: string, partnerId: string | undefined): Promise<{ user: Usage; partner: Usage }>
  /** Finds files, and nobody else changes them until this transaction ends. */
  lock(ids: readonly string[]): Promise<FileRecord[]>
  insert(file: Omit<FileRecord, 'usedBy'>): Promise<void>
  /** Replaces a file; `usedBy` changes by `use` alone. */
  update(file: FileRecord): Promise<void>
  /** Makes these the files of a record, and lets its others go; files of other records stay with those. */
  use(recordId: string, fileIds: readonly string[]): Promise<void>
  /** Refuses a file that a record uses. */
  remove(id: string): Promise<void>
  /** Files that no record uses and that were announced before `before`. */
  orphans(before: string, limit: number): Promise<FileRecord[]>
  /** Keeps the id of the folder with the bytes the first time; answers the one that is kept. */
  storage(id: string): Promise<string>
}

export interface Users extends Filled<UserRecord> {
  get(id: string): Promise<UserRecord | undefined>
  many(ids: readonly string[]): Promise<UserRecord[]>
  byExternalId(externalId: string): Promise<UserRecord | undefined>
  byEmail(email: string): Promise<UserRecord | undefined>
  /** Active users of a partner by name; with `former`, those whose access has ended instead. */
  ofPartner(
    partnerId: string,
    search: string,
    paging: Paging,
    former?: boolean,
  ): Promise<Page<UserRecord>>
  /** The ids of users of partners, former ones among them, whose name has all of these words. */
  named(search: string): Promise<string[]>
}

export interface PartnerFilter {
  scope: Scope
  search?: string
  kind?: string
  /** The ids of partners that are found whatever the scope: a partner sees its distributors. */
  alsoIds?: string[]
}

export interface Partners extends Filled<PartnerRecord> {
  get(id: string): Promise<PartnerRecord | undefined>
  many(ids: readonly string[]): Promise<PartnerRecord[]>
  list(filter: PartnerFilter, paging: Paging): Promise<Page<PartnerRecord>>
  /** The tiers and regions of all partners, each once and in order. */
  words(): Promise<PartnerWords>
}

/** The vendor's own words for partners, by which content chooses its readers. */
export interface PartnerWords {
  tiers: string[]
  regions: string[]
}

export interface Products extends Filled<ProductRecord> {
  many(ids: readonly string[]): Promise<ProductRecord[]>
  list(search: string, paging: Paging): Promise<Page<ProductRecord>>
}

export interface Accounts extends Filled<AccountRecord> {
  /** The vendor's own customers that one of these keys names. */
  matching(customerKeys: readonly string[]): Promise<AccountRecord[]>
  /** Locks accounts in the order of their ids, those after `id`, at most so many. */
  lockAfter(id: string, limit: number): Promise<AccountRecord[]>
}

export interface Sessions {
  insert(session: SessionRecord): Promise<void>
  get(id: string): Promise<SessionRecord | undefined>
  end(id: string, at: string): Promise<void>
  /** Forgets the sessions of a user. */
  removeOf(userId: string): Promise<void>
  /** Deletes sessions that expired before `before`. */
  prune(before: string): Promise<void>
  signingKeys(): Promise<SigningKeyRecord[]>
  addSigningKey(key: SigningKeyRecord): Promise<void>
}

export interface Audit {
  append(record: AuditRecord): Promise<void>
  /** Deletes what is older than `before`, the one way in which a line may go; answers how many. */
  prune(before: string): Promise<number>
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
  /** Finds rows, and nobody else brings in rows of this kind until this transaction ends. */
  lock(kind: string, keys: readonly string[]): Promise<Map<string, ContentRow>>
  /** The records that these rows gave, by key. */
  said(kind: string, keys: readonly string[]): Promise<Map<string, object>>
  /** Keeps rows; one whose key is there already takes that one's place. */
  put(kind: string, rows: readonly ContentRow[]): Promise<void>
}

/** Everything that can be read and written; inside a transaction, this and nothing else. */
export interface Tables extends TrainingTables {
  records: Records
  deals: Deals
  comments: Comments
  timeline: Timeline
  files: Files
  users: Users
  partners: Partners
  products: Products
  accounts: Accounts
  announcements: Announcements
  points: Points
  boards: Boards
  tiers: Tiers
  sections: Sections
  articles: Articles
  articleTasks: ArticleTasks
  searches: Searches
  folders: Sections
  assets: Assets
  assetUses: AssetUses
  bundles: Bundles
  shares: Shares
  contentFiles: ContentFiles
  texts: Texts
  work: Work
  programme: Programme
  sessions: Sessions
  idempotency: Idempotency
  events: Events
  audit: Audit
  rateLimits: RateLimits
  content: Content
  traces: Traces
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
