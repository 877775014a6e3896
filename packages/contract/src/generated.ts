import type * as z from 'zod/mini'
import { descriptionsIn } from './descriptions.ts'
import { openapi } from './openapi.ts'
import { takesIdempotencyKey, type Route } from './route.ts'
import { routes } from './routes.ts'
import { usualRoutes } from './usual-routes.ts'
import { schemaModules } from './schema-modules.ts'

/** The text of `openapi.json`, described by the comments in the sources of the schemas. */
export function openApiFile(sources: readonly string[]): string {
  return JSON.stringify(openapi(descriptionsIn(sources)), undefined, 2) + '\n'
}

/** The proof that an answer is the record: the id that was asked for, or one of its own. */
function proofOf({ response, path }: Route, operations: Record<string, Route>, name: string) {
  const hasId = (response as z.ZodMiniObject | undefined)?.shape?.['id']
  const isAsked = path.includes('{id}') && response === operations['get']?.response
  if (hasId && isAsked) return 'same'
  // A change is answered with the record, also by resources that are read in another shape.
  const isChanged = path.includes('{id}') && (name === 'update' || name === 'act')
  return hasId && (isChanged ? 'same' : 'id')
}

const shapeOf = ({ response }: Route) => ((response ?? {}) as Partial<z.ZodMiniObject>).shape ?? {}

/** The member without which the answer of a call other than a read is no evidence: the first that is required. */
function evidenceOf(route: Route) {
  const shape = shapeOf(route)
  const isNeeded = (name: string) => !(shape[name] as z.ZodMiniType).safeParse(undefined).success
  const name = route.method === 'get' ? undefined : Object.keys(shape).find(isNeeded)
  return name !== undefined && `+${name}`
}

const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

/** The entry of one operation for a page: its name alone where its resource has it as most have. */
function entryOf(resource: string, name: string, operations: Record<string, Route>): string {
  const route = operations[name]!
  const flags = [
    route.method !== 'get' && !takesIdempotencyKey(route) && 'unkeyed',
    route.ifMatch && 'match',
    // A list of one page is read as the others are.
    route.method === 'get' && shapeOf(route)['items'] && 'paged',
    route.access === 'public' && 'public',
    route.status === 201 && '201',
    proofOf(route, operations, name) || evidenceOf(route),
    route.answer !== undefined && route.answer !== 'json' && route.answer,
  ]
  const base = `/${resource}`
  const { method, path } = route
  const place = `${path}/`.startsWith(`${base}/`) ? `.${path.slice(base.length)}` : path
  const line = [method, place, ...flags.filter(Boolean)].join(' ')
  return usualRoutes[name as keyof typeof usualRoutes] === line ? name : `${name} ${line}`
}

/** The lines of all resources. */
function linesOf(): string {
  const lines = Object.entries(routes).map(([resource, operations]) => {
    const entries = Object.keys(operations).map((name) => entryOf(resource, name, operations))
    const line = `'${entries.join(';')}',\n`
    const isShort = `  ${resource}: ${line}`.length <= 101
    return `  ${resource}:${isShort ? ' ' : '\n    '}${line}`
  })
  return lines.join('')
}

/** The text of `route-list.ts`, which stands in the page in place of the schemas. */
export function routeListFile(): string {
  // Not at the beginning of a line, where it looks like an export of this module.
  const usual = `export { usualRoutes } from './usual-routes.ts'`
  return `// Generated from routes.ts; see generate.ts.
${usual}

/**
 * The operations of every resource as \`name method path flags\`, or as the name alone where they are
 * like most of that name; a path that begins with a dot begins with the resource's. \`unkeyed\` is a
 * write without an Idempotency-Key; \`match\` takes an If-Match, \`paged\` answers a list, \`public\` needs no token, \`201\` is
 * a status other than 200 and 204; \`same\` answers the record whose id was asked for, \`id\` one with
 * an id of its own, \`+items\` and the like one with that member; \`none\`, \`calendar\` and \`stream\` answer other than JSON.
 */
export const routeList = {
${linesOf()}}
`
}

/** The schema of an answer: the module and name it is exported by, and whether pages hold it. */
function answerOf({ response, paged }: Route) {
  if (response === undefined) return undefined
  const page = response as z.ZodMiniObject<{ items: z.ZodMiniArray<z.ZodMiniType> }>
  const schema = paged ? page.shape.items._zod.def.element : response
  for (const [module, schemas] of Object.entries(schemaModules))
    for (const [name, one] of Object.entries(schemas))
      if (one === schema) return { module, name, paged }
  throw new Error('An answer has a schema without a name. Export it from a module of schemas/.')
}

/** The resources with an operation that answers JSON. */
function answeringResources(): string[] {
  return Object.entries(routes)
    .filter(([, operations]) => Object.values(operations).some((route) => answerOf(route as Route)))
    .map(([resource]) => resource)
}

/** The texts of the files in `answers/`, by name: one for each resource. */
export function answerFiles(): Map<string, string> {
  return new Map(
    answeringResources().map((resource) => [`${kebab(resource)}.ts`, answerFile(resource)]),
  )
}

function answerFile(resource: string): string {
  const operations = Object.entries(routes[resource as keyof typeof routes])
  const answers = operations.flatMap(([operation, route]) => {
    const answer = answerOf(route as Route)
    return answer ? [{ operation, ...answer }] : []
  })
  const sources = [...new Set(answers.map(({ module }) => module))].toSorted()
  const imports = sources.map((source) => {
    const names = answers.filter(({ module }) => module === source).map(({ name }) => name)
    return `import { ${[...new Set(names)].toSorted().join(', ')} } from '../schemas/${source}.ts'\n`
  })
  const lines = answers.map(
    ({ operation, name, paged }) => `  ${operation}: ${paged ? `[${name}]` : name},\n`,
  )
  return `// Generated from routes.ts; see generate.ts.
${imports.join('')}
/** The schemas of the answers of \`${resource}\`; in brackets where pages hold them. */
export const answers = {
${lines.join('')}}
`
}

/** The text of `answer-list.ts`, by which a client finds the schemas of one resource. */
export function answerListFile(): string {
  const loaders = answeringResources().map(
    (resource) =>
      `  ${resource}: () => import('./answers/${kebab(resource)}.ts').then(({ answers }) => answers),\n`,
  )
  return `// Generated from routes.ts; see generate.ts.
/** Loads the schemas of the answers of one resource, by operation. */
export const answerList = {
${loaders.join('')}}
`
}
