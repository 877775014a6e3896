import * as z from 'zod/mini'
import { describeFields, describeOperation } from './describe-openapi.ts'
import type { Describe } from './descriptions.ts'
import { takesIdempotencyKey, type Route } from './route.ts'
import { routes, versionPrefix } from './routes.ts'
import { schemaModules } from './schema-modules.ts'
import * as articleTasks from './schemas/articles/article-tasks.ts'
import * as articles from './schemas/articles/articles.ts'
import * as assetPreview from './schemas/assets/asset-preview.ts'
import * as assets from './schemas/assets/assets.ts'
import * as awardStatus from './schemas/training/award-status.ts'
import * as classes from './schemas/training/classes.ts'
import * as contentRecord from './schemas/content/content-record.ts'
import * as enrolments from './schemas/training/enrolments.ts'
import * as backgroundJobs from './schemas/background-jobs.ts'
import * as boards from './schemas/boards/boards.ts'
import * as bundles from './schemas/assets/bundles.ts'
import * as commonInput from './schemas/common-input.ts'
import * as common from './schemas/common.ts'
import * as deals from './schemas/deals/deals.ts'
import * as discovery from './schemas/discovery.ts'
import * as files from './schemas/files.ts'
import * as forms from './schemas/forms.ts'
import * as fieldErrors from './schemas/field-errors.ts'
import * as problem from './schemas/problem.ts'
import * as shares from './schemas/assets/shares.ts'
import * as textBlocks from './schemas/articles/text-blocks.ts'
import * as tiers from './schemas/boards/tiers.ts'

type Json = Record<string, unknown>

/** Enums to which a later version may add values; readers show an unknown one as “other”. */
const extensible: ReadonlySet<unknown> = new Set([
  deals.DealStatus,
  deals.DealOutcome,
  deals.ConflictCode,
  articles.ArticleStatus,
  articles.RatingReason,
  articleTasks.ArticleTaskStatus,
  assets.AssetStatus,
  assets.AssetType,
  assetPreview.PreviewKind,
  assetPreview.NoPreviewReason,
  bundles.BundleStatus,
  shares.ShareStatus,
  backgroundJobs.JobStatus,
  discovery.Capability,
  boards.BoardScope,
  boards.PeriodKind,
  tiers.TierMetric,
  contentRecord.ContentStatus,
  enrolments.CourseKind,
  enrolments.EnrolmentStatus,
  classes.ClassStatus,
  classes.BookingStatus,
  awardStatus.AwardStatus,
  files.FileStatus,
  forms.FieldType,
  textBlocks.TextBlockKind,
  common.Role,
  problem.ProblemCode,
  fieldErrors.FieldErrorCode,
])

// prettier-ignore
const named = Object.values(schemaModules).flatMap((module) => Object.entries(module)).filter(
  (entry): entry is [string, z.ZodMiniType] => /^[A-Z]/.test(entry[0]) && typeof entry[1] === 'object' && '_zod' in entry[1],
)

const nameOf = (schema: unknown) => named.find(([, one]) => one === schema)?.[0]

function components(describe: Describe): Json {
  const registry = z.registry<{ id: string }>()
  for (const [id, schema] of named) if (!registry.has(schema)) registry.add(schema, { id })
  const { schemas } = z.toJSONSchema(registry, {
    io: 'input',
    uri: (id) => `#/components/schemas/${id}`,
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema === common.Instant) jsonSchema.format = 'date-time'
      if (zodSchema === common.WebLink) jsonSchema.format = 'uri'
      // A format takes any scheme, `javascript:` too.
      if (zodSchema === commonInput.WebUrl) jsonSchema.pattern = common.webScheme.source
      if (extensible.has(zodSchema)) Object.assign(jsonSchema, { 'x-extensible': true })
    },
  })
  return Object.fromEntries(
    Object.entries(schemas).map(([name, { $id: _id, $schema: _schema, ...schema }]) => {
      describeFields(schema, describe, name)
      return [name, { description: describe(name), ...schema }]
    }),
  )
}

/** A reference to a named schema, or the schema itself where it has no name. */
function schemaOf(schema: z.ZodMiniType): Json {
  const name = nameOf(schema)
  if (name) return { $ref: `#/components/schemas/${name}` }
  const registry = z.registry<{ id: string }>()
  for (const [id, one] of named) if (!registry.has(one)) registry.add(one, { id })
  registry.add(schema, { id: '__inline' })
  const { schemas } = z.toJSONSchema(registry, {
    io: 'input',
    uri: (id) => `#/components/schemas/${id}`,
  })
  const { $id: _id, $schema: _schema, ...inline } = schemas['__inline'] as Json
  return inline
}

const header = (name: string, required: boolean, description: string): Json => ({
  name,
  in: 'header',
  required,
  description,
  schema: { type: 'string' },
})

const pathParameters: Record<string, string> = {
  id: 'The record’s id.',
  fileId: 'The attached file’s id.',
  name: 'The form’s name.',
}

function parameters(route: Route, describe: Describe): Json[] {
  const fields = (schema: z.ZodMiniType | undefined, place: 'path' | 'query') => {
    if (!schema) return []
    const describing = nameOf(route.query) ?? 'paging'
    const { properties = {}, required = [] } = schemaOf(schema) as {
      properties?: Record<string, Json>
      required?: string[]
    }
    return Object.entries(properties).map(([name, inner]) => ({
      name,
      in: place,
      required: place === 'path' || required.includes(name),
      description: place === 'path' ? pathParameters[name] : describe(describing, [name]),
      schema: inner,
    }))
  }
  const known = route.query && schemaOf(route.query)
  const query =
    known && '$ref' in known
      ? fields(z.strictObject((route.query as z.ZodMiniObject).shape), 'query')
      : fields(route.query, 'query')
  return [
    ...fields(route.params, 'path'),
    ...query,
    ...(takesIdempotencyKey(route)
      ? [
          header(
            'Idempotency-Key',
            true,
            'Names this write; the same key never takes effect twice.',
          ),
        ]
      : []),
    ...(route.ifMatch
      ? [header('If-Match', true, 'The revision that the change is based on.')]
      : []),
  ]
}

const security: Record<Route['access'], Json[]> = {
  public: [],
  'api-key': [{ apiKey: [] }],
  partner: [{ session: [] }],
  vendor: [{ session: [] }],
  session: [{ session: [] }],
  'session-or-api-key': [{ session: [] }, { apiKey: [] }],
  'vendor-or-api-key': [{ session: [] }, { apiKey: [] }],
}

const mediaTypes = {
  json: 'application/json',
  calendar: 'text/calendar',
  stream: 'text/event-stream',
}

function success(route: Route, describe: Describe): Json {
  const answer = route.answer ?? 'json'
  if (answer === 'none') return { description: 'Done.' }
  const schema = route.response ? schemaOf(route.response) : { type: 'string' }
  describeFields(schema, describe, 'pageOf')
  return { description: route.summary, content: { [mediaTypes[answer]]: { schema } } }
}

/** One operation as OpenAPI 3.1 describes it. */
function operation(resource: string, name: string, route: Route, describe: Describe): Json {
  return {
    operationId: `${resource}.${name}`,
    tags: [resource],
    summary: route.summary,
    description: describeOperation(resource, route),
    security: security[route.access],
    parameters: parameters(route, describe),
    ...(route.body && {
      requestBody: {
        required: true,
        content: { 'application/json': { schema: schemaOf(route.body) } },
      },
    }),
    responses: {
      [route.status]: success(route, describe),
      default: {
        description: 'A problem document (RFC 9457).',
        content: {
          'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
        },
      },
    },
  }
}

/** The whole contract as an OpenAPI 3.1 document, with these descriptions of its schemas. */
export function openapi(describe: Describe): Json {
  const paths: Record<string, Json> = {}
  for (const [resource, operations] of Object.entries(routes))
    for (const [name, route] of Object.entries(operations) as [string, Route][]) {
      const path = route.path === '/' ? versionPrefix : versionPrefix + route.path
      ;(paths[path] ??= {})[route.method] = operation(resource, name, route, describe)
    }
  return {
    openapi: '3.1.1',
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    info: {
      title: 'prmkit',
      version: '0.1.0',
      summary: 'The promises of a backend to a partner portal.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    paths,
    components: {
      securitySchemes: {
        session: { type: 'http', scheme: 'bearer', description: 'A short-lived session token.' },
        apiKey: {
          type: 'http',
          scheme: 'bearer',
          description: 'A secret key of the vendor’s backend.',
        },
      },
      schemas: components(describe),
    },
  }
}
