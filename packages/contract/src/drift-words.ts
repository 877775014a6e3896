/** A fault as a schema of zod describes it. */
export interface DriftIssue {
  readonly code?: string | undefined
  readonly message: string
  readonly expected?: unknown
  readonly format?: unknown
  readonly pattern?: unknown
  readonly values?: readonly unknown[] | undefined
  readonly minimum?: unknown
  readonly maximum?: unknown
  readonly keys?: readonly string[] | undefined
}

/** One valid text of each form that the contract asks for; the first that fits is the example. */
const examples = [
  ['an instant in UTC with milliseconds', '2026-11-27T09:30:00.000Z'],
  ['a civil date', '2026-11-27'],
  ['a currency of ISO 4217', 'EUR'],
  ['a country of ISO 3166', 'DE'],
  ['a telephone number of E.164', '+4942155501'],
  ['a decimal number as text', '1234.50'],
  ['a language of BCP 47', 'de-AT'],
  ['an absolute web address', 'https://www.example.com/'],
  ['an e-mail address', 'jo@example.com'],
  ['an id', 'deal_4711'],
] as const

function seen(value: unknown): string {
  if (value === undefined) return 'nothing'
  const text = JSON.stringify(value) ?? String(value)
  return text.length > 80 ? `${text.slice(0, 80)}…` : text
}

/** The form of a text and an example of it. */
function formOf({ format, pattern }: DriftIssue): string {
  const source = /^\/(.*)\/(\w*)$/s.exec(String(pattern))
  const known = source && safely(source[1]!, source[2]!)
  const found = known && examples.find(([, example]) => known.test(example))
  if (found) return `${found[0]} such as ${JSON.stringify(found[1])}`
  const address = format === 'url' && examples[7]
  return address
    ? `${address[0]} such as ${JSON.stringify(address[1])}`
    : `text of the form ${String(pattern ?? format)}`
}

function safely(source: string, flags: string): RegExp | undefined {
  try {
    return new RegExp(source, flags)
  } catch {
    return undefined
  }
}

function expected(issue: DriftIssue): string {
  const { code, values = [], minimum, maximum, keys = [] } = issue
  if (code === 'invalid_type') return `${String(issue.expected)}${exampleOf(issue.expected)}`
  if (code === 'invalid_format') return formOf(issue)
  if (code === 'invalid_value')
    return `one of ${values.map((value) => JSON.stringify(value)).join(', ')}`
  if (code === 'too_small') return `at least ${String(minimum)}`
  if (code === 'too_big') return `at most ${String(maximum)}`
  if (code === 'unrecognized_keys') return `nothing called ${keys.join(', ')}`
  return issue.message
}

const kinds: Record<string, string> = {
  string: '"text"',
  number: '42',
  int: '42',
  boolean: 'true',
  array: '[]',
  object: '{}',
}

function exampleOf(kind: unknown): string {
  const example = kinds[String(kind)]
  return example === undefined ? '' : ` such as ${example}`
}

/** The value that was seen, the form that the contract expects, and an example. */
export const driftWords = (issue: DriftIssue, value: unknown): string =>
  `it is ${seen(value)}, expected ${expected(issue)}`
