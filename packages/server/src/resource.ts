import type { Option } from '@prmkit/contract'
import type { Log } from './log.ts'
import type { MailTexts } from './mail/mail-texts.ts'
import { notFound } from './problem.ts'
import { maySee, type SessionCaller } from './rules/shared/callers.ts'
import type { Deed } from './rules/boards/deed.ts'
import type { Owned } from './rules/shared/visibility.ts'
import type { SettingsRecord, UserRecord } from './store/records.ts'
import type { Store, Tables } from './store/store.ts'
import type { Page, Paging } from './store/types.ts'

/** A resource, as seen by the parts of the server that all resources share. */
export interface Resource<Stored = unknown, Verb extends string = string> {
  /** The resource’s name in the route table, in events, in the audit trail and in the parent table. */
  readonly name: string
  /** The word for one of its records in a message. */
  readonly noun: string
  /** The types of its events, by verb. */
  readonly events: Readonly<Record<Verb, string>>
  /** The types of events of its records for which rules may give points. */
  readonly deeds?: readonly string[]
  /** The deeds among them that its records do not show afterwards, so that nobody can count them anew. */
  readonly forgets?: readonly string[]
  /** Messages to the person whom one of its records is about. */
  readonly mail?: Mail
  /** How assets suit its records; a resource without it has nothing to do with assets. */
  readonly suits?: Suiting<Stored>
  /** Finds a record, whoever asks. */
  load(tables: Tables, id: string, resources: Resources): Promise<Stored | undefined>
  /** Finds a record, and nobody else changes or removes it until the transaction ends. */
  lock(tables: Tables, id: string, resources: Resources): Promise<Stored | undefined>
  /** The deeds of its records until now, one list for each record, a page of them at a time. */
  past?(tables: Tables, paging: Paging): Promise<Page<Deed[]>>
  /**
   * Gives up what a person chose or showed here, before a pseudonym takes their place in every table.
   * A resource without it keeps its records under the pseudonym.
   */
  erase?(doer: Clock, person: UserRecord, pseudonym: string): Promise<void>
  /** Records what the clock has done to overdue records, at most so many; answers how many. */
  settle?(doer: Clock, limit: number): Promise<number>
  /** Tells people of its records that are due, each step once; answers how many. */
  remind?(store: Store, clock: Omit<Clock, 'tables'>): Promise<number>
  /** Works out anew, as a server starts, the stored values that another rule than this server's made. */
  renew?(store: Store, options: { now: string; log?: Pick<Log, 'info'> }): Promise<void>
  /** The facts about a record that decide who sees it now; whether it is a draft is one of them. */
  owned(record: Stored, now: string): Owned
}

/** Messages to the person whom a record is about. */
export interface Mail {
  /** The server's own texts, one for each event that the person gets a message about. */
  readonly texts: MailTexts
  /** The person who gets the message about an event; nobody where they know of it already. */
  reader(tables: Tables, id: string, event: string): Promise<string | undefined>
  /** The id of the record to which the message leads, where the work has an id of its own. */
  recordId?(id: string): string
}

/** How assets suit the records of a resource. */
export interface Suiting<Stored> {
  /** The name of a record's id in requests and answers about assets. */
  readonly idName: string
  /** The products of a record, and its stage in the sale. */
  facts(record: Stored): { productIds: string[]; stage?: string }
  /** The stages of its records, in the vendor's words. */
  stages(settings: SettingsRecord['discovery'][string]): readonly Option[]
}

/** A resource whose records assets suit. */
export type Matched = Resource & { readonly suits: Suiting<unknown> }

/** Tells whether assets suit the records of a resource. */
export const suitsRecords = (resource: Resource): resource is Matched =>
  resource.suits !== undefined

/** The verbs of the events of content that a vendor writes. */
export type ContentVerb = 'created' | 'updated' | 'published' | 'retired'

/** The clock as the doer of a change. */
export interface Clock {
  tables: Tables
  now: string
  requestId: string
}

/** The registered resources by name. */
export type Resources = ReadonlyMap<string, Resource>

/** Makes the registry; a name stands for one resource. */
export function register(entries: readonly Resource[]): Resources {
  const resources = new Map(entries.map((entry) => [entry.name, entry]))
  if (resources.size < entries.length)
    throw new Error(`Two resources have one name: ${entries.map(({ name }) => name).join(', ')}.`)
  return resources
}

/** The entry of a resource; without one nobody can say who may see its records. */
export function resourceOf(resources: Resources, name: string): Resource {
  const entry = resources.get(name)
  if (entry) return entry
  throw new Error(
    `The resource “${name}” is not registered (registered: ${[...resources.keys()].join(', ')}). ` +
      'Add its entry to resources.ts.',
  )
}

/** The parts of a call that finding a record needs. */
export interface Finding {
  caller: SessionCaller
  tables: Tables
  services: { resources: Resources }
  now: string
}

/** A record that the caller may see; for everybody else it does not exist. */
export async function visibleRecord<Stored>(
  resource: Resource<Stored>,
  { caller, tables, services, now }: Finding,
  id: string,
): Promise<Stored> {
  const record = await resource.load(tables, id, services.resources)
  if (record === undefined || !maySee(caller, resource.owned(record, now)))
    throw notFound(resource.noun)
  return record
}

/** A record that the caller may see, kept from others until the transaction ends. */
export async function lockedRecord<Stored>(
  resource: Resource<Stored>,
  { caller, tables, services, now }: Finding,
  id: string,
): Promise<Stored> {
  const record = await resource.lock(tables, id, services.resources)
  if (record === undefined || !maySee(caller, resource.owned(record, now)))
    throw notFound(resource.noun)
  return record
}
