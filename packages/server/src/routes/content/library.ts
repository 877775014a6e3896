import type { Resource } from '../../resource.ts'
import { isKnown } from '../../rules/content/owned.ts'
import { SectionTree } from '../../rules/content/sections.ts'
import type { Caller } from '../../rules/shared/callers.ts'
import type { SectionRecord, Sections } from '../../store/articles.ts'
import type { ContentRecord } from '../../store/content-records.ts'
import type { Tables } from '../../store/store.ts'
import type { TextDocument } from '../../store/texts.ts'
import { announce } from '../shared/journal.ts'

/** A resource of content with its tree of sections, as the shared parts of the server see it. */
export interface Library<Stored extends ContentRecord = ContentRecord> {
  resource: Resource<Stored, 'published' | 'updated' | 'retired'>
  /** The resource of its sections. */
  sections: Resource<SectionRecord, 'updated'>
  /** The table of its sections. */
  tree(tables: Tables): Sections
  /** The name of a section in facets and labels. */
  sectionLabel: string
  put(tables: Tables, records: readonly Stored[]): Promise<void>
  lock(tables: Tables, id: string): Promise<Stored | undefined>
  /** Records whose path or address begins so and that are not retired. */
  sources(tables: Tables, prefix: string): Promise<Pick<Stored, 'id' | 'source'>[]>
  /** The content that stands in these sections. */
  ofSections(tables: Tables, sectionIds: readonly string[]): Promise<Stored[]>
  /** The texts by which the search finds records; none for a record that no reader finds. */
  documents(
    tables: Tables,
    records: readonly Stored[],
    sections: SectionTree,
  ): Promise<TextDocument[]>
}

/** The doer of a change of content: somebody at the vendor, its backend, or the import. */
export interface Writer {
  tables: Tables
  now: string
  requestId: string
  caller?: Caller
}

/** The sections of a library as a tree. */
export async function sectionTree(
  { tree }: Pick<Library, 'tree'>,
  tables: Tables,
): Promise<SectionTree> {
  return new SectionTree(await tree(tables).all())
}

/** Lets the search find records as they are now. */
export async function indexContent<Stored extends ContentRecord>(
  library: Library<Stored>,
  tables: Tables,
  records: readonly Stored[],
): Promise<void> {
  if (records.length === 0) return
  const documents = await library.documents(tables, records, await sectionTree(library, tables))
  const found = new Set(documents.map(({ recordId }) => recordId))
  const gone = records.filter(({ id }) => !found.has(id)).map(({ id }) => id)
  if (gone.length > 0) await tables.texts.remove(library.resource.name, gone)
  if (documents.length > 0) await tables.texts.put(documents)
}

/** Lets the search find the content in and below a section by its place in the tree now. */
export async function indexSection<Stored extends ContentRecord>(
  library: Library<Stored>,
  tables: Tables,
  id: string,
): Promise<void> {
  const below = (await sectionTree(library, tables)).below([id])
  const records = await library.ofSections(tables, below)
  for (let start = 0; start < records.length; start += 50)
    await indexContent(library, tables, records.slice(start, start + 50))
}

/** Tells readers of a change, as far as they may know of the record. */
export async function tellOf<Stored extends ContentRecord>(
  { resource }: Pick<Library<Stored>, 'resource'>,
  { tables, now, caller, requestId }: Writer,
  record: Stored,
  type: string,
  before: Stored = record,
): Promise<void> {
  if (isKnown(record) || isKnown(before))
    await announce(resource, tables, record, type, now, before)
  await tables.audit.append({
    ...{ at: now, action: type, resource: resource.name, resourceId: record.id, requestId },
    ...(caller?.kind === 'session' && { userId: caller.user.id, sessionId: caller.session.id }),
  })
}
