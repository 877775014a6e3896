import * as z from 'zod/mini'
import { Audience } from '../audience.ts'
import { filledIn } from '../common-input.ts'
import { ExternalIds, Id, Language, line } from '../common.ts'
import { ContentStatus } from './content-record.ts'

const position = z.int().check(z.gte(0), z.lte(1_000_000))
const custom = z.record(line(64), z.unknown())
const tags = z.array(line(100).check(...filledIn())).check(z.maxLength(50))
const productIds = z.array(Id).check(z.maxLength(50))

/** The fields of every record that a vendor publishes to readers of its choice. */
export const contentFields = {
  /** Identifiers of the record in other systems. */
  externalIds: z.optional(ExternalIds),
  /** The main language, which stands in for one that is missing; the vendor’s first without it. */
  language: z.optional(Language),
  /** The readers that it is for; everybody without it. */
  audience: z.optional(Audience),
  /** Its place among its neighbours, the smallest first. */
  position: z.optional(position),
  /** Values of fields that only this vendor has. */
  custom: z.optional(custom),
}

/** Changes of those fields (JSON merge patch). */
export const contentPatch = {
  /** Identifiers of the record in other systems. */
  externalIds: z.optional(z.record(line(64), z.nullable(line(200)))),
  /** The main language. */
  language: z.optional(Language),
  /** The readers that it is for, in place of those until now. */
  audience: z.optional(z.nullable(Audience)),
  /** Its place among its neighbours, the smallest first. */
  position: z.optional(position),
  /** Values of fields that only this vendor has. */
  custom: z.optional(custom),
}

/** The topics of a text or file. */
export const topicFields = {
  /** Tags. */
  tags: z.optional(tags),
  /** The products that it is about. */
  productIds: z.optional(productIds),
}

/** The fields of a record of another system beside its content. */
export const rowFields = {
  /** The record’s identifier there; the same one always means the same record. */
  key: line(200).check(...filledIn()),
  /** The state it is to have, `published` unless said. */
  status: z.optional(ContentStatus),
}
