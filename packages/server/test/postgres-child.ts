import { inPlace } from '../src/background/in-place.ts'
import { createRunner } from '../src/background/runner.ts'
import { noHosts } from '../src/files/file-source.ts'
import { createApp, memoryFiles } from '../src/index.ts'
import { openStore } from '../src/postgres/engine/connect.ts'
import type { Store } from '../src/store/store.ts'
import { give } from '../src/routes/boards/give.ts'
import { aPoint } from './board-records.ts'
import { aDeal, later, noon } from './records.ts'
import { withParents } from './with-parents.ts'

// The work of another process in a test: `node postgres-child.ts WHAT {options}`, told to go on by messages.

const [what, options] = process.argv.slice(2)
const store = await openStore(JSON.parse(options ?? '{}'))
const doings: Record<string, (store: Store) => Promise<void>> = {
  ...{ submit, hang, answer, givePoints, doJobs, book },
}
await doings[what ?? '']?.(store)

/** Submits a deal for each customer it is told; answers how many were in the way. */
async function submit(opened: Store) {
  const { write } = withParents(opened)
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

/** Answers the request that it is told, and tells when nothing but the commit, which never comes, is left. */
async function answer(opened: Store) {
  const write: Store['write'] = (work) =>
    opened.write(async (tables) => {
      const result = await work(tables)
      if (!JSON.stringify(result)?.includes('"status":201')) return result
      process.send?.('held')
      return new Promise(() => setInterval(() => {}, 1000))
    })
  const app = createApp({
    ...{ store: { ...opened, write }, fileStore: memoryFiles(), apiKeys: ['sk_of_a_test'] },
  })
  process.on('message', ({ url, ...sent }: RequestInit & { url: string }) => {
    void app.fetch(new Request(url, sent))
  })
  process.send?.('ready')
}

/** Writes one deal, takes a key, and writes another deal in a transaction that never ends. */
async function hang(opened: Store) {
  const { write } = withParents(opened)
  await write(({ deals }) => deals.insert(aDeal({ id: 'committed' })))
  const lease = { processId: 'killed', until: later(noon, 30_000), aliveSince: noon }
  await write(({ idempotency }) => idempotency.claim('held', 'f', noon, lease))
  await write(async ({ deals }) => {
    await deals.insert(aDeal({ id: 'half-written' }))
    process.send?.('ready')
    await new Promise(() => setInterval(() => {}, 1000))
  })
}

/** Books a seat for each of the tokens that it is told, all at once, and says when it has. */
async function book(opened: Store) {
  const app = createApp({ store: opened, fileStore: memoryFiles(), apiKeys: ['sk_of_a_test'] })
  process.on('message', async ({ url, tokens }: { url: string; tokens: string[] }) => {
    await Promise.all(
      tokens.map((token, key) =>
        app.fetch(
          new Request(url, {
            method: 'POST',
            headers: { authorization: `Bearer ${token}`, 'idempotency-key': `seat-${key}` },
          }),
        ),
      ),
    )
    process.send?.('booked')
  })
  process.send?.('ready')
}

/** Gives points to one person until it is killed, and tells of each event that was committed. */
async function givePoints({ write }: Store) {
  process.send?.('ready')
  for (let index = 0; ; index++) {
    const point = aPoint({ key: `killed ${index}`, userId: 'sam', rule: 'kill', points: 1 })
    await write((tables) => give(tables, [point], noon))
    process.send?.(point.key)
  }
}

/** Takes jobs, tells of each that it begins, and ends one when it is told its record. */
async function doJobs(opened: Store) {
  const ends = new Map<string, () => void>()
  const log = { info() {}, warn() {}, error() {} }
  const now = () => new Date().toISOString()
  const runner = createRunner(
    {
      ...{ store: opened, fileStore: memoryFiles(), fileSource: noHosts, largestFile: 1 },
      ...{ clock: Date.now, now, log },
    },
    inPlace(),
    {
      wait: {
        run: (_working, _performer, { resourceId, attempts }) =>
          new Promise((resolve) => {
            ends.set(resourceId, resolve)
            process.send?.({ resourceId, attempts })
          }),
      },
    },
  )
  process.on('message', ({ end }: { end?: string }) => {
    if (end !== undefined) ends.get(end)?.()
    else void runner.wake()
  })
  process.send?.('ready')
}
