import { readFileSync } from 'node:fs'

/** The parts of a JSON Schema of a request that the tests look at. */
interface Schema {
  $ref?: string
  properties?: Record<string, Schema>
  items?: Schema
  anyOf?: Schema[]
  oneOf?: Schema[]
}

/** One operation of the published document. */
export interface Operation {
  id: string
  method: string
  path: string
  query: string[]
  body: Schema | undefined
  /** Whether it carries `If-Match`. */
  conditional: boolean
}

const file = new URL('../openapi.json', import.meta.resolve('@prmkit/contract'))
const document = JSON.parse(readFileSync(file, 'utf8'))

/** Every operation of the OpenAPI document. */
export const operations: Operation[] = Object.entries(document.paths).flatMap(([path, methods]) =>
  // oxlint-disable-next-line typescript/no-explicit-any
  Object.entries(methods as Record<string, any>).map(([method, said]) => {
    const names = (place: string): string[] =>
      (said.parameters ?? [])
        .filter((one: { in: string }) => one.in === place)
        .map(({ name }: { name: string }) => name)
    return {
      ...{ id: said.operationId, method: method.toUpperCase(), path, query: names('query') },
      body: Object.values<{ schema: Schema }>(said.requestBody?.content ?? {})[0]?.schema,
      conditional: names('header').includes('If-Match'),
    }
  }),
)

/** The names of all fields that a schema has, with dots between them. */
export function fieldsOf(schema: Schema, above = ''): string[] {
  const name = schema.$ref?.split('/').at(-1)
  if (name !== undefined) return fieldsOf(document.components.schemas[name], above)
  const parts = [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])]
  return [
    ...parts.flatMap((part) => fieldsOf(part, above)),
    ...(schema.items ? fieldsOf(schema.items, above) : []),
    ...Object.entries(schema.properties ?? {}).flatMap(([field, inner]) => [
      `${above}.${field}`,
      ...fieldsOf(inner, `${above}.${field}`),
    ]),
  ]
}

export type Place = readonly (string | number)[]

/** Every place in a value, the value itself among them. */
export function placesOf(value: unknown, above: Place = []): Place[] {
  const inner = typeof value === 'object' && value !== null ? Object.entries(value) : []
  const step = (name: string) => (Array.isArray(value) ? Number(name) : name)
  return [above, ...inner.flatMap(([name, part]) => placesOf(part, [...above, step(name)]))]
}

export const pointerTo = (place: Place) =>
  place.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')

/** Stands for a JSON text that no value can be written as. */
const raw = (json: string) => `@raw${json}@`
const deep = (levels: number) => raw('['.repeat(levels) + ']'.repeat(levels))

export const hostileWords = [
  ...['', ' ', '\0', 'a\0b', '\ud800', 'a\udfff\ud800b', '\u202e\u0007', 'x'.repeat(100_000)],
  ...['__proto__', 'constructor', '../../etc/passwd', `'; drop table deals; --`, '%00', '👩‍🚀'],
  ...['2026-02-30', '9999-12-31', '0001-01-01', 'https://[', 'javascript:alert(1)', 'draft'],
]
const numbers = [-1, 0, 0.1, 1e308, -1e308, 2 ** 53, raw('1e999'), raw('-1e999'), raw('1E-400')]
const others = [
  ...[null, true, false, [], {}, [null], [[[]]], { a: { b: [] } }, deep(4000)],
  ...[raw('{"__proto__":{"a":1}}'), raw('{"a":1,"a":2}'), Array.from({ length: 2000 }, () => 'x')],
]

/** The values that a hostile client puts where something else belongs. */
export const hostileValues: readonly unknown[] = [...hostileWords, ...numbers, ...others]

/** A body with another value at one place, as JSON; half characters go as they are. */
export function spoilt(body: unknown, place: Place, value: unknown): string {
  const [step, ...rest] = place
  const put = (part: unknown, at: Place): unknown => {
    const [next, ...below] = at
    if (next === undefined) return value
    if (Array.isArray(part))
      return part.map((one, index) => (index === next ? put(one, below) : one))
    return { ...(part as object), [next]: put((part as Record<string, unknown>)[next], below) }
  }
  const whole = step === undefined ? value : put(body, [step, ...rest])
  return JSON.stringify(whole).replaceAll(/"@raw((?:[^"\\]|\\.)*)@"/g, (_, json: string) =>
    JSON.parse(`"${json}"`),
  )
}

/** The same numbers for the same seed (mulberry32). */
export function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
