import type * as z from 'zod/mini'
import { checkLabels } from '../programme/labels.ts'
import { suggestion, type FileLog } from '../problems.ts'
import type { Path, YamlFile } from '../text/yaml.ts'

const labels = ['text', 'title', 'unit', 'name']
const isLabel = (path: Path) => labels.includes(String(path.at(-1))) || path.at(-2) === 'benefits'

/** A file that was read, and how faults in it are told. */
export interface Labelled<Value> {
  value: Value
  wrong(path: Path, text: string): void
}

/** Holds a file against its shape; with a fault there is no value, and each fault is told with its line. */
export function labelled<Schema extends z.ZodMiniType>(
  file: YamlFile,
  schema: Schema,
  languages: readonly string[],
  log: FileLog,
): Labelled<z.infer<Schema>> | undefined {
  const wrong = (path: Path, text: string) =>
    log.problem(`${path.join('.')} ${text}`.trim(), { line: file.line(path) })
  checkLabels(file, languages, isLabel, log)
  const result = schema.safeParse(file.value)
  if (result.success) return { value: result.data, wrong }
  for (const { path, message } of result.error.issues)
    wrong(
      path.map((step) => (typeof step === 'symbol' ? String(step) : step)),
      `is wrong: ${message}.`,
    )
  return undefined
}

/** A label in each language of the vendor; a language that lacks it has another one's. */
export function inEach(
  label: string | Record<string, string>,
  languages: readonly string[],
): Record<string, string> {
  if (typeof label === 'string')
    return Object.fromEntries(languages.map((language) => [language, label]))
  const any = languages.map((language) => label[language]).find((text) => text !== undefined)
  return Object.fromEntries(languages.map((language) => [language, label[language] ?? any ?? '']))
}

/** Tells of names that stand for nothing; true where all are known. */
export function known(
  names: readonly string[],
  among: readonly string[],
  tell: (index: number, text: string) => void,
): boolean {
  const strange = names.flatMap((name, index) => (among.includes(name) ? [] : [{ name, index }]))
  for (const { name, index } of strange)
    tell(index, `“${name}” is not there.${suggestion(name, among)}`)
  return strange.length === 0
}

/** Answers whether all names differ, and reports the first repeated one with its index. */
export function once(
  names: readonly string[],
  tell: (index: number, text: string) => void,
): boolean {
  const twice = names.findIndex((name, index) => names.indexOf(name) !== index)
  if (twice >= 0) tell(twice, `“${names[twice]}” is the name of another one.`)
  return twice < 0
}
