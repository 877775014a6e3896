import { Discovery } from '@prmkit/contract'
import type { SettingsRecord } from '../../store/records.ts'
import { checkLabels, inLanguage, unknownNames } from './labels.ts'
import { numberForm, type NumberForm } from '../csv/numbers.ts'
import { isZone } from '../../rules/shared/zones.ts'
import { quoted, suggestion, type FileLog } from '../problems.ts'
import { tables } from '../tables.ts'
import type { Settings } from '../csv/table.ts'
import type { Path, YamlFile } from '../text/yaml.ts'

/** The content of `vendor.yaml`: the settings, and how the other files are to be read. */
export interface VendorFile {
  settings: SettingsRecord
  numbers: NumberForm
}

const isLabel = (path: Path) => path.at(-1) === 'label' || path.at(-2) === 'statusLabels'
const blocks = tables.flatMap(({ programme }) => programme ?? [])
const ours = ['numbers', 'softenAvailability', 'name', 'url']

/** Understands `vendor.yaml`, or tells what is wrong with it. */
export function readProgramme(file: YamlFile, log: FileLog): VendorFile | undefined {
  const given = withDefaults(file.value)
  if (!given) return void log.problem('The file must be a map that begins with “name: …”.')
  const languages = Array.isArray(given['languages']) ? given['languages'].map(String) : []
  checkLabels(file, languages, isLabel, log)
  const discovery: SettingsRecord['discovery'] = {}
  for (const language of languages) {
    const localised = inLanguage(given, language, languages, isLabel)
    const first = Object.keys(discovery).length === 0
    const understood = understand(localised as Record<string, unknown>, file, log, first)
    if (!understood) return undefined
    discovery[language] = understood
  }
  const [first] = Object.values(discovery)
  if (!first) return void log.problem('“languages” must name one at least, such as [en].')
  const numbers = readNumbers(given, file, log)
  const soften = given['softenAvailability'] ?? false
  if (typeof soften !== 'boolean')
    return void wrong(file, log, ['softenAvailability'], 'must be true or false.')
  return numbers && isSound(first, file, log)
    ? { settings: { discovery, softenAvailability: soften }, numbers }
    : undefined
}

function wrong(file: YamlFile, log: FileLog, path: Path, text: string): void {
  log.problem(`${path.join('.')} ${text}`, { line: file.line(path) })
}

function withDefaults(value: unknown): Record<string, unknown> | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  const filled: Record<string, unknown> = {
    timeZone: 'UTC',
    businessHours: { days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' },
    languages: ['en'],
    ...value,
  }
  for (const { name, defaults } of blocks) {
    const block = filled[name]
    if (block === false) delete filled[name]
    else filled[name] = { ...defaults, ...(typeof block === 'object' ? block : {}) }
  }
  return filled
}

/** One language of the settings, checked by the contract's own schema. */
function understand(
  { name, url, ...rest }: Record<string, unknown>,
  file: YamlFile,
  log: FileLog,
  first: boolean,
): Settings | undefined {
  const vendor = url === undefined ? { name } : { name, url }
  const filler = { contract: '', capabilities: [] }
  const result = Discovery.safeParse({ vendor, ...rest, ...filler })
  if (!result.success) {
    for (const { path, message } of result.error.issues) {
      const [top, ...below] = path as (string | number)[]
      wrong(file, log, top === 'vendor' ? below : path.map(asStep), `is wrong: ${message}.`)
    }
    return undefined
  }
  const { contract: _1, capabilities: _2, files: _3, ...understood } = result.data
  for (const path of unknownNames(rest, understood))
    if (first && !ours.includes(String(path[0])))
      wrong(file, log, path, `is not known and not read.${suggestion(String(path.at(-1)), names)}`)
  return understood
}

const asStep = (step: PropertyKey) => (typeof step === 'symbol' ? String(step) : step)
const names = [
  ...ours,
  ...['timeZone', 'businessHours', 'languages', 'currencies'],
  ...blocks.flatMap(({ name, defaults }) => [name, ...Object.keys(defaults)]),
]

function readNumbers(
  given: Record<string, unknown>,
  file: YamlFile,
  log: FileLog,
): NumberForm | undefined {
  const example = given['numbers']
  if (example === undefined) return {}
  const form = numberForm(String(example))
  if (!form)
    wrong(
      file,
      log,
      ['numbers'],
      `is ${quoted(String(example))}. Write 1234.50 the way your files do.`,
    )
  return form
}

/** Checks that the schema cannot express. */
function isSound(settings: Settings, file: YamlFile, log: FileLog): boolean {
  const { timeZone, businessHours } = settings
  const faults: [Path, string][] = []
  if (!isZone(timeZone))
    faults.push([['timeZone'], `${quoted(timeZone)} is not a time zone, such as Europe/Berlin.`])
  const { days, from, to } = businessHours
  const time = /^([01]\d|2[0-3]):[0-5]\d$/
  if (!time.test(from) || !time.test(to) || from >= to)
    faults.push([['businessHours'], 'needs “from” before “to”, such as 09:00 and 17:30 in quotes.'])
  if (days.length === 0 || days.some((day) => day < 1 || day > 7))
    faults.push([['businessHours', 'days'], 'lists days from 1 (Monday) to 7 (Sunday).'])
  for (const block of blocks)
    for (const [path, text] of block.faults(settings)) faults.push([[block.name, ...path], text])
  for (const [path, text] of faults) wrong(file, log, path, text)
  return faults.length === 0
}
