import { CivilDate, DealInput, type Field } from '@prmkit/contract'
import { setValueAt } from '@prmkit/contract/rules'
import { quoted, suggestion } from '../problems.ts'

/** What is wrong with a field, and with which of its properties. */
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
    if (field.type === 'date') texts.push(...checkDays(field))
    for (const name of ['visibleWhen', 'requiredWhen'] as const)
      texts.push(...checkCondition(field, name, fields))
    return texts.map((text) => ({ field, ...text }))
  })
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

/** Whether a request can hold such a value there: asked of the contract's own schema. */
function checkPlace({ pointer, type, options }: Field): string | undefined {
  const value = type === 'choice' ? (options?.[0]?.value ?? 'x') : samples[type]
  const body: Record<string, unknown> = {}
  setValueAt(body, pointer, value)
  const result = DealInput.safeParse(body)
  if (result.success && pointer !== '' && pointer !== '/status') return undefined
  const unknown = result.error?.issues.some(({ code }) => code === 'unrecognized_keys')
  return unknown || result.success
    ? 'A deal has no such place. A field of your own goes to /custom/…'
    : `A value of the type ${type} does not fit there.`
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
