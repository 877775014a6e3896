import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { zoneOf } from '../../routes/boards/give.ts'
import { moveZone } from '../../routes/boards/move-zone.ts'
import type { FormRecord } from '../../store/records.ts'
import type { Store } from '../../store/store.ts'
import type { FileLog } from '../problems.ts'
import { readYaml } from '../text/yaml.ts'
import { readForm } from './forms.ts'
import { readProgramme, type VendorFile } from './programme.ts'
import { storedSettings } from './stored-settings.ts'

/**
 * Brings in what `vendor.yaml` says of the programme; a fault leaves that of before. With another time
 * zone, the boards are counted anew in the same transaction.
 */
export async function importProgramme(
  store: Store,
  path: string,
  { log, now }: { log: FileLog; now: string },
): Promise<VendorFile | undefined> {
  const file = await readYaml(path, log)
  const vendor = file && readProgramme(file, log)
  if (!vendor) {
    log.report.bad++
    return undefined
  }
  const before = await storedSettings(store)
  const put = () =>
    store.write(async (tables) => {
      await tables.programme.putSettings(vendor.settings)
      const to = zoneOf(vendor.settings)
      const from = before ? zoneOf(before) : to
      if (from !== to) await moveZone(tables, { from, to }, now)
    })
  await putIfNew(before, vendor.settings, put, log)
  return vendor
}

/** Brings in a form; a fault leaves that of before. */
export async function importForm(
  store: Store,
  dir: string,
  file: string,
  languages: readonly string[],
  log: FileLog,
): Promise<void> {
  const yaml = await readYaml(join(dir, file), log)
  const name = file.slice('forms/'.length, -'.yaml'.length)
  const form = yaml && readForm(name, yaml, languages, log)
  if (!form) {
    log.report.bad++
    return
  }
  const before = await store.read.programme.form(name)
  await putIfNew<FormRecord>(
    before,
    form,
    () => store.write((rows) => rows.programme.putForm(form)),
    log,
  )
}

async function putIfNew<Stored>(
  before: Stored | undefined,
  after: Stored,
  put: () => Promise<void>,
  { report }: FileLog,
): Promise<void> {
  // As JSON, because that is what a database gives back.
  if (
    before &&
    isDeepStrictEqual(JSON.parse(JSON.stringify(before)), JSON.parse(JSON.stringify(after)))
  )
    return void report.unchanged++
  await put()
  if (before) report.changed++
  else report.added++
}
