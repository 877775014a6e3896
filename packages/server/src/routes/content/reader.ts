import { notFound } from '../../problem.ts'
import { offeredLanguages, wantedLanguages } from '../../rules/content/languages.ts'
import { contentOwned, isKnown } from '../../rules/content/owned.ts'
import type { SectionTree } from '../../rules/content/sections.ts'
import type { ContentShowing } from '../../rules/content/show.ts'
import type { Reader } from '../../rules/shared/audience.ts'
import { maySee, type Caller } from '../../rules/shared/callers.ts'
import type { Services } from '../../services.ts'
import type { ContentRecord } from '../../store/content-records.ts'
import type { Tables } from '../../store/store.ts'
import { zoneOf } from '../boards/give.ts'
import { sectionTree, type Library } from './library.ts'

/** The parts of a call that reading content needs. */
export interface Reading {
  caller: Caller
  tables: Tables
  services: Services
  languages: readonly string[]
  now: string
}

/** The reader that audiences ask about; the vendor’s own backend reads everything. */
export function readerOf(caller: Caller): Reader {
  return caller.kind === 'api-key' ? { kind: 'all' } : caller.reader
}

/** Tells whether somebody belongs to the vendor. */
export function isVendor(caller: Caller): boolean {
  return caller.kind === 'api-key' || caller.side === 'vendor'
}

/** Tells whether somebody may write content. */
export function mayWrite(caller: Caller): boolean {
  return caller.kind === 'api-key' || (caller.side === 'vendor' && !caller.readOnly)
}

/** The languages that the caller likes best of those the vendor has; its main one without a wish. */
export async function languagesFor({ services, tables, languages }: Reading): Promise<string[]> {
  const offered = offeredLanguages(await services.settings(tables))
  const wanted = wantedLanguages(languages, offered)
  return wanted.length > 0 ? wanted : offered.slice(0, 1)
}

/** The facts that writing content needs. */
export async function writingFor({ services, tables, now }: Reading) {
  const settings = await services.settings(tables)
  return { now, offered: offeredLanguages(settings), zone: zoneOf(settings) }
}

/** A piece of content that the caller may open; any other, also one in a retired section, does not exist. */
export async function requireVisible<Stored extends ContentRecord>(
  library: Pick<Library<Stored>, 'resource' | 'tree'>,
  { caller, tables }: Reading,
  record: Stored | undefined,
): Promise<Stored> {
  if (record && isVendor(caller) && !isKnown(record)) return record
  const sees = caller.kind === 'api-key' || (record && maySee(caller, contentOwned(record)))
  if (record && sees && (isVendor(caller) || (await isShown(library, tables, record))))
    return record
  throw notFound(library.resource.noun)
}

async function isShown<Stored extends ContentRecord>(
  library: Pick<Library<Stored>, 'tree'>,
  tables: Tables,
  { sectionId }: Stored,
): Promise<boolean> {
  return sectionId === undefined || (await sectionTree(library, tables)).isShown(sectionId)
}

/** Everything that showing content of whatever resource to the caller needs. */
export async function contentShowing<Stored extends ContentRecord>(
  call: Reading,
  library: Library<Stored>,
  records: readonly Stored[],
  tree?: SectionTree,
): Promise<ContentShowing> {
  const { tables, caller } = call
  const productIds = [...new Set(records.flatMap((record) => record.productIds))]
  const products = productIds.length === 0 ? [] : await tables.products.many(productIds)
  return {
    wanted: await languagesFor(call),
    sections: tree ?? (await sectionTree(library, tables)),
    products: new Map(products.map(({ id, name }) => [id, name])),
    ...{ isVendor: isVendor(caller), mayWrite: mayWrite(caller) },
  }
}
