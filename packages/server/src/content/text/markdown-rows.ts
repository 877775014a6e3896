import { join } from 'node:path'
import { Header } from '../csv/header.ts'
import { readMarkdown, type MarkdownFile } from './markdown.ts'
import { quoted, suggestion, type FileLog, type Place } from '../problems.ts'
import { Row, type Reading } from '../csv/row.ts'
import type { Table } from '../csv/table.ts'

/** The files of one record: `winter.md`, and `winter.de.md` for another language. */
interface Group {
  key: string
  main: string
  /** The other files by language. */
  others: Map<string, string>
}

/** How many records one batch has. */
const batchRows = 100

/**
 * The records that Markdown files with front matter make, as rows: the names of the front matter are
 * columns, `text` is the text below it, and `title.de` and `text.de` come from the file in German. A
 * file without a key has its name for one. Any fault of a file leaves its record out, so that a
 * misspelt audience opens a text to nobody.
 */
export async function* markdownRows(
  table: Table,
  {
    dir,
    files,
    languages,
  }: { dir: string; files: readonly string[]; languages: readonly string[] },
  reading: Reading,
  log: FileLog,
): AsyncGenerator<Row[]> {
  let batch: Row[] = []
  for (const group of groupsOf(files, languages)) {
    const row = await readGroup(group, { table, dir, languages, reading, log })
    if (row) batch.push(row)
    else log.report.bad++
    if (batch.length < batchRows) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

function groupsOf(files: readonly string[], languages: readonly string[]): Group[] {
  const bases = new Set(files.map((file) => file.replace(/\.md$/, '')))
  const groups = new Map<string, Group>()
  const all = [...bases].map((base) => {
    const [, before = '', suffix = ''] = /^(.+)\.([a-z]{2,3}(?:-\w{2,8})*)$/.exec(base) ?? []
    const isLanguage = before !== '' && (languages.includes(suffix) || bases.has(before))
    return isLanguage ? { base: before, language: suffix } : { base, language: '' }
  })
  const place = (language: string) => ['', ...languages, language].indexOf(language)
  // The file without a language comes first, then the vendor's languages in their order.
  const order = all.toSorted((one, other) => place(one.language) - place(other.language))
  for (const { base, language } of order) {
    const file = language === '' ? `${base}.md` : `${base}.${language}.md`
    const group = groups.get(base)
    if (group) group.others.set(language, file)
    else groups.set(base, { key: base.replace(/^.*\//, ''), main: file, others: new Map() })
  }
  return [...groups.values()].toSorted((one, other) => (one.main < other.main ? -1 : 1))
}

interface Reader {
  table: Table
  dir: string
  languages: readonly string[]
  reading: Reading
  log: FileLog
}

async function readGroup(group: Group, reader: Reader): Promise<Row | undefined> {
  const { main, others, key } = group
  const { table, dir, languages, reading, log } = reader
  const cells = new Map<string, { cell: string; place: Place }>()
  let isSound = true
  for (const [language, file] of [['', main] as const, ...others]) {
    const problem = (text: string, place: Place = {}) => {
      isSound = false
      log.problem(text, { file, ...place })
    }
    if (language !== '' && !languages.includes(language))
      problem(`${language} is not one of the languages in vendor.yaml.`)
    const found = await readMarkdown(join(dir, file), problem)
    if (!found) continue
    const suffix = language === '' ? '' : `.${language}`
    checkNames(found, { table, main: language === '' ? undefined : main }, problem)
    for (const [name, { cell, line }] of found.front)
      cells.set(name + suffix, { cell, place: { file, line } })
    cells.set(`text${suffix}`, { cell: found.text, place: { file, line: found.textLine } })
  }
  if (!isSound) return undefined
  const inName = /\.([^.]+)\.md$/.exec(main)?.[1]
  if (inName !== undefined && main.endsWith(`${key}.${inName}.md`) && !cells.has('language'))
    cells.set('language', { cell: inName, place: { file: main } })
  if (!cells.has('key')) cells.set('key', { cell: key, place: { file: main } })
  const header = new Header([...cells.keys()], table.columns)
  const values = [...cells.values()].map(({ cell }) => cell)
  const places = new Map([...cells].map(([name, { place }]) => [name, place]))
  return new Row(header, { file: main }, values, reading, places)
}

/** Refuses names that the table does not know, or that only the main file may have. */
function checkNames(
  { front }: MarkdownFile,
  { table, main }: { table: Table; main: string | undefined },
  problem: (text: string, place: Place) => void,
): void {
  const known = table.columns.names.filter((name) => name !== 'text')
  for (const [name, { line }] of front)
    if (!known.includes(name))
      problem(`${quoted(name)} is not known.${suggestion(name, known)}`, { line })
    else if (main !== undefined && name !== 'title')
      problem(`${quoted(name)} stands in ${main}, for all languages. Remove it here.`, { line })
}
