import * as z from 'zod/mini'
import { Currency, Language, Option } from './common.ts'

/** The resources that a backend may offer; discovery names those that it has. */
export const Capability = z.enum([
  'deals',
  'announcements',
  'articles',
  'assets',
  'asset-shares',
  'cases',
  'returns',
  'training',
  'classes',
  'packages',
  'badges',
  'boards',
  'tiers',
])
export type Capability = z.infer<typeof Capability>

/** How the vendor's deal registration works. */
export const DealProgramme = z.object({
  /** The name of the form that registers a deal. */
  form: z.string(),
  /** The vendor’s words for statuses, by status. */
  statusLabels: z.record(z.string(), z.string()),
  /** The stages of a sale. */
  stages: z.array(Option),
  /** The reasons of a decision. */
  reasons: z.array(Option),
  /** The reasons of a lost sale. */
  lossReasons: z.array(Option),
  /** Business hours within which the vendor promises a decision. */
  decisionHours: z.number(),
  /** Days that a protection usually lasts. */
  protectionDays: z.int(),
  /** How often a protection can be extended. */
  maxExtensions: z.int(),
  /** How often a rejected registration can be sent in again. */
  maxResubmissions: z.int(),
})
export type DealProgramme = z.infer<typeof DealProgramme>

/** The backend’s description of itself: the vendor, its programme and the resources it has. */
export const Discovery = z.object({
  /** The version of the contract that the backend keeps. */
  contract: z.string(),
  /** The company whose portal this is. */
  vendor: z.object({
    /** The vendor’s name. */
    name: z.string(),
    /** The vendor’s website. */
    url: z.optional(z.string()),
  }),
  /** IANA name of the vendor’s time zone; protection windows end at the end of a day there. */
  timeZone: z.string(),
  /** The hours in which decisions are made. */
  businessHours: z.object({
    /** ISO weekdays, 1 for Monday. */
    days: z.array(z.int()),
    /** The local time `HH:MM` at which they begin. */
    from: z.string(),
    /** The local time `HH:MM` at which they end. */
    to: z.string(),
  }),
  /** The languages of the vendor’s words, the main one first. */
  languages: z.array(Language),
  /** The currencies in which the vendor sells. */
  currencies: z.array(Currency),
  /** The resources of this backend; the block of a resource is there exactly when it is named. */
  capabilities: z.array(Capability),
  /** How deal registration works, where there is any. */
  deals: z.optional(DealProgramme),
  /** The bounds of files, where the backend takes any. */
  files: z.optional(
    z.object({
      /** The most bytes a file may have. */
      maxSize: z.int(),
      /** Media types and name endings that a file may have, as in the HTML `accept` attribute. */
      accept: z.array(z.string()),
    }),
  ),
})
export type Discovery = z.infer<typeof Discovery>
