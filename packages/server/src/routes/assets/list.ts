import type { Asset, Routes } from '@prmkit/contract'
import type { Call } from '../../http/call.ts'
import { notFound } from '../../problem.ts'
import { everyStageLabel, pageOfAnchor } from '../../rules/assets/documents.ts'
import { showAsset } from '../../rules/assets/view.ts'
import type { SectionTree } from '../../rules/content/sections.ts'
import { maySee } from '../../rules/shared/callers.ts'
import type { AssetFilter } from '../../store/assets.ts'
import type { TextFilter } from '../../store/texts.ts'
import { facetsOf, labelsOf, named, textFilter, withNames, type Facets } from '../content/facets.ts'
import { findTexts } from '../content/find.ts'
import { sectionTree } from '../content/library.ts'
import { isVendor, readerOf } from '../content/reader.ts'
import { pageOf, paging } from '../shared/paging.ts'
import { settingsFor } from '../shared/programme.ts'
import { aboutIn, type About } from './about.ts'
import { showingFor } from './context.ts'
import { assetLibrary } from './library.ts'
import { assetResource } from './resource.ts'

type ListCall = Call<Routes['assets']['list']>
type Query = ListCall['query']

const facetNames = ['type', 'product', 'stage', 'language', 'tag', 'folder'] as const

const choiceOf = ({ type, product, stage, language, tag, folder }: Query) => ({
  ...{ type, product, stage, language, tag, folder },
})

/** The assets that the caller may see, in an order that was asked for, or those that a search finds. */
export async function listAssets(call: ListCall) {
  const { search = '' } = call.query
  const tree = await sectionTree(assetLibrary, call.tables)
  const base = await baseFilter(call, tree)
  return search.trim() === '' ? ordered(call, base, tree) : found(call, base, search, tree)
}

async function ordered(call: ListCall, base: AssetFilter, tree: SectionTree) {
  const { tables, query } = call
  const { sort = 'position_asc', facets = false } = query
  const filter = chosen(call, base, tree)
  const page = await tables.assets.list(filter, sort, paging(query))
  const showing = await showingFor(call, page.items, tree)
  const { body } = pageOf(page, (record) => showAsset(record, showing))
  if (!facets) return { body }
  const texts = await textBase(call, base)
  const counted = await assetFacets(call, texts, tree, (one) => tables.texts.count(one))
  return { body: { ...body, ...counted, total: await tables.assets.count(filter) } }
}

async function found(call: ListCall, base: AssetFilter, search: string, tree: SectionTree) {
  const { tables, query, services } = call
  const texts = await textBase(call, base)
  const labels = [...texts.labels, ...labelsOf(choiceOf(query))]
  const finds = await findTexts(call, { ...texts, labels }, { ...query, search })
  const { hits, searched, suggestion, nextCursor } = finds
  const records = await tables.assets.many(hits.map(({ recordId }) => recordId))
  const byId = new Map(records.map((record) => [record.id, record]))
  const showing = await showingFor(call, records, tree)
  const items = hits.flatMap(({ recordId, title, excerpt, section }): Asset[] => {
    const record = byId.get(recordId)
    const page = pageOfAnchor(section?.anchor)
    const match = { title, excerpt, ...(page !== undefined && { page }) }
    return record ? [{ ...showAsset(record, showing), match }] : []
  })
  const synonyms = await services.synonyms(tables)
  const count: Facets['count'] = (one) => tables.texts.count(one, searched, synonyms)
  return {
    body: {
      items,
      ...(nextCursor !== undefined && { nextCursor }),
      ...(suggestion && { suggestion }),
      ...(query.facets && (await assetFacets(call, texts, tree, count))),
    },
  }
}

/** The filter that holds for the caller, whatever facets they choose. */
async function baseFilter(call: ListCall, tree: SectionTree): Promise<AssetFilter> {
  const { caller, query, now, services } = call
  const about = aboutIn(services, query)
  const { featured, updatedSince, favourite } = query
  return {
    ...{ reader: readerOf(caller), now },
    statuses: statusesOf(call),
    withoutSectionIds: isVendor(caller) ? [] : tree.hidden(),
    ...(featured !== undefined && { featured }),
    ...(updatedSince !== undefined && { newerThan: updatedSince }),
    ...(favourite !== undefined &&
      caller.kind === 'session' && { favourite: { userId: caller.user.id, favourite } }),
    ...(about && (await aboutFilter(call, about))),
  }
}

/** The filter with the choice of the facets. */
function chosen({ query }: ListCall, base: AssetFilter, tree: SectionTree): AssetFilter {
  const { type, stage, tag, product, language, folder } = query
  const { productIds, stages, everyStage } = base
  const among = (wanted: string[], given: readonly string[] | undefined) =>
    given ? wanted.filter((one) => given.includes(one)) : wanted
  return {
    ...base,
    ...(folder && { sectionIds: tree.below(folder) }),
    ...(type && { types: type }),
    ...(tag && { tags: tag }),
    ...(product && { productIds: among(product, productIds) }),
    ...(stage && { stages: among(stage, everyStage ? stages : undefined), everyStage: false }),
    ...(language && { languages: language }),
  }
}

function statusesOf({ caller, query }: ListCall): AssetFilter['statuses'] {
  if (isVendor(caller)) return query.status ?? ['published']
  return query.status === undefined || query.status.includes('published') ? ['published'] : []
}

/** Assets about a product of a record, for its stage or for every one. */
async function aboutFilter({ caller, tables, services, now }: ListCall, { resource, id }: About) {
  const record = await resource.load(tables, id, services.resources)
  const isHidden = () => caller.kind === 'session' && !maySee(caller, resource.owned(record, now))
  if (record === undefined || isHidden()) throw notFound(resource.noun)
  const { productIds, stage } = resource.suits.facts(record)
  return { productIds, ...(stage !== undefined && { stages: [stage], everyStage: true }) }
}

/** The texts that a filter leaves: labels where they say it, else the ids of its records. */
async function textBase(call: ListCall, base: AssetFilter): Promise<TextFilter> {
  const { favourite, newerThan, featured, productIds, stages = [], everyStage, statuses } = base
  const labels = [
    ...(productIds ? [productIds.map((id) => `product:${id}`)] : []),
    ...(everyStage ? [[...stages.map((one) => `stage:${one}`), everyStageLabel]] : []),
  ]
  const filter = await textFilter(call, assetResource.name, labels)
  const isNarrow = Boolean(favourite ?? newerThan ?? featured) || statuses.length === 0
  return isNarrow ? { ...filter, recordIds: await call.tables.assets.ids(base) } : filter
}

async function assetFacets(
  call: ListCall,
  filter: TextFilter,
  tree: SectionTree,
  count: Facets['count'],
) {
  const { total, facets } = await facetsOf({
    ...{ names: facetNames, choice: choiceOf(call.query), filter, count },
  })
  const { localised } = await settingsFor(call)
  const { resources } = call.services
  const known = [...resources.values()].flatMap(({ suits }) => suits?.stages(localised) ?? [])
  const stages = new Map(known.map(({ value, label }) => [value, label]))
  const sections = { label: assetLibrary.sectionLabel, tree, wanted: filter.languages }
  const ofStages = facets['stage']?.filter(({ value }) => value !== '')
  return {
    total,
    facets: {
      ...(await withNames(call.tables, facets, sections)),
      stage: named(ofStages, (value) => stages.get(value)),
    },
  }
}
