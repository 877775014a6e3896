import { CivilDate, type Field } from '@prmkit/contract'
import { setValueAt } from '@prmkit/contract/rules'
import { acceptsAny, knownEndings, largestFile } from '../../files/file-types.ts'
import { quoted, suggestion } from '../problems.ts'
import { tables } from '../tables.ts'

/** An error of a field, and the property that has it. */
export interface FieldFault {
  field: Field
  name?: keyof Field
  text: string
}

const samples: Record<Field['type'], unknown> = {
  text: 'x',
  long_text: 'x',
  email: 'a@b.example',
  url: 'https://a.example',
  phone: '+494215550132',
  country: 'DE',
  number: 1,
  money: { amount: '1', currency: 'EUR' },
  date: '2026-01-01',
  choice: 'x',
  multi_choice: ['x'],
  lookup: 'x',
  product_lines: [{ productId: 'x', quantity: 1 }],
  file: ['x'],
  yes_no: true,
  consent: { version: 'x', given: true },
}

/** Checks what the schema of forms cannot say: that each field fits into a request and knows its partners. */
export function checkFields(fields: readonly Field[]): FieldFault[] {
  const pointers = fields.map(({ pointer }) => pointer)
  return fields.flatMap((field, index) => {
    const texts: Omit<FieldFault, 'field'>[] = []
    if (pointers.indexOf(field.pointer) !== index)
      texts.push({ name: 'pointer', text: 'Another field has this pointer already.' })
    const misplaced = checkPlace(field)
    if (misplaced !== undefined) texts.push({ name: 'pointer', text: misplaced })
    const choice = field.type === 'choice' || field.type === 'multi_choice'
    if (choice && !field.options?.length)
      texts.push({ name: 'type', text: 'A choice needs options.' })
    if (field.type === 'consent' && !field.consent)
      texts.push({ name: 'type', text: 'A consent needs its text and version.' })
    if (field.type === 'lookup' && !field.source)
      texts.push({ name: 'type', text: 'A look-up needs a source: products, partners or users.' })
    if (field.type === 'file') texts.push(...checkFiles(field))
    if (field.type === 'date') texts.push(...checkDays(field))
    for (const name of ['visibleWhen', 'requiredWhen'] as const)
      texts.push(...checkCondition(field, name, fields))
    return texts.map((text) => ({ field, ...text }))
  })
}

/** A field asks for files that the server takes, of a size that it takes. */
function checkFiles({ accept = [], maxSize }: Field): Omit<FieldFault, 'field'>[] {
  const refused = accept.filter((pattern) => !acceptsAny(pattern)).map(quoted)
  const texts: Omit<FieldFault, 'field'>[] = []
  if (refused.length > 0)
    texts.push({
      name: 'accept',
      text: `The server takes no files of ${refused.join(', ')}. Possible: ${knownEndings.join(', ')}.`,
    })
  if (maxSize !== undefined && maxSize > largestFile)
    texts.push({
      name: 'maxSize',
      text: `The server takes at most ${largestFile} bytes, not ${maxSize}.`,
    })
  return texts
}

/** The bounds of a date are days, or `today`; its default is a day. */
function checkDays(field: Field): Omit<FieldFault, 'field'>[] {
  return (['min', 'max', 'default'] as const).flatMap((name) => {
    const day = field[name]
    const today = name !== 'default' && day === 'today'
    if (day === undefined || today || CivilDate.safeParse(day).success) return []
    const bound = name === 'default' ? '' : ', or today'
    return [{ name, text: `${quoted(String(day))} is not a day. Write 2026-03-31${bound}.` }]
  })
}

const forms = tables.flatMap(({ form }) => form ?? [])

/** The fault of a field's place: none where one of the requests that forms become takes such a value there. */
function checkPlace({ pointer, type, options }: Field): string | undefined {
  const value = type === 'choice' ? (options?.[0]?.value ?? 'x') : samples[type]
  const body: Record<string, unknown> = {}
  setValueAt(body, pointer, value)
  const faults = forms.map(({ noun, request, closed }) => {
    const result = request.safeParse(body)
    if (result.success && pointer !== '' && !closed.includes(pointer)) return undefined
    const unknown = result.error?.issues.some(({ code }) => code === 'unrecognized_keys')
    return unknown || result.success
      ? `A ${noun} has no such place. A field of your own goes to /custom/…`
      : `A value of the type ${type} does not fit there.`
  })
  return faults.includes(undefined) ? undefined : faults[0]
}

function checkCondition(
  field: Field,
  name: 'visibleWhen' | 'requiredWhen',
  fields: readonly Field[],
): Omit<FieldFault, 'field'>[] {
  const condition = field[name]
  if (!condition) return []
  const other = fields.find(({ pointer }) => pointer === condition.field)
  if (!other) {
    const near = suggestion(
      condition.field,
      fields.map(({ pointer }) => pointer),
    )
    return [{ name, text: `${name} names ${condition.field}, which is not in this form.${near}` }]
  }
  const wanted =
    'equals' in condition ? [condition.equals] : 'oneOf' in condition ? condition.oneOf : []
  const options = other.options?.map(({ value }) => value)
  const strange = wanted.find((value) => options && !options.includes(String(value)))
  if (strange === undefined) return []
  return [{ name, text: `${quoted(String(strange))} is not an option of ${other.pointer}.` }]
}
