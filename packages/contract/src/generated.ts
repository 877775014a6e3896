import { openapi } from './openapi.ts'
import { takesIdempotencyKey, type Route } from './route.ts'
import { routes } from './routes.ts'

/** The text of `openapi.json`. */
export function openApiFile(): string {
  return JSON.stringify(openapi(), undefined, 2) + '\n'
}

/** What the page needs of one operation: method, path and flags in a line. */
function lineOf(route: Route): string {
  const flags = [
    takesIdempotencyKey(route) && 'key',
    route.ifMatch && 'match',
    route.paged && 'paged',
    route.answer !== undefined && route.answer !== 'json' && route.answer,
  ]
  return [route.method, route.path, ...flags.filter(Boolean)].join(' ')
}

/** The text of `route-list.ts`, which stands in the page in place of the schemas. */
export function routeListFile(): string {
  const entries = Object.entries(routes).map(([resource, operations]) => {
    const lines = Object.entries(operations).map(
      ([name, route]) => `    ${name}: '${lineOf(route as Route)}',\n`,
    )
    return `  ${resource}: {\n${lines.join('')}  },\n`
  })
  return `// Generated from routes.ts; see generate.ts.
/**
 * Every operation as \`method path flags\`: \`key\` takes an Idempotency-Key, \`match\` an If-Match,
 * \`paged\` answers pages; \`none\`, \`calendar\` and \`stream\` answer other than JSON.
 */
export const routeList = {
${entries.join('')}} as const
`
}
