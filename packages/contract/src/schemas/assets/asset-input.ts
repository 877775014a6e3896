import * as z from 'zod/mini'
import { Id, Instant, Language, line, text } from '../common.ts'
import { filledIn, ReasonInput, WebUrl } from '../common-input.ts'
import { contentFields, contentPatch, rowFields, topicFields } from '../content/content-input.ts'

const title = line(300).check(...filledIn())
const stages = z.array(line(100).check(...filledIn())).check(z.maxLength(20))
const terms = z.strictObject({
  /** The version of the terms; a new one has to be accepted again. */
  version: line(64).check(...filledIn()),
  /** The terms as plain text, by language. */
  texts: z.record(Language, text(20_000).check(...filledIn())),
})

const content = {
  /** An uploaded file. */
  fileId: z.optional(Id),
  /** The address of a file on a host that the vendor allows, from which the backend takes it. */
  fileUrl: z.optional(WebUrl),
  /** The address that a link leads to. */
  url: z.optional(WebUrl),
}

/** An asset in one language: its words, and one of a file, the address of a file, or a link. */
export const AssetTextInput = z.strictObject({
  /** The title as plain text. */
  title,
  /** The description as plain text. */
  description: z.optional(text(2000)),
  ...content,
})
export type AssetTextInput = z.infer<typeof AssetTextInput>

const assetFields = {
  ...contentFields,
  ...topicFields,
  /** Words and files, by language. */
  texts: z.record(Language, AssetTextInput),
  /** The changes against the version before, where a file or link is new. */
  changes: z.optional(text(1000)),
  /** The stages of a sale that it is for; every stage without one. */
  stages: z.optional(stages),
  /** After this instant nobody finds, takes or shares it. */
  expiresAt: z.optional(Instant),
  /** Put it first. */
  featured: z.optional(z.boolean()),
  /** Let each address of its file work once, and let nobody share it. */
  locked: z.optional(z.boolean()),
  /** The terms that somebody accepts before they take or share it. */
  terms: z.optional(terms),
}

/** A new asset, which begins as a draft. */
export const AssetInput = z.strictObject({
  ...assetFields,
  /** The folder that it stands in. */
  folderId: z.optional(Id),
})
export type AssetInput = z.infer<typeof AssetInput>

/** Changes of an asset (JSON merge patch): `null` takes a value away. A new file is a new version. */
export const AssetPatch = z.strictObject({
  ...contentPatch,
  ...topicFields,
  /** Words and files, by language. */
  texts: z.optional(
    z.record(
      Language,
      z.nullable(
        z.strictObject({
          /** The title as plain text. */
          title: z.optional(title),
          /** The description as plain text. */
          description: z.optional(z.nullable(text(2000))),
          ...content,
        }),
      ),
    ),
  ),
  /** The changes against the version before, where a file or link is new. */
  changes: z.optional(text(1000)),
  /** The folder that it stands in. */
  folderId: z.optional(z.nullable(Id)),
  /** The stages of a sale that it is for. */
  stages: z.optional(stages),
  /** After this instant nobody finds, takes or shares it. */
  expiresAt: z.optional(z.nullable(Instant)),
  /** Put it first. */
  featured: z.optional(z.boolean()),
  /** Let each address of its file work once, and let nobody share it. */
  locked: z.optional(z.boolean()),
  /** The terms that somebody accepts before they take or share it, in place of those until now. */
  terms: z.optional(z.nullable(terms)),
})
export type AssetPatch = z.infer<typeof AssetPatch>

/** An action of the vendor on an asset. */
export const AssetAction = z.discriminatedUnion('action', [
  z.strictObject({
    /** The name of the action. */
    action: z.literal('publish'),
  }),
  z.strictObject({
    action: z.literal('replace'),
    /** The asset that takes its place. */
    by: Id,
  }),
  z.strictObject({
    action: z.literal('retire'),
    /** The reason of the action, which readers see. */
    reason: z.optional(ReasonInput),
  }),
  z.strictObject({ action: z.literal('restore') }),
])
export type AssetAction = z.infer<typeof AssetAction>

/** One asset of another system. */
export const AssetRow = z.strictObject({
  ...rowFields,
  ...assetFields,
  /** The key of the folder that it stands in. */
  folderKey: z.optional(line(200)),
})
export type AssetRow = z.infer<typeof AssetRow>

/** Assets of another system. */
export const AssetRows = z.strictObject({
  /** The assets, at most 500. */
  rows: z.array(AssetRow).check(z.minLength(1), z.maxLength(500)),
})
export type AssetRows = z.infer<typeof AssetRows>

/** The version of an asset that is taken. */
export const AssetDownloadInput = z.strictObject({
  /** The language of the file; without it, or where the asset lacks it, the caller’s own. */
  language: z.optional(Language),
  /** An earlier version; without it, the newest. */
  version: z.optional(z.int().check(z.gte(1))),
})
export type AssetDownloadInput = z.infer<typeof AssetDownloadInput>

/** The acceptance of an asset’s terms. */
export const TermsInput = z.strictObject({
  /** The version of the terms that was read. */
  version: line(64).check(...filledIn()),
})
export type TermsInput = z.infer<typeof TermsInput>

const zoneName = z.string().check(z.regex(/^[A-Za-z][\w-]{0,39}$/))

/** The words and logos that fill a template, by the names of its zones. */
export const RenderingInput = z.strictObject({
  /** The language of the template; without it, or where the asset lacks it, the caller’s own. */
  language: z.optional(Language),
  /** The words; a zone that is not named keeps those of the template. */
  texts: z.optional(z.record(zoneName, line(500))),
  /** Uploaded images; a zone that is not named stays empty. */
  logos: z.optional(z.record(zoneName, Id)),
})
export type RenderingInput = z.infer<typeof RenderingInput>
