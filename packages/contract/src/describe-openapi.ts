import { capabilitiesFor } from './capabilities.ts'
import type { Describe } from './descriptions.ts'
import { takesIdempotencyKey, type Route } from './route.ts'

type Json = Record<string, unknown>

const callers: Record<Route['access'], string> = {
  public: 'Needs no token.',
  'api-key': 'For the vendor’s own backend.',
  partner: 'For users of a partner.',
  vendor: 'For users of the vendor.',
  session: 'For everybody who is signed in.',
  'session-or-api-key': 'For everybody who is signed in and for the vendor’s own backend.',
  'vendor-or-api-key': 'For users of the vendor and for its own backend.',
}

/** Tells in sentences who may call an operation, and which manners it has. */
export function describeOperation(resource: string, route: Route): string {
  const capabilities = capabilitiesFor(resource)
    .map((name) => `\`${name}\``)
    .join(' or ')
  const sentences = [
    `${route.summary}.`,
    callers[route.access],
    capabilities && `Only where discovery names the capability ${capabilities}.`,
    route.paged && 'Answers one page of a list.',
    route.readOnly && 'Changes nothing, although it is a POST.',
    route.ifMatch && 'Refused where the record has another revision by now.',
    takesIdempotencyKey(route) && 'The same key never takes effect twice.',
  ]
  return sentences.filter(Boolean).join(' ')
}

/** Adds the description of every field below a schema, by the schema's name. */
export function describeFields(
  schema: unknown,
  describe: Describe,
  name: string,
  path: readonly string[] = [],
): void {
  if (typeof schema !== 'object' || schema === null) return
  const { properties, items, additionalProperties, anyOf, oneOf } = schema as {
    properties?: Record<string, Json>
  } & Record<string, unknown>
  for (const [field, inner] of Object.entries(properties ?? {})) {
    const at = [...path, field]
    const text = describe(name, at)
    if (text !== undefined) inner['description'] = text
    describeFields(inner, describe, name, at)
  }
  for (const inner of [items, additionalProperties, anyOf, oneOf].flat())
    describeFields(inner, describe, name, path)
}
