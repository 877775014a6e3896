import type { ArticleSection, Routes, SectionInput } from '@prmkit/contract'
import type { Call, Handlers } from '../../http/call.ts'
import { requireRevision } from '../../http/headers.ts'
import { fieldProblem, notFound, ProblemError } from '../../problem.ts'
import { sectionText } from '../../rules/articles/view.ts'
import type { Writing } from '../../rules/articles/write.ts'
import { mergePatch } from '../../rules/shared/merge-patch.ts'
import type { SectionRecord } from '../../store/articles.ts'
import { announce } from '../shared/journal.ts'
import { bulkSections } from './bulk.ts'
import { isVendor, languagesFor, mayWrite, type Reading } from './context.ts'
import { sectionTree } from './tree.ts'
import { textFilter } from './list.ts'
import { sectionResource } from './resource.ts'
import { indexSection, sectionFaults, writtenSection } from './section-writes.ts'
import { writingFor } from './write.ts'

type Sections = Routes['sections']

export const sections: Handlers<'sections'> = {
  async list(call) {
    const { tables, caller, query } = call
    const { status = 'published' } = query
    const tree = await sectionTree(tables)
    const { labels } = await tables.texts.count(await textFilter(call, {}))
    const wanted = await languagesFor(call)
    const shown = tree
      .inOrder()
      .map((section) =>
        showSection(section, call, wanted, labels.get(`section:${section.id}`) ?? 0),
      )
      .filter((section) =>
        isVendor(caller)
          ? section.status === status
          : status === 'published' && section.articleCount > 0,
      )
    return { body: { items: shown } }
  },

  async create(call) {
    const writing = await writingFor(call)
    return keep(call, writtenSection(undefined, call.body, writing), writing)
  },

  async update(call) {
    const before = await locked(call)
    const writing = await writingFor(call)
    const { id: _id, revision: _revision, status: _status, ...fields } = before
    const input = mergePatch(fields, call.body) as unknown as SectionInput
    return keep(call, writtenSection(before, input, writing), writing)
  },

  async act(call) {
    const before = await locked(call)
    const to = call.body.action === 'retire' ? 'retired' : 'published'
    if (before.status === to)
      throw new ProblemError('state-conflict', `The section is ${to} already.`)
    const { now } = call
    const section = {
      ...before,
      status: to,
      updatedAt: now,
      revision: before.revision + 1,
    } as const
    return keep(call, section, await writingFor(call))
  },

  bulk: bulkSections,
}

async function locked(call: Call<Sections['update']> | Call<Sections['act']>) {
  const record = await call.tables.sections.lock(call.params.id)
  if (!record) throw notFound(sectionResource.noun)
  requireRevision(call.revisions, record.revision)
  return record
}

async function keep(
  call: Reading & { requestId: string },
  section: SectionRecord,
  writing: Writing,
) {
  const { tables, now } = call
  const errors = await sectionFaults(tables, section, writing)
  if (errors.length > 0) throw fieldProblem(errors)
  await tables.sections.put([section])
  await indexSection(tables, section.id)
  await announce(sectionResource, tables, section, sectionResource.events.updated, now)
  const { labels } = await tables.texts.count(await textFilter(call, {}))
  const wanted = await languagesFor(call)
  return {
    body: showSection(section, call, wanted, labels.get(`section:${section.id}`) ?? 0),
    revision: section.revision,
    shows: { resource: sectionResource.name, id: section.id },
  }
}

function showSection(
  section: SectionRecord,
  { caller }: Pick<Reading, 'caller'>,
  wanted: readonly string[],
  articleCount: number,
): ArticleSection {
  const { texts: _, ...shown } = section
  const action = section.status === 'published' ? 'retire' : 'restore'
  return {
    ...shown,
    ...sectionText(section, wanted),
    articleCount,
    allowedActions: mayWrite(caller) ? [action] : [],
  }
}
