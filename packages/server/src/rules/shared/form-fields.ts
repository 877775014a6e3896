import type { Field, FieldError, Form } from '@prmkit/contract'
import { fieldsOf, valueAt } from '@prmkit/contract/rules'
import type { FileRecord } from '../../store/records.ts'

/** The ids that somebody filled into one field. */
export interface Filled {
  field: Field
  ids: string[]
}

/** The ids in the fields of one kind: look-ups, or files beside the attachments. */
export function filledIn(form: Form | undefined, content: object, type: Field['type']): Filled[] {
  const fields = form ? fieldsOf(form) : []
  return fields
    .filter((field) => field.type === type)
    .map((field) => ({ field, ids: [valueAt(content, field.pointer)].flat().filter(isText) }))
    .filter(({ ids }) => ids.length > 0)
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== ''
}

/** The reason why a field refuses a file that is ready; undefined where it takes the file. */
export function fileObjection(
  field: Field,
  file: FileRecord,
): Omit<FieldError, 'pointer'> | undefined {
  const { accept = [], maxSize } = field
  if (maxSize !== undefined && file.size > maxSize)
    return { code: 'too-big', detail: `At most ${maxSize} bytes are possible here.` }
  if (accept.length > 0 && !accept.some((one) => fits(one.trim().toLowerCase(), file)))
    return { code: 'not-an-option', detail: `Possible: ${accept.join(', ')}.` }
  return undefined
}

/** One part of the HTML `accept` attribute: an ending, a type, or a family of types. */
function fits(pattern: string, { name, mediaType }: FileRecord): boolean {
  if (pattern.startsWith('.')) return name.toLowerCase().endsWith(pattern)
  if (pattern.endsWith('/*')) return mediaType.toLowerCase().startsWith(pattern.slice(0, -1))
  return mediaType.toLowerCase() === pattern
}
