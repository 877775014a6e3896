// Imports a folder into a database on disk; with a number, stops for ever inside a transaction
// once rows of deals were written more often.
//   node import-child.ts <database folder> <content folder> <now> [writes]
import { importContent } from '../src/content/import.ts'
import { openStore } from '../src/postgres/engine/connect.ts'
import type { Store } from '../src/store/store.ts'

const [, , dataDir, dir, now, writes] = process.argv as [
  string,
  string,
  string,
  string,
  string,
  string?,
]
const store = await openStore({ dataDir })
const log = { info() {}, warn() {}, error() {} }
let left = writes === undefined ? Infinity : Number(writes)

const write: Store['write'] = (work) =>
  store.write((tables) => {
    const put: typeof tables.content.put = async (kind, rows) => {
      await tables.content.put(kind, rows)
      if (kind !== 'deals' || left-- > 0) return
      process.stdout.write('half-way\n')
      await new Promise(() => setInterval(() => {}, 1000))
    }
    return work({ ...tables, content: { ...tables.content, put } })
  })

const { files } = await importContent({ ...store, write }, dir, {
  log,
  clock: () => Date.parse(now),
})
process.stdout.write(`${JSON.stringify(files.find(({ file }) => file === 'deals.csv'))}\n`)
await store.close()
