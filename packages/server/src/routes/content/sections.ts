import type {
  ArticleSection,
  SectionAction,
  SectionInput,
  SectionPatch,
  SectionQuery,
} from '@prmkit/contract'
import { requireRevision } from '../../http/headers.ts'
import { fieldProblem, notFound, ProblemError } from '../../problem.ts'
import { sectionText } from '../../rules/content/show.ts'
import type { Writing } from '../../rules/content/write.ts'
import { mergePatch } from '../../rules/shared/merge-patch.ts'
import type { SectionRecord } from '../../store/articles.ts'
import type { ContentRecord } from '../../store/content-records.ts'
import type { Tables } from '../../store/store.ts'
import { takeRows } from '../shared/bulk.ts'
import { announce } from '../shared/journal.ts'
import { textFilter } from './facets.ts'
import { indexSection, sectionTree, type Library } from './library.ts'
import { isVendor, languagesFor, mayWrite, writingFor, type Reading } from './reader.ts'
import { sectionFaults, writtenSection } from './section-writes.ts'
import { fault } from '../../rules/content/write.ts'
import type { SectionRow } from '@prmkit/contract'

/** A section as its resource shows it, without the number of records in it. */
type Shown = Omit<ArticleSection, 'articleCount'>

interface Locking {
  params: { id: string }
  revisions: readonly number[]
}

/** The operations on the sections of a library; `withCount` names how much stands in one. */
export function sectionHandlers<Stored extends ContentRecord, Section extends Shown>(
  library: Library<Stored>,
  withCount: (section: Shown, count: number) => Section,
) {
  const { sections: resource, sectionLabel } = library
  const table = (tables: Tables) => library.tree(tables)

  async function locked({ tables, params, revisions }: Locking & { tables: Tables }) {
    const record = await table(tables).lock(params.id)
    if (!record) throw notFound(resource.noun)
    requireRevision(revisions, record.revision)
    return record
  }

  async function showFor(call: Reading) {
    const { tables, caller } = call
    const { labels } = await tables.texts.count(await textFilter(call, library.resource.name))
    const wanted = await languagesFor(call)
    return (section: SectionRecord): Section => {
      const { texts: _, ...shown } = section
      const action = section.status === 'published' ? 'retire' : 'restore'
      return withCount(
        {
          ...shown,
          ...sectionText(section, wanted),
          allowedActions: mayWrite(caller) ? [action] : [],
        },
        labels.get(`${sectionLabel}:${section.id}`) ?? 0,
      )
    }
  }

  async function keep(call: Reading, section: SectionRecord, writing: Writing) {
    const { tables, now } = call
    const errors = sectionFaults(await sectionTree(library, tables), section, writing)
    if (errors.length > 0) throw fieldProblem(errors)
    await table(tables).put([section])
    await indexSection(library, tables, section.id)
    await announce(resource, tables, section, resource.events.updated, now)
    const show = await showFor(call)
    return {
      body: show(section),
      revision: section.revision,
      shows: { resource: resource.name, id: section.id },
    }
  }

  return {
    async list(call: Reading & { query: SectionQuery }) {
      const { tables, caller, query } = call
      const { status = 'published' } = query
      const tree = await sectionTree(library, tables)
      const { labels } = await tables.texts.count(await textFilter(call, library.resource.name))
      const show = await showFor(call)
      const isShown = (section: SectionRecord) =>
        isVendor(caller)
          ? section.status === status
          : status === 'published' && (labels.get(`${sectionLabel}:${section.id}`) ?? 0) > 0
      return { body: { items: tree.inOrder().filter(isShown).map(show) } }
    },

    async create(call: Reading & { body: SectionInput }) {
      const writing = await writingFor(call)
      return keep(call, writtenSection(undefined, call.body, writing, resource.noun), writing)
    },

    async update(call: Reading & Locking & { body: SectionPatch }) {
      const before = await locked(call)
      const writing = await writingFor(call)
      const { id: _id, revision: _revision, status: _status, ...fields } = before
      const input = mergePatch(fields, call.body) as unknown as SectionInput
      return keep(call, writtenSection(before, input, writing, resource.noun), writing)
    },

    async act(call: Reading & Locking & { body: SectionAction }) {
      const before = await locked(call)
      const to = call.body.action === 'retire' ? 'retired' : 'published'
      if (before.status === to)
        throw new ProblemError('state-conflict', `The ${resource.noun} is ${to} already.`)
      const { now } = call
      const section = {
        ...before,
        status: to,
        updatedAt: now,
        revision: before.revision + 1,
      } as const
      return keep(call, section, await writingFor(call))
    },

    /** Brings in sections of another system. */
    async bulk(call: Reading & { body: { rows: SectionRow[] } }) {
      const { tables, now } = call
      const writing = await writingFor(call)
      const body = await takeRows(tables, call.body.rows, {
        kind: resource.name,
        async take({ key, parentKey, status = 'published', ...row }: SectionRow, id) {
          const parentId = await sectionIdOf(library, tables, parentKey)
          if (parentKey !== undefined && parentId === undefined)
            return { errors: [missingKey('/parentKey', resource.noun)] }
          const before = id === undefined ? undefined : await table(tables).lock(id)
          const input = {
            ...{ ...row, externalIds: { ...row.externalIds, key } },
            ...(parentId !== undefined && { parentId }),
          }
          const section = { ...writtenSection(before, input, writing, resource.noun), status }
          const errors = sectionFaults(await sectionTree(library, tables), section, writing)
          if (errors.length > 0) return { errors }
          await table(tables).put([section])
          if (before) await indexSection(library, tables, section.id)
          await announce(resource, tables, section, resource.events.updated, now, before)
          return { id: section.id }
        },
      })
      return { body }
    },
  }
}

/** The section that another system knows by a key. */
export async function sectionIdOf<Stored extends ContentRecord>(
  { sections }: Library<Stored>,
  tables: Tables,
  key: string | undefined,
): Promise<string | undefined> {
  if (key === undefined) return undefined
  return (await tables.content.find(sections.name, [key])).get(key)?.id
}

/** The fault of a row whose section is unknown. */
export function missingKey(pointer: string, noun: string) {
  return fault(pointer, 'not-found', `No ${noun} has this key.`)
}
