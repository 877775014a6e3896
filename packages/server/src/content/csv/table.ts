import type { BoardRecord } from '../../store/boards.ts'
import type { PointRules } from '../../store/points.ts'
import type { SettingsRecord } from '../../store/records.ts'
import type { PartnerWords, Tables } from '../../store/store.ts'
import type { Path } from '../text/yaml.ts'
import type { Columns } from './columns.ts'
import type { Row } from './row.ts'

/**
 * A file of rows: everything that the import knows of one kind of record. Reading, problems, references,
 * the documentation and writing into every store follow from it and from its place in tables.ts.
 */
export interface Table<Record extends { id: string } = { id: string }> {
  /** The name of the file in the folder; `news/*.md` are all the files of one record each. */
  file: string
  /** The name of the records, as other tables refer to them and as the store names their table. */
  kind: string
  columns: Columns
  /** The names of rows that belong to a record and need no key of their own. */
  entry?: EntryNames
  /** The portal changes these records, too, so that the last content of their rows is kept beside them. */
  keepsSaid?: true
  /** The block of `vendor.yaml` that says how the vendor works with these records. */
  programme?: ProgrammeBlock
  /** The form that makes such a record. */
  form?: TableForm
  /** Makes the record; what is wrong is told to the row. */
  row(row: Row, id: string, key: string, programme: Programme): Record
  /** Tells new rows, before they are written, which records in the store speak against them. */
  check?(tables: Tables, rows: readonly CheckedRow<Record>[]): Promise<void>
  /** Writes new and changed records; answers the rows that it could use, unless it took them all. */
  replace(tables: Tables, fresh: Fresh<Record>): Promise<readonly MadeRow<Record>[] | void>
  /** Finds records by their ids, for rows that take more than the id from a record that they name. */
  find?(tables: Tables, ids: readonly string[]): Promise<readonly Record[]>
}

/** How the rows of a file are named that belong to a record and need no key of their own. */
export interface EntryNames {
  /** The beginning of an id. */
  prefix: string
  /** The column with the key of the record to which a row belongs. */
  of: string
  /** The columns by which a row without a key is known again when the rest of it has changed. */
  known: readonly string[]
}

/** A block of `vendor.yaml`, which discovery shows under the same name. */
export interface ProgrammeBlock {
  name: string
  /** The values of its fields unless the vendor gives others; with `false` in place of the block there is none. */
  defaults: object
  /** The faults of the block that the schema of discovery cannot express, each with its path in the block. */
  faults(settings: Settings): [Path, string][]
}

/** A schema of the contract, which tells whether a value fits. */
export interface Request {
  safeParse(value: unknown): { success: boolean; error?: { issues: readonly { code: string }[] } }
}

/** A form whose answers make a record. */
export interface TableForm {
  /** The name of the form in the vendor's settings; undefined where the vendor has no such records. */
  nameIn(settings: Settings): string | undefined
  /** The word for one record in a message. */
  noun: string
  /** The request that the answers become. */
  request: Request
  /** Pointers into the request that no field may have. */
  closed: readonly string[]
}

/** A row that was understood: its key, a hash of its text, and its record. */
export interface MadeRow<Record> {
  key: string
  hash: string
  record: Record
}

/** A row whose key is new, with the record that was made of it. */
export interface CheckedRow<Record> {
  row: Row
  record: Record
}

/** The rows of a batch that are new, and those that say something new. */
export interface Fresh<Record> {
  added: readonly MadeRow<Record>[]
  changed: readonly MadeRow<Record>[]
  /** The records of both, in the order of the rows. */
  records: readonly Record[]
  /** The former content of changed rows, by key, where the table keeps it. */
  said: ReadonlyMap<string, Record>
  at: string
}

/** The vendor's settings in one language. */
export type Settings = SettingsRecord['discovery'][string]

/** The facts of the vendor's programme that rows need. */
export interface Programme {
  now: string
  settings?: Settings
  /** The rules that make points. */
  pointRules?: PointRules
  /** The boards, for rows that name one. */
  boards?: readonly BoardRecord[]
  /** The form fields by pointer: the type of a vendor's own field. */
  fieldTypes: ReadonlyMap<string, string>
  /** The vendor's words by which audiences choose partners. */
  words: PartnerWords
}
