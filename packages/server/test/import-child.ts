// Imports a folder into a database on disk; with a number, stops for ever inside the transaction
// that would take the batch of deals after so many.
//   node import-child.ts <database folder> <content folder> <now> [batches]
import { importContent } from '../src/content/import.ts'
import { openStore } from '../src/postgres/connect.ts'
import type { Store } from '../src/store/store.ts'

const [, , dataDir, dir, now, batches] = process.argv as [
  string,
  string,
  string,
  string,
  string,
  string?,
]
const store = await openStore({ dataDir })
const log = { info() {}, warn() {}, error() {} }
let left = batches === undefined ? Infinity : Number(batches)

const write: Store['write'] = (work) =>
  store.write((tables) => {
    const content: typeof tables.content = {
      ids: (kind, keys) => tables.content.ids(kind, keys),
      async merge(kind, rows, at) {
        const sum = await tables.content.merge(kind, rows, at)
        if (kind !== 'deals' || left-- > 0) return sum
        process.stdout.write('half-way\n')
        return new Promise(() => setInterval(() => {}, 1000))
      },
    }
    return work({ ...tables, content })
  })

const { files } = await importContent({ ...store, write }, dir, {
  log,
  clock: () => Date.parse(now),
})
process.stdout.write(`${JSON.stringify(files.find(({ file }) => file === 'deals.csv'))}\n`)
await store.close()
