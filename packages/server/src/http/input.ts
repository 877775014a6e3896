import * as z from 'zod/mini'
import { fieldProblem, ProblemError } from '../problem.ts'
import { fieldErrors } from './issues.ts'

/** Checks a value against a schema; the refusal names every field that is wrong. */
export function parse<Schema extends z.ZodMiniType>(
  schema: Schema,
  input: unknown,
): z.infer<Schema> {
  const result = z.safeParse(schema, input)
  if (result.success) return result.data
  throw fieldProblem(fieldErrors(result.error.issues, input))
}

/** The query of an address with the types that the schema asks for; repeated names become lists. */
export function queryOf(schema: z.ZodMiniType, search: URLSearchParams): Record<string, unknown> {
  const shape = (schema as z.ZodMiniObject).shape as Record<string, z.ZodMiniType>
  const query: Record<string, unknown> = {}
  for (const name of new Set(search.keys())) {
    const values = search.getAll(name)
    const field = Object.hasOwn(shape, name) ? shape[name] : undefined
    const kind = field && kindOf(field)
    const value = kind === 'array' ? values : values.length > 1 ? values : coerce(values[0], kind)
    Object.defineProperty(query, name, { value, enumerable: true })
  }
  return query
}

function kindOf(schema: z.ZodMiniType): string {
  const { def } = schema._zod as unknown as { def: { type: string; innerType?: z.ZodMiniType } }
  return def.innerType ? kindOf(def.innerType) : def.type
}

function coerce(value: string | undefined, kind: string | undefined): unknown {
  if (kind === 'number' && value !== undefined && /^-?\d{1,15}$/.test(value)) return Number(value)
  if (kind === 'boolean' && (value === 'true' || value === 'false')) return value === 'true'
  return value
}

/** The bytes of a request; Firefox, where the mock runs too, has no `Request.body`. */
export const bodyOf = async (request: Request): Promise<ReadableStream<Uint8Array>> =>
  request.body ?? (await request.blob()).stream()

/** The text of a request's body, at most `limit` bytes of UTF-8. */
export async function readText(request: Request, limit: number): Promise<string> {
  const bytes = await readBytes(request, limit)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new ProblemError('malformed-request', 'The body is not UTF-8.')
  }
}

/** A request’s body, at most `limit` bytes. */
export async function readBytes(request: Request, limit: number): Promise<Uint8Array> {
  const announced = Number(request.headers.get('content-length') ?? 0)
  if (announced > limit) throw tooLarge(limit)
  const chunks: Uint8Array[] = []
  let size = 0
  for (const reader = (await bodyOf(request)).getReader(); ;) {
    const { done, value } = await reader.read().catch(() => {
      throw new ProblemError('malformed-request', 'The body broke off before its end.')
    })
    if (done) break
    size += value.byteLength
    if (size > limit) {
      await reader.cancel()
      throw tooLarge(limit)
    }
    chunks.push(value)
  }
  const bytes = new Uint8Array(size)
  let offset = 0
  for (const chunk of chunks) {
    bytes.set(chunk, offset)
    offset += chunk.byteLength
  }
  return bytes
}

function tooLarge(limit: number): ProblemError {
  return new ProblemError('payload-too-large', `At most ${limit} bytes are possible.`)
}

/** The value that a JSON text holds. */
export function parseJson(text: string): unknown {
  let value: unknown
  try {
    value = JSON.parse(text, (key, inner) => {
      if (key === '__proto__') throw new TypeError('the name __proto__ is not possible')
      return inner
    })
  } catch (error) {
    const why = error instanceof TypeError ? error.message : 'it is empty, cut off or misspelt'
    throw new ProblemError('malformed-request', `The body is not JSON: ${why}.`)
  }
  return value
}

const jsonTypes = /^application\/(json|merge-patch\+json)\s*(;\s*charset="?utf-8"?\s*)?$/i

/** Refuses a body that does not call itself JSON. */
export function requireJson(request: Request): void {
  const type = request.headers.get('content-type') ?? ''
  if (!jsonTypes.test(type.trim()))
    throw new ProblemError(
      'unsupported-media-type',
      `The body must be application/json, not ${type === '' ? 'without a media type' : `“${type.slice(0, 100)}”`}.`,
      { headers: { 'accept-post': 'application/json', 'accept-patch': 'application/json' } },
    )
}
