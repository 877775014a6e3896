import { openStore } from '../src/postgres/engine/connect.ts'
import type { Store } from '../src/store/store.ts'
import { aDeal, noon } from './records.ts'

// What another process does in a test: `node postgres-child.ts WHAT {options}`, told to go on by messages.

const [what, options] = process.argv.slice(2)
const store = await openStore(JSON.parse(options ?? '{}'))
const doings: Record<string, (store: Store) => Promise<void>> = { submit, hang }
await doings[what ?? '']?.(store)

/** Submits a deal for each customer it is told; answers how many were in the way. */
async function submit({ write }: Store) {
  process.on('message', async (customer: string | null) => {
    if (customer === null) {
      await store.close()
      process.disconnect()
      return
    }
    const blocking = await write(async ({ deals, events }) => {
      await deals.lockCustomers([customer])
      const before = await deals.blocking([customer], ['switch'])
      const deal = aDeal({ customerKeys: [customer] })
      await deals.insert(deal)
      await events.append({
        ...{ type: 'deal.submitted', resource: 'deal', resourceId: deal.id, revision: 1 },
        ...{ partnerIds: [], isDraft: false, at: noon },
      })
      return before.length
    })
    process.send?.(blocking)
  })
  process.send?.('ready')
}

/** Writes one deal, and then another in a transaction that never ends. */
async function hang({ write }: Store) {
  await write(({ deals }) => deals.insert(aDeal({ id: 'committed' })))
  await write(async ({ deals }) => {
    await deals.insert(aDeal({ id: 'half-written' }))
    process.send?.('ready')
    await new Promise(() => setInterval(() => {}, 1000))
  })
}
