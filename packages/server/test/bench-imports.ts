import { createWriteStream } from 'node:fs'
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { importContent } from '../src/content/import.ts'
import { openStore } from '../src/postgres/engine/connect.ts'
import { benchDeal, benchPartner } from './bench-data.ts'
import type { NativePostgres } from './native-postgres.ts'

/** Seconds. */
interface ImportTimes {
  /** From the vendor's CSV files to the last commit. */
  import: number
  /** COPY of the finished rows from files on the server into the same, empty tables. */
  copy: number
  /** Importing the same files again, which changes nothing. */
  again: number
}

const silent = { info() {}, warn() {}, error() {} }
const copied = {
  partners: ['partners', 'content'],
  deals: ['records', 'record_partners', 'deals', 'content', 'events'],
}

/** Imports so many partners or deals from CSV into PostgreSQL, and loads the same rows with COPY. */
export async function benchImport(
  server: NativePostgres,
  kind: 'partners' | 'deals',
  count: number,
): Promise<ImportTimes> {
  const dir = await mkdtemp(join(tmpdir(), 'prmkit-bench-'))
  // PostgreSQL runs as a user of its own and writes here too.
  await chmod(dir, 0o777)
  const databaseUrl = await server.database()
  const store = await openStore({ databaseUrl })
  const copyUrl = await server.database()
  await (await openStore({ databaseUrl: copyUrl })).close()
  try {
    await writeFile(join(dir, 'vendor.yaml'), 'name: Tidemark\ncurrencies: [EUR]\n')
    if (kind === 'deals') {
      await writeCsv(join(dir, 'partners.csv'), 40, partnerCells)
      await writeCsv(join(dir, 'products.csv'), 25, productCells)
      await importContent(store, dir, { log: silent })
    }
    const file = join(dir, `${kind}.csv`)
    await writeCsv(file, count, kind === 'deals' ? dealCells : partnerCells)
    const before = kind === 'deals' ? 65 : 0
    const time = await seconds(async () => {
      const { files, problems } = await importContent(store, dir, { log: silent })
      const added = files.reduce((sum, one) => sum + one.added, 0)
      if (problems.length > 0 || added < count)
        throw new Error(JSON.stringify(problems.slice(0, 3)))
    })
    const again = await seconds(() => importContent(store, dir, { log: silent }))
    const copy = await copyTables(databaseUrl, copyUrl, dir, copied[kind], before)
    return { import: time, copy, again }
  } finally {
    await store.close()
    await rm(dir, { recursive: true })
  }
}

async function copyTables(
  from: string,
  to: string,
  dir: string,
  tables: readonly string[],
  atLeast: number,
): Promise<number> {
  const [source, target] = [new pg.Client(from), new pg.Client(to)]
  await source.connect()
  await target.connect()
  for (const table of tables) await source.query(`copy ${table} to '${join(dir, table)}'`)
  const time = await seconds(async () => {
    for (const table of tables) {
      const { rowCount } = await target.query(`copy ${table} from '${join(dir, table)}'`)
      if ((rowCount ?? 0) <= atLeast) throw new Error(`COPY brought ${rowCount} rows of ${table}.`)
    }
  })
  await source.end()
  await target.end()
  return time
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return (performance.now() - start) / 1000
}

type Cells = (index: number) => Record<string, string>

const partnerCells: Cells = (index) => {
  const { name, kind, tier = '', country = '' } = benchPartner(index)
  return { key: `P${index}`, name, kind, tier, country, 'externalId.crm': `001${index}` }
}

const productCells: Cells = (index) => ({
  ...{ key: `S${index}`, sku: `S-${index}`, name: `Product ${index}` },
})

const dealCells: Cells = (index) => {
  const { number, name, customer, contact, problem = '', createdAt } = benchDeal(index)
  return {
    ...{
      key: `D${index}`,
      number,
      name,
      type: 'new',
      partner: `P${index % 40}`,
      status: 'submitted',
    },
    distributor: `P${(index + 1) % 40}`,
    companyName: customer.companyName,
    ...{ website: customer.website ?? '', country: 'DE', city: customer.city ?? '' },
    industry: customer.industry ?? '',
    contactFirstName: contact?.firstName ?? '',
    contactLastName: contact?.lastName ?? '',
    contactEmail: contact?.email ?? '',
    problem,
    lines: `S${index % 25}*2@500.00|S${(index + 3) % 25}*1@80.00`,
    ...{ amount: `${1080 + index}.00`, currency: 'EUR', expectedCloseDate: '2026-12-01' },
    ...{ createdAt, submittedAt: createdAt, updatedAt: createdAt },
  }
}

async function writeCsv(path: string, count: number, cells: Cells): Promise<void> {
  const file = createWriteStream(path)
  file.write(`${Object.keys(cells(0)).join(',')}\n`)
  for (let index = 0; index < count; index++) {
    const line = Object.values(cells(index)).map((cell) => `"${cell.replaceAll('"', '""')}"`)
    if (!file.write(`${line.join(',')}\n`)) await once(file, 'drain')
  }
  file.end()
  await once(file, 'close')
}
