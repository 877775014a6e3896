import type { Performer } from '../background/performer.ts'
import { mainSettings, offeredLanguages } from '../rules/content/languages.ts'
import type { FileStore } from '../files/file-store.ts'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { askToEnrol } from '../routes/training/enrol-by-rules.ts'
import type { Log } from '../log.ts'
import type { Store } from '../store/store.ts'
import { audienceWords } from './audience-words.ts'
import { boardFiles, importBoardFile } from './boards/import-boards.ts'
import { csvRows } from './csv/csv-rows.ts'
import { readCsv } from './csv/csv.ts'
import { Dates } from './csv/dates.ts'
import { detectEncoding, readText } from './csv/decode.ts'
import { fieldTypes } from './programme/forms.ts'
import { importForm, importProgramme } from './programme/import-programme.ts'
import { importSynonyms } from './articles/synonyms.ts'
import { importTrees } from './import-trees.ts'
import { importRows } from './import-rows.ts'
import { importMailTemplates, mailTemplateFiles } from './mail-templates.ts'
import { markdownRows } from './text/markdown-rows.ts'
import { FileLog, suggestion, type ContentReport } from './problems.ts'
import type { VendorFile } from './programme/programme.ts'
import { References } from './references.ts'
import { storedSettings } from './programme/stored-settings.ts'
import type { Reading } from './csv/row.ts'
import type { Settings, Table } from './csv/table.ts'
import { enrolmentRulesFile, importEnrolmentRules } from './training/enrolment-rules.ts'
import { tables, trainingTables } from './tables.ts'

/** The folder cannot be imported at all; the message says why and what to do. */
export class ContentError extends Error {
  override name = 'ContentError'
}

const names = [
  'vendor.yaml',
  'synonyms.txt',
  enrolmentRulesFile,
  'forms/*.yaml',
  mailTemplateFiles,
  ...boardFiles,
  ...[...tables, ...trainingTables].map(({ file }) => file),
]
const synonymsFile = 'synonyms.txt'
const folders = [...new Set(names.filter((name) => name.includes('/')).map(folderOf))]

/** Tells whether a file is meant by a name, in which a `*` stands for any. */
function matches(name: string, file: string): boolean {
  const [before, after] = name.split('*')
  if (before === undefined || after === undefined) return name === file
  const inside = file.slice(before.length, -after.length)
  return file === before + inside + after && /^[^/.][^/]*$/.test(inside)
}

function folderOf(name: string): string {
  return name.slice(0, name.indexOf('/'))
}

/** Settings for the import: where it writes what it does, and the clock for `today`. */
export interface ContentOptions {
  log: Log
  clock?: () => number
  /** Keeps images and other files of articles; without it they are left out, and told. */
  fileStore?: FileStore
  /** Renders articles; without it, in child processes. */
  performer?: Performer
}

/**
 * Brings a vendor's plain files into the store. Rows and files with faults are reported and left out,
 * the rest goes in; importing the same files again changes nothing.
 */
export async function importContent(
  store: Store,
  dir: string,
  { log, clock = Date.now, fileStore, performer }: ContentOptions,
): Promise<ContentReport> {
  const found = await list(dir)
  const report: ContentReport = { files: [], problems: [] }
  const open = async (file: string, work: (fileLog: FileLog) => Promise<void>) => {
    const fileLog = new FileLog(file, log)
    await work(fileLog)
    fileLog.end()
    report.files.push(fileLog.report)
    report.problems.push(...fileLog.problems)
  }

  const now = new Date(clock()).toISOString()
  let vendor: VendorFile | undefined
  if (found.includes('vendor.yaml'))
    await open('vendor.yaml', async (fileLog) => {
      vendor = await importProgramme(store, join(dir, 'vendor.yaml'), { log: fileLog, now })
    })
  const settings = vendor?.settings ?? (await storedSettings(store))
  if (!settings)
    throw new ContentError(
      `${dir} has no vendor.yaml that can be used, and none was imported before. Nothing else was read.`,
    )
  const languages = offeredLanguages(settings)
  for (const file of found.filter((name) => matches('forms/*.yaml', name)))
    await open(file, (fileLog) => importForm(store, dir, file, languages, fileLog))

  const main = mainSettings(settings)!
  const dates = new Dates(now, main.timeZone)
  const known = { store, dir, dates, languages, zone: main.timeZone, now }
  for (const file of boardFiles.filter((name) => found.includes(name)))
    await open(file, (fileLog) => importBoardFile(file, known, fileLog))
  const numbers = vendor?.numbers ?? {}
  const references = new References(store, [...tables, ...trainingTables])
  const shared = {
    store,
    reading: { dates, numbers, references },
    programme: {
      ...{ now, settings: main },
      pointRules: await store.read.programme.pointRules(),
      boards: await store.read.boards.all(),
    },
    understanding: `${main.timeZone}|${numbers.decimal ?? ''}${numbers.group ?? ''}`,
  }
  const bring = async (table: Table) => {
    const files = found.filter((file) => matches(table.file, file))
    if (files.length > 0)
      await open(table.file, async (fileLog) => {
        const rows = table.file.endsWith('.md')
          ? markdownRows(table, { dir, files, languages }, shared.reading, fileLog)
          : await csvFileRows(table, dir, shared.reading, fileLog)
        const form = await formOf(store, table, main)
        const words = await audienceWords(store)
        const programme = { ...shared.programme, words, fieldTypes: fieldTypes(form) }
        await importRows(table, rows, { ...shared, programme, log: fileLog })
      })
  }
  for (const table of tables) await bring(table)
  if (found.includes(synonymsFile))
    await open(synonymsFile, (fileLog) => importSynonyms(store, join(dir, synonymsFile), fileLog))
  await importTrees({ ...known, languages: main.languages, references, fileStore, performer }, open)
  if (found.includes(enrolmentRulesFile))
    await open(enrolmentRulesFile, (fileLog) =>
      importEnrolmentRules(
        store,
        join(dir, enrolmentRulesFile),
        { references, languages },
        fileLog,
      ),
    )
  for (const table of trainingTables) await bring(table)
  if (report.files.some(({ added, changed }) => added + changed > 0))
    await store.write((rows) => askToEnrol(rows, now))
  const templates = found.filter((file) => matches(mailTemplateFiles, file))
  if (templates.length > 0)
    await open(mailTemplateFiles, (fileLog) =>
      importMailTemplates(store, dir, templates, languages, fileLog),
    )
  for (const file of found) await remarkOn(file, open)
  return report
}

/** The vendor's form that makes the records of a table, where there is one. */
async function formOf(store: Store, { form }: Table, settings: Settings) {
  const name = form?.nameIn(settings)
  return name === undefined ? undefined : store.read.programme.form(name)
}

async function csvFileRows(table: Table, dir: string, reading: Reading, log: FileLog) {
  const path = join(dir, table.file)
  const encoding = await detectEncoding(path)
  if (encoding.note !== undefined) log.problem(encoding.note)
  return csvRows(table, readCsv(readText(path, encoding)), reading, log)
}

async function list(dir: string): Promise<string[]> {
  const top = await readdir(dir).catch((error: NodeJS.ErrnoException) => {
    throw new ContentError(`The content folder ${dir} cannot be read: ${error.message}.`)
  })
  const below = folders.map(async (folder) => {
    const inside = await readdir(join(dir, folder)).catch(() => [])
    return inside.map((name) => `${folder}/${name}`)
  })
  const all = [...top, ...(await Promise.all(below)).flat()]
  // Not `Dirent.isFile`, which denies the symbolic links that containers mount files with.
  const isFile = await Promise.all(
    all.map(async (name) => (await stat(join(dir, name)).catch(() => undefined))?.isFile()),
  )
  const files = all.filter((_, index) => isFile[index])
  if (!files.some((name) => /\.(csv|yaml)$/.test(name)))
    throw new ContentError(`${dir} has nothing to import. Expected: ${names.join(', ')}.`)
  return files.toSorted()
}

/** A file that looks as if it was meant to be read. */
async function remarkOn(
  file: string,
  open: (file: string, work: (fileLog: FileLog) => Promise<void>) => Promise<void>,
): Promise<void> {
  const known = names.some((name) => matches(name, file))
  if (known || !/\.(csv|tsv|txt|ya?ml|xlsx?)$/i.test(file)) return
  await open(file, async (fileLog) =>
    fileLog.problem(`The file is not read.${suggestion(file, names)}`),
  )
}
