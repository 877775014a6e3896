import type { Audience, FieldError } from '@prmkit/contract'
import type { ContentRecord } from '../../store/content-records.ts'

/** The facts that writing needs beside what was sent. */
export interface Writing {
  now: string
  /** The vendor’s languages, the main one first. */
  offered: readonly string[]
}

/** The writing of content with days, which begin and end in the vendor’s time zone. */
export interface DatedWriting extends Writing {
  zone: string
}

/** The fields of a request that every piece of content has, in the words of its record. */
export interface ContentInput {
  externalIds?: Record<string, string> | undefined
  texts: Readonly<Record<string, unknown>>
  language?: string | undefined
  sectionId?: string | undefined
  tags?: string[] | undefined
  productIds?: string[] | undefined
  audience?: Audience | undefined
  validUntil?: string | undefined
  promoted?: boolean | undefined
  position?: number | undefined
  custom?: Record<string, unknown> | undefined
}

/** The beginning of a new piece of content, a draft without words. */
export function newContent(id: string, now: string) {
  return {
    ...{ id, externalIds: {}, createdAt: now, updatedAt: now, revision: 0 },
    ...{ status: 'draft' as const, language: '', texts: {}, tags: [], productIds: [] },
    ...{ audience: {}, version: 0, promoted: false, position: 0, custom: {} },
  }
}

/** A record with the fields of a request that every piece of content has; its texts stay. */
export function withFields<Stored extends ContentRecord>(
  before: Stored,
  input: ContentInput,
  { now, offered }: Writing,
): Stored {
  const { sectionId, validUntil, language = offered[0] ?? 'en' } = input
  const { sectionId: _s, validUntil: _v, dueAt: _d, ...kept } = before
  return {
    ...kept,
    ...{ updatedAt: now, revision: before.revision + 1, language },
    externalIds: input.externalIds ?? before.externalIds,
    ...(sectionId !== undefined && { sectionId }),
    tags: [...new Set(input.tags ?? before.tags)],
    productIds: [...new Set(input.productIds ?? before.productIds)],
    audience: input.audience ?? before.audience,
    ...(validUntil !== undefined && { validUntil }),
    ...(validUntil !== undefined && validUntil > now && { dueAt: validUntil }),
    promoted: input.promoted ?? before.promoted,
    position: input.position ?? before.position,
    custom: input.custom ?? before.custom,
  } as unknown as Stored
}

/** Faults of the languages of a request: unknown ones, and a main one without words. */
export function languageErrors({ texts, language }: ContentInput, offered: readonly string[]) {
  const main = language ?? offered[0] ?? 'en'
  const errors = Object.keys(texts)
    .filter((name) => !offered.includes(name))
    .map((name) =>
      fault(`/texts/${name}`, 'not-an-option', `The vendor’s languages are ${offered.join(', ')}.`),
    )
  if (!Object.hasOwn(texts, main))
    errors.push(fault(`/texts/${main}`, 'required', 'The main language needs a text.'))
  return errors
}

/** A fault of one field. */
export function fault(pointer: string, code: FieldError['code'], detail: string): FieldError {
  return { pointer, code, detail }
}
