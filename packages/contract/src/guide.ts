import type { Route } from './route.ts'
import { routes, versionPrefix } from './routes.ts'
import { dealTransitions, type DealTransition } from './rules/deal-transitions.ts'
import { problemCodes } from './schemas/problem.ts'

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n')

const words = (names: readonly string[]) =>
  names.map((name) => name.replaceAll('_', ' ')).join(', ')

function transitions(rows: readonly DealTransition[]): string {
  return table(
    ['from', 'action', 'who', 'to', 'only if', 'reason', 'event', 'protection'],
    rows.map((row) => [
      row.from.map((status) => `\`${status}\``).join(', '),
      `\`${row.action}\``,
      words([row.actor].flat()),
      row.to === 'previous' ? 'as before' : row.to ? `\`${row.to}\`` : 'stays',
      words(row.guards ?? []),
      row.reason ? 'required' : '',
      `\`${row.event}\``,
      row.protection ?? '',
    ]),
  )
}

function operations(): string {
  const rows = Object.entries(routes).flatMap(([resource, group]) =>
    Object.entries(group).map(([name, route]: [string, Route]) => [
      `\`${resource}.${name}\``,
      `\`${route.method.toUpperCase()} ${versionPrefix}${route.path === '/' ? '' : route.path}\``,
      route.access.replaceAll('-', ' '),
      route.summary,
    ]),
  )
  return table(['operation', 'request', 'who', 'what'], rows)
}

const problems = () =>
  table(
    ['code', 'status'],
    Object.entries(problemCodes).map(([code, status]) => [`\`${code}\``, String(status)]),
  )

/** The parts of the guide that are printed from data, by the mark that stands around each. */
export const guideParts: Record<string, () => string> = {
  operations,
  'deal transitions': () => transitions(dealTransitions),
  problems,
}

/** The guide with each part between its marks printed anew. */
export function printGuide(guide: string): string {
  return Object.entries(guideParts).reduce(
    (text, [name, print]) =>
      text.replace(
        new RegExp(`(<!-- ${name} -->\n).*?(<!-- end -->)`, 's'),
        (_, start: string, end: string) => `${start}\n${print()}\n\n${end}`,
      ),
    guide,
  )
}
