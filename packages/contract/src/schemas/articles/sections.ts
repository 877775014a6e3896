import * as z from 'zod/mini'
import { ExternalIds, Id, Instant, Language } from '../common.ts'

/** The states of a section or folder; a retired one and what lies below it is not shown. */
export const SectionStatus = z.enum(['published', 'retired'])
export type SectionStatus = z.infer<typeof SectionStatus>

const sectionShape = {
  /** Its id. */
  id: Id,
  /** Its identifiers in other systems. */
  externalIds: ExternalIds,
  /** The instant at which it was made. */
  createdAt: Instant,
  /** The instant of the last change. */
  updatedAt: Instant,
  /** Grows by one with each change. */
  revision: z.int(),
  /** Its state. */
  status: SectionStatus,
  /** The one above; absent at the top. */
  parentId: z.optional(Id),
  /** The title as plain text. */
  title: z.string(),
  /** The summary as plain text. */
  description: z.optional(z.string()),
  /** The language of title and description. */
  language: Language,
  /** Its place among its neighbours, the smallest first. */
  position: z.int(),
  /** The actions that the caller may do now. */
  allowedActions: z.array(z.string()),
}

/** A section of the knowledge base. */
export const ArticleSection = z.object({
  ...sectionShape,
  /** How many articles in it and below it the caller may read now. */
  articleCount: z.int(),
})
export type ArticleSection = z.infer<typeof ArticleSection>

/** All sections with something that the caller may read. */
export const SectionTree = z.object({
  /** The sections, each after the one above it. */
  items: z.array(ArticleSection),
})
export type SectionTree = z.infer<typeof SectionTree>

/** A folder of the content library. */
export const Folder = z.object({
  ...sectionShape,
  /** How many assets in it and below it the caller may see now. */
  assetCount: z.int(),
})
export type Folder = z.infer<typeof Folder>

/** All folders with something that the caller may see. */
export const FolderTree = z.object({
  /** The folders, each after the one above it. */
  items: z.array(Folder),
})
export type FolderTree = z.infer<typeof FolderTree>
