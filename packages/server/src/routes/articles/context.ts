import type { Article } from '@prmkit/contract'
import { notFound } from '../../problem.ts'
import { wantedLanguages } from '../../rules/articles/languages.ts'
import { articleOwned, isKnown } from '../../rules/articles/owned.ts'
import type { SectionTree } from '../../rules/articles/sections.ts'
import { showArticle, type Showing } from '../../rules/articles/view.ts'
import type { Reader } from '../../rules/shared/audience.ts'
import { maySee, type Caller } from '../../rules/shared/callers.ts'
import type { Services } from '../../services.ts'
import type { ArticleRecord } from '../../store/articles.ts'
import type { Tables } from '../../store/store.ts'
import { offeredLanguages } from '../shared/programme.ts'
import { articleResource } from './resource.ts'
import { sectionTree } from './tree.ts'

/** The parts of a call that reading the knowledge base needs. */
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

/** An article that the caller may open; any other does not exist. */
export async function visibleArticle(call: Reading, id: string): Promise<ArticleRecord> {
  const record = await call.tables.articles.get(id)
  const { caller } = call
  if (
    record &&
    (isVendor(caller) ? !isKnown(record) || seesIt(caller, record) : seesIt(caller, record))
  )
    return record
  throw notFound(articleResource.noun)
}

function seesIt(caller: Caller, record: ArticleRecord): boolean {
  return caller.kind === 'api-key' || maySee(caller, articleOwned(record))
}

/** Everything that showing these articles to the caller needs. */
export async function showingFor(
  call: Reading,
  records: readonly ArticleRecord[],
  tree?: SectionTree,
): Promise<Showing> {
  const { tables, caller } = call
  const ids = records.map(({ id }) => id)
  const productIds = [...new Set(records.flatMap((record) => record.productIds))]
  const wanted = await languagesFor(call)
  const sections = tree ?? (await sectionTree(tables))
  const products = productIds.length === 0 ? [] : await tables.products.many(productIds)
  const votes = ids.length === 0 ? new Map() : await tables.articles.votes(records)
  const marks =
    caller.kind === 'api-key' || ids.length === 0
      ? new Map()
      : await tables.articles.marks(caller.user.id, ids)
  return {
    ...{ wanted, sections, votes, marks, isVendor: isVendor(caller), mayWrite: mayWrite(caller) },
    products: new Map(products.map(({ id, name }) => [id, name])),
  }
}

/** The answer with one article. */
export async function answerArticle(call: Reading, record: ArticleRecord) {
  const body: Article = showArticle(record, await showingFor(call, [record]))
  return {
    body,
    revision: record.revision,
    shows: { resource: articleResource.name, id: record.id },
  }
}
