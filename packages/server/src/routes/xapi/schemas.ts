import * as z from 'zod/mini'

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i
const Uuid = z.string().check(z.regex(uuid))
const Iri = z.string().check(z.regex(/^[A-Za-z][A-Za-z0-9+.-]*:\S+$/), z.maxLength(2000))
const LanguageMap = z.record(z.string(), z.string())
const Extensions = z.record(Iri, z.unknown())

/** A person or group; one identifier at most (xAPI, part 2, 2.4.2). */
export const AgentSchema = z.strictObject({
  objectType: z.optional(z.enum(['Agent', 'Group'])),
  name: z.optional(z.string()),
  mbox: z.optional(z.string().check(z.regex(/^mailto:\S+@\S+$/))),
  mbox_sha1sum: z.optional(z.string()),
  openid: z.optional(z.string()),
  account: z.optional(z.strictObject({ homePage: Iri, name: z.string() })),
  member: z.optional(z.array(z.unknown())),
})

const Definition = z.strictObject({
  name: z.optional(LanguageMap),
  description: z.optional(LanguageMap),
  type: z.optional(Iri),
  moreInfo: z.optional(z.string()),
  interactionType: z.optional(z.string()),
  correctResponsesPattern: z.optional(z.array(z.string())),
  choices: z.optional(z.array(z.unknown())),
  scale: z.optional(z.array(z.unknown())),
  source: z.optional(z.array(z.unknown())),
  target: z.optional(z.array(z.unknown())),
  steps: z.optional(z.array(z.unknown())),
  extensions: z.optional(Extensions),
})

/** An activity (xAPI, part 2, 2.4.4.1). */
const Activity = z.strictObject({
  objectType: z.optional(z.literal('Activity')),
  id: Iri,
  definition: z.optional(Definition),
})

// One activity is allowed in place of a list of one (xAPI, part 2, 2.4.6.2).
const Activities = z.optional(z.union([z.array(Activity), Activity]))

const Score = z.strictObject({
  scaled: z.optional(z.number().check(z.gte(-1), z.lte(1))),
  raw: z.optional(z.number()),
  min: z.optional(z.number()),
  max: z.optional(z.number()),
})

const Result = z.strictObject({
  score: z.optional(Score),
  success: z.optional(z.boolean()),
  completion: z.optional(z.boolean()),
  response: z.optional(z.string()),
  duration: z.optional(z.string().check(z.regex(/^P(?!$)(\d+[YMWD])*(T(\d+(\.\d+)?[HMS])+)?$/))),
  extensions: z.optional(Extensions),
})

const Context = z.strictObject({
  registration: z.optional(Uuid),
  instructor: z.optional(AgentSchema),
  team: z.optional(AgentSchema),
  contextActivities: z.optional(
    z.strictObject({
      parent: Activities,
      grouping: Activities,
      category: Activities,
      other: Activities,
    }),
  ),
  revision: z.optional(z.string()),
  platform: z.optional(z.string()),
  language: z.optional(z.string()),
  statement: z.optional(z.strictObject({ objectType: z.literal('StatementRef'), id: Uuid })),
  extensions: z.optional(Extensions),
})

/** A statement as a course sends it: nothing but what xAPI knows (xAPI, part 2, 2.2). */
export const StatementSchema = z.strictObject({
  id: z.optional(Uuid),
  actor: AgentSchema,
  verb: z.strictObject({ id: Iri, display: z.optional(LanguageMap) }),
  object: z.union([
    Activity,
    z.strictObject({ objectType: z.literal('StatementRef'), id: Uuid }),
    z.strictObject({ ...AgentSchema.shape, objectType: z.enum(['Agent', 'Group']) }),
  ]),
  result: z.optional(Result),
  context: z.optional(Context),
  timestamp: z.optional(z.iso.datetime({ offset: true })),
  stored: z.optional(z.string()),
  authority: z.optional(AgentSchema),
  version: z.optional(z.string().check(z.regex(/^1\.0(\.\d+)?$/))),
  attachments: z.optional(z.array(z.unknown())),
})
