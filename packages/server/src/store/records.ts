import type {
  Audience,
  Discovery,
  FileStatus,
  Form,
  Partner,
  PartnerLink,
  Person,
  Product,
  Role,
  TimelineEntry,
} from '@prmkit/contract'

// The stored records. Instants are RFC 3339 strings in UTC with milliseconds, as the contract writes them.

/** A record as the parent of everything that belongs to it, whatever its resource. */
export interface ParentRecord {
  id: string
  /** The resource's name in the route table. */
  resource: string
  createdAt: string
  /** The partners that see it. The owner leads the keys of everything that hangs on it. */
  partners: Pick<PartnerLink, 'partnerId' | 'role'>[]
}

export interface CommentRecord {
  id: string
  /** The record that it is about. */
  recordId: string
  text: string
  author: Person
  createdAt: string
  /** The partner that alone reads it: it was written while the record was a draft. */
  onlyPartnerId?: string
}

export interface TimelineRecord extends TimelineEntry {
  /** The record whose history it is part of. */
  recordId: string
}

export interface FileRecord {
  id: string
  /** The partner whose file it is; absent for the vendor's. */
  partnerId?: string
  userId: string
  name: string
  mediaType: string
  size: number
  status: FileStatus
  statusReason?: string
  createdAt: string
  /** The record that uses the file; without one it is collected as an orphan. */
  usedBy?: { resource: string; id: string }
}

export interface PartnerRecord extends Partner {
  /** The vendor's own region, by which content chooses its readers; no partner reads it. */
  region?: string
  active: boolean
}

export interface UserRecord {
  id: string
  externalIds: Record<string, string>
  name: string
  email: string
  language?: string
  role: Role
  /** The partners a partner user belongs to, or a vendor manager's portfolio (empty: everyone's). */
  partnerIds: string[]
  /** A seller who sees the whole company's records. */
  companyWide: boolean
  active: boolean
  /** The person was taken out of all records; this one stands for them. */
  erased?: true
}

export interface ProductRecord extends Product {
  active: boolean
}

/** A customer whom the vendor keeps for itself or for named partners. */
export interface AccountRecord {
  id: string
  companyName: string
  website?: string
  country?: string
  kind: 'named' | 'house'
  customerKeys: string[]
}

/** A form with the labels of every language, by its BCP 47 tag. */
export interface FormRecord {
  name: string
  version: string
  forms: Record<string, Form>
}

/** The vendor's programme, with the labels of every language. */
export interface SettingsRecord {
  discovery: Record<string, Omit<Discovery, 'contract' | 'capabilities' | 'files'>>
  /** Show a customer who is not available as one that needs a review. */
  softenAvailability: boolean
}

export interface SessionRecord {
  id: string
  userId: string
  partnerId?: string
  readOnly: boolean
  origins: string[]
  expiresAt: string
  endedAt?: string
}

/** A secret with which tokens are signed; the newest signs, all of them verify. */
export interface SigningKeyRecord {
  id: string
  secret: string
  createdAt: string
}

/** One change, and who may learn of it. */
export interface EventRecord {
  type: string
  resource: string
  resourceId: string
  revision: number
  partnerIds: string[]
  /** The record is a draft: the vendor does not learn of it. */
  isDraft: boolean
  /** Readers of content: those of the content as it is, and as it was. */
  audiences?: Audience[]
  ownerUserId?: string
  /** The owner until now, who may see it no longer. */
  formerOwnerUserId?: string
  at: string
}

/** One line of the audit trail; never changed, never deleted before its time. */
export interface AuditRecord {
  at: string
  userId?: string
  partnerId?: string
  sessionId?: string
  action: string
  resource: string
  resourceId: string
  /** SHA-256 of the record before and after, as hexadecimal digits. */
  before?: string
  after?: string
  requestId: string
}

/** An answer that is kept so that a repeated request takes no effect twice. */
export interface StoredAnswer {
  status: number
  headers: Record<string, string>
  body: string
  /** The record the answer shows, for re-authorisation on replay. */
  resource?: string
  resourceId?: string
}
