import { hash } from 'node:crypto'
import { Form, type Field } from '@prmkit/contract'
import { fieldsOf } from '@prmkit/contract/rules'
import type { FormRecord } from '../../store/records.ts'
import { checkFields } from './form-fields.ts'
import { checkLabels, inLanguage, unknownNames } from './labels.ts'
import { suggestion, type FileLog } from '../problems.ts'
import type { Path, YamlFile } from '../text/yaml.ts'

const labelled = ['title', 'label', 'hint', 'placeholder']
const isLabel = (path: Path) =>
  labelled.includes(String(path.at(-1))) || (path.at(-2) === 'consent' && path.at(-1) === 'text')

/** Understands a form's YAML, or tells what is wrong with it; the version follows the content. */
export function readForm(
  name: string,
  file: YamlFile,
  languages: readonly string[],
  log: FileLog,
): FormRecord | undefined {
  const given = file.value
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    return void log.problem('The file must be a map that begins with “title: …”.')
  const stated = (given as { version?: unknown }).version
  const version =
    stated === undefined
      ? hash('sha256', JSON.stringify(given), 'hex').slice(0, 12)
      : String(stated)
  checkLabels(file, languages, isLabel, log)
  const forms: FormRecord['forms'] = {}
  let warned = false
  for (const language of languages) {
    const localised = inLanguage(given, language, languages, isLabel) as object
    const result = Form.safeParse({ ...localised, name, version, language })
    if (!result.success) {
      for (const { path, message } of result.error.issues)
        place(file, log, path.map(asStep), `is wrong: ${message}.`)
      return undefined
    }
    if (!warned) warnUnknown(localised, result.data, file, log)
    warned = true
    forms[language] = result.data
  }
  const [first] = Object.values(forms)
  return first && fieldsAreSound(first, file, log) ? { name, version, forms } : undefined
}

const asStep = (step: PropertyKey) => (typeof step === 'symbol' ? String(step) : step)

function place(file: YamlFile, log: FileLog, path: Path, text: string): void {
  log.problem(`${path.join('.')} ${text}`, { line: file.line(path) })
}

const known = [
  ...['title', 'version', 'sections', 'name', 'hint', 'fields', 'pointer', 'type', 'label'],
  ...['placeholder', 'autocomplete', 'default', 'hidden', 'required', 'visibleWhen'],
  ...['requiredWhen', 'minLength', 'maxLength', 'min', 'max', 'scale', 'options', 'currencies'],
  ...['source', 'accept', 'maxFiles', 'maxSize', 'consent', 'text', 'url', 'field', 'equals'],
  ...['oneOf', 'filled', 'value'],
]

function warnUnknown(given: object, form: Form, file: YamlFile, log: FileLog): void {
  for (const path of unknownNames(given, form)) {
    const name = String(path.at(-1))
    place(file, log, path, `is not known and not read.${suggestion(name, known)}`)
  }
}

function fieldsAreSound(form: Form, file: YamlFile, log: FileLog): boolean {
  const paths = new Map<Field, Path>()
  for (const [index, { fields }] of form.sections.entries())
    for (const [at, field] of fields.entries()) paths.set(field, ['sections', index, 'fields', at])
  const faults = checkFields(fieldsOf(form))
  for (const { field, name, text } of faults) {
    const path = [...(paths.get(field) ?? []), ...(name === undefined ? [] : [name])]
    log.problem(`${field.pointer}: ${text}`, { line: file.line(path) })
  }
  return faults.length === 0
}

/** The type of each field of a form, by its pointer. */
export function fieldTypes(form: FormRecord | undefined): Map<string, string> {
  const [first] = Object.values(form?.forms ?? {})
  return new Map(first ? fieldsOf(first).map(({ pointer, type }) => [pointer, type]) : [])
}
