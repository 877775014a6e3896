import * as z from 'zod/mini'
import { Currency, Language } from './common.ts'
import { Option } from './forms.ts'

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
  form: z.string(),
  statusLabels: z.record(z.string(), z.string()),
  stages: z.array(Option),
  reasons: z.array(Option),
  lossReasons: z.array(Option),
  /** Business hours within which the vendor promises a decision. */
  decisionHours: z.number(),
  protectionDays: z.int(),
  maxExtensions: z.int(),
  maxResubmissions: z.int(),
})
export type DealProgramme = z.infer<typeof DealProgramme>

/** What a backend says of itself: who the vendor is and how its programme works. */
export const Discovery = z.object({
  contract: z.string(),
  vendor: z.object({ name: z.string(), url: z.optional(z.string()) }),
  /** IANA name of the vendor's time zone; protection windows end at the end of a day there. */
  timeZone: z.string(),
  /** When decisions are made: ISO weekdays (1 = Monday) and local times `HH:MM`. */
  businessHours: z.object({ days: z.array(z.int()), from: z.string(), to: z.string() }),
  languages: z.array(Language),
  currencies: z.array(Currency),
  /** The resources of this backend; the block of a resource is there exactly when it is named. */
  capabilities: z.array(Capability),
  deals: z.optional(DealProgramme),
  /** There where the backend takes files. */
  files: z.optional(z.object({ maxSize: z.int(), accept: z.array(z.string()) })),
})
export type Discovery = z.infer<typeof Discovery>
