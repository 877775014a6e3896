import type { FileLog } from '../problems.ts'
import type { Path, YamlFile } from '../text/yaml.ts'

const plain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Turns labels that are maps by language into those of one language; the rest stays as it is. */
export function inLanguage(
  value: unknown,
  language: string,
  languages: readonly string[],
  isLabel: (path: Path) => boolean,
  path: Path = [],
): unknown {
  if (Array.isArray(value))
    return value.map((item, index) =>
      inLanguage(item, language, languages, isLabel, [...path, index]),
    )
  if (!plain(value)) return value
  if (isLabel(path))
    return (
      value[language] ?? languages.map((other) => value[other]).find((one) => one !== undefined)
    )
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [
      name,
      inLanguage(item, language, languages, isLabel, [...path, name]),
    ]),
  )
}

/** Tells which labels lack a language, or have one that the vendor does not speak. */
export function checkLabels(
  { value, line }: YamlFile,
  languages: readonly string[],
  isLabel: (path: Path) => boolean,
  log: FileLog,
): void {
  const visit = (part: unknown, path: Path): void => {
    if (Array.isArray(part)) return part.forEach((item, index) => visit(item, [...path, index]))
    if (!plain(part)) return
    if (!isLabel(path))
      return Object.entries(part).forEach(([name, item]) => visit(item, [...path, name]))
    const missing = languages.filter((language) => typeof part[language] !== 'string')
    const strange = Object.keys(part).filter((language) => !languages.includes(language))
    const where = { line: line(path), column: path.join('.') }
    if (missing.length > 0)
      log.problem(`There is no text for ${missing.join(', ')}; another language stands in.`, where)
    if (strange.length > 0)
      log.problem(`${strange.join(', ')} is not one of the languages in vendor.yaml.`, where)
  }
  visit(value, [])
}

/** Names that a file has and its schema does not know, as paths; misspelt, they would do nothing. */
export function unknownNames(given: unknown, understood: unknown, path: Path = []): Path[] {
  if (Array.isArray(given) && Array.isArray(understood))
    return given.flatMap((item, index) => unknownNames(item, understood[index], [...path, index]))
  if (!plain(given) || !plain(understood)) return []
  return Object.entries(given).flatMap(([name, item]) =>
    Object.hasOwn(understood, name)
      ? unknownNames(item, understood[name], [...path, name])
      : [[...path, name]],
  )
}
