import * as z from 'zod/mini'
import { filledIn } from '../common-input.ts'
import { ExternalIds, Id, Language, line, text } from '../common.ts'
import { SectionStatus } from './sections.ts'

/** The query of sections or folders. */
export const SectionQuery = z.strictObject({
  /** `retired` asks for those that are not shown, which only the vendor gets; without it, the published ones. */
  status: z.optional(SectionStatus),
})
export type SectionQuery = z.infer<typeof SectionQuery>

/** Title and description of a section or folder in one language. */
export const SectionTextInput = z.strictObject({
  /** The title as plain text. */
  title: line(200).check(...filledIn()),
  /** The summary as plain text. */
  description: z.optional(text(500)),
})
export type SectionTextInput = z.infer<typeof SectionTextInput>

const sectionFields = {
  /** Its identifiers in other systems. */
  externalIds: z.optional(ExternalIds),
  /** Titles and descriptions, by language. */
  texts: z.record(Language, SectionTextInput),
  /** The main language, which stands in for one that is missing; the vendor’s first without it. */
  language: z.optional(Language),
  /** Its place among its neighbours, the smallest first. */
  position: z.optional(z.int().check(z.gte(0), z.lte(1_000_000))),
}

/** A new section or folder. */
export const SectionInput = z.strictObject({
  ...sectionFields,
  /** The one above. */
  parentId: z.optional(Id),
})
export type SectionInput = z.infer<typeof SectionInput>

/** Changes of a section or folder (JSON merge patch): `null` takes a value away. */
export const SectionPatch = z.strictObject({
  /** Its identifiers in other systems. */
  externalIds: z.optional(z.record(line(64), z.nullable(line(200)))),
  /** Titles and descriptions, by language. */
  texts: z.optional(
    z.record(
      Language,
      z.nullable(
        z.strictObject({
          /** The title as plain text. */
          title: z.optional(line(200).check(...filledIn())),
          /** The summary as plain text. */
          description: z.optional(z.nullable(text(500))),
        }),
      ),
    ),
  ),
  /** The main language. */
  language: z.optional(Language),
  /** The one above. */
  parentId: z.optional(z.nullable(Id)),
  /** Its place among its neighbours, the smallest first. */
  position: z.optional(z.int().check(z.gte(0), z.lte(1_000_000))),
})
export type SectionPatch = z.infer<typeof SectionPatch>

/** An action on a section or folder. */
export const SectionAction = z.strictObject({
  /** The name of the action. */
  action: z.enum(['retire', 'restore']),
})
export type SectionAction = z.infer<typeof SectionAction>

/** One section or folder of another system. */
export const SectionRow = z.strictObject({
  /** Its identifier there; the same one always means the same record. */
  key: line(200).check(...filledIn()),
  ...sectionFields,
  /** The key of the one above; it may stand in an earlier row. */
  parentKey: z.optional(line(200)),
  /** The state it is to have, `published` unless said. */
  status: z.optional(SectionStatus),
})
export type SectionRow = z.infer<typeof SectionRow>

/** Sections or folders of another system. */
export const SectionRows = z.strictObject({
  /** The sections or folders, at most 500. */
  rows: z.array(SectionRow).check(z.minLength(1), z.maxLength(500)),
})
export type SectionRows = z.infer<typeof SectionRows>
