import type { FieldError, SectionInput } from '@prmkit/contract'
import { newId } from '../../ids.ts'
import { fault, type Writing } from '../../rules/articles/write.ts'
import type { SectionRecord } from '../../store/articles.ts'
import type { Tables } from '../../store/store.ts'
import { indexArticles } from './keep.ts'
import { sectionTree } from './tree.ts'

/** A section of what was sent, new or in the place of the one before. */
export function writtenSection(
  before: SectionRecord | undefined,
  input: SectionInput,
  { now, offered }: Writing,
): SectionRecord {
  const { texts, parentId, position = before?.position ?? 0, externalIds = {} } = input
  return {
    ...{ id: before?.id ?? newId('section'), externalIds, position },
    ...{ createdAt: before?.createdAt ?? now, updatedAt: now },
    ...{ revision: (before?.revision ?? 0) + 1, status: before?.status ?? 'published' },
    language: input.language ?? before?.language ?? offered[0] ?? 'en',
    texts: texts as SectionRecord['texts'],
    ...(parentId !== undefined && { parentId }),
  }
}

/** The faults of a section: languages, its main text, and the place in the tree. */
export async function sectionFaults(
  tables: Tables,
  { id, texts, language, parentId }: SectionRecord,
  { offered }: Writing,
): Promise<FieldError[]> {
  const errors = Object.entries(texts).flatMap(([name, { title }]) => [
    ...(offered.includes(name)
      ? []
      : [
          fault(
            `/texts/${name}`,
            'not-an-option',
            `The vendor’s languages are ${offered.join(', ')}.`,
          ),
        ]),
    ...(title === undefined
      ? [fault(`/texts/${name}/title`, 'required', 'A new text needs it.')]
      : []),
  ])
  if (!Object.hasOwn(texts, language))
    errors.push(fault(`/texts/${language}`, 'required', 'The main language needs a title.'))
  if (parentId === undefined) return errors
  const tree = await sectionTree(tables)
  if (!tree.get(parentId))
    errors.push(fault('/parentId', 'not-found', 'There is no section with this id.'))
  if (parentId === id || tree.path(parentId).some((above) => above.id === id))
    errors.push(fault('/parentId', 'not-an-option', 'A section cannot stand below itself.'))
  return errors
}

/** Lets the search find what stands in a section and below it as its place in the tree says now. */
export async function indexSection(tables: Tables, id: string): Promise<void> {
  const below = (await sectionTree(tables)).below([id])
  const records = await tables.articles.ofSections(below)
  for (let start = 0; start < records.length; start += 50)
    await indexArticles(tables, records.slice(start, start + 50))
}
