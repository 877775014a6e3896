import type { FieldError, SectionInput } from '@prmkit/contract'
import { newId } from '../../ids.ts'
import type { SectionTree } from '../../rules/content/sections.ts'
import { fault, type Writing } from '../../rules/content/write.ts'
import type { SectionRecord } from '../../store/articles.ts'

/** The section that a request describes, new or in the place of the one before. */
export function writtenSection(
  before: SectionRecord | undefined,
  input: SectionInput,
  { now, offered }: Writing,
  noun: string,
): SectionRecord {
  const { texts, parentId, position = before?.position ?? 0, externalIds = {} } = input
  return {
    ...{ id: before?.id ?? newId(noun), externalIds, position },
    ...{ createdAt: before?.createdAt ?? now, updatedAt: now },
    ...{ revision: (before?.revision ?? 0) + 1, status: before?.status ?? 'published' },
    language: input.language ?? before?.language ?? offered[0] ?? 'en',
    texts: texts as SectionRecord['texts'],
    ...(parentId !== undefined && { parentId }),
  }
}

/** The faults of a section: languages, its main text, and the place in the tree. */
export function sectionFaults(
  tree: SectionTree,
  { id, texts, language, parentId }: SectionRecord,
  { offered }: Writing,
): FieldError[] {
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
  if (!tree.get(parentId)) errors.push(fault('/parentId', 'not-found', 'Nothing has this id.'))
  if (parentId === id || tree.path(parentId).some((above) => above.id === id))
    errors.push(fault('/parentId', 'not-an-option', 'It cannot stand below itself.'))
  return errors
}
