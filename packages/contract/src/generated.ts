import type * as z from 'zod/mini'
import { descriptionsIn } from './descriptions.ts'
import { openapi } from './openapi.ts'
import { takesIdempotencyKey, type Route } from './route.ts'
import { routes } from './routes.ts'
import { schemaModules } from './schema-modules.ts'

/** The text of `openapi.json`, described by the comments in the sources of the schemas. */
export function openApiFile(sources: readonly string[]): string {
  return JSON.stringify(openapi(descriptionsIn(sources)), undefined, 2) + '\n'
}

/** The proof that an answer is the record: the id that was asked for, or one of its own. */
function proofOf({ response, path }: Route, operations: Record<string, Route>) {
  const isAsked = path.includes('{id}') && response === operations['get']?.response
  if (response && isAsked) return 'same'
  return (response as z.ZodMiniObject | undefined)?.shape?.['id'] && 'id'
}

/** The line of one operation for a page: method, path and flags. */
function lineOf(route: Route, operations: Record<string, Route>): string {
  const flags = [
    takesIdempotencyKey(route) && 'key',
    route.ifMatch && 'match',
    route.paged && 'paged',
    route.access === 'public' && 'public',
    route.status === 201 && '201',
    proofOf(route, operations),
    route.answer !== undefined && route.answer !== 'json' && route.answer,
  ]
  return [route.method, route.path, ...flags.filter(Boolean)].join(' ')
}

/** The lines of all operations by resource. */
function entriesOf(): string {
  const entries = Object.entries(routes).map(([resource, operations]) => {
    const lines = Object.entries(operations).map(
      ([name, route]) => `    ${name}: '${lineOf(route as Route, operations)}',\n`,
    )
    return `  ${resource}: {\n${lines.join('')}  },\n`
  })
  return entries.join('')
}

/** The text of `route-list.ts`, which stands in the page in place of the schemas. */
export function routeListFile(): string {
  return `// Generated from routes.ts; see generate.ts.
/**
 * Every operation as \`method path flags\`: \`key\` takes an Idempotency-Key, \`match\` an If-Match,
 * \`paged\` answers pages, \`public\` needs no token, \`201\` is a status other than 200 and 204;
 * \`same\` answers the record whose id was asked for, \`id\` one with an id of its own; \`none\`,
 * \`calendar\` and \`stream\` answer other than JSON.
 */
export const routeList = {
${entriesOf()}} as const
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

const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

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
