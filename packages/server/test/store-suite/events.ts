import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import type { Store } from '../../src/store/store.ts'
import { aDeal, anEvent, later, noon } from '../records.ts'

/** The event stream’s records. */
export function eventsSuite(opened: () => Store) {
  describe('events', () => {
    let store: Store
    before(() => {
      store = opened()
    })

    it('are read in order from a place on', async () => {
      const start = await store.read.events.end()
      const events = Array.from({ length: 5 }, (_, revision) => anEvent({ revision }))
      events.push(anEvent({ ownerUserId: 'ada', formerOwnerUserId: 'sam' }))
      await store.write(async (tables) => {
        for (const event of events) await tables.events.append(event)
      })
      const first = await store.read.events.after(start, 3)
      const rest = await store.read.events.after(first?.next, 3)

      assert.deepEqual(
        [...first!.events, ...rest!.events].map(({ id: _id, ...event }) => event),
        events,
      )
      assert.deepEqual([first?.more, rest?.more], [true, false])
      assert.equal(rest?.next, await store.read.events.end())
      const none = await store.read.events.after(rest?.next, 3)
      assert.deepEqual(none, { events: [], next: rest?.next, more: false })
    })

    it('are behind a place, or shown by what is read after it', async () => {
      for (let run = 0; run < 20; run++) {
        const deal = aDeal()
        const read = async () => {
          const place = await store.read.events.end()
          return { place, shown: await store.read.deals.get(deal.id) }
        }
        const [{ place, shown }] = await Promise.all([
          read(),
          store.write(async ({ deals, events }) => {
            await events.append(anEvent({ resourceId: deal.id }))
            await deals.insert(deal)
          }),
        ])
        const slice = await store.read.events.after(place, 100)
        const told = slice?.events.some(({ resourceId }) => resourceId === deal.id)

        assert.ok(shown ?? told, `${place} is past an event whose record is not there`)
        assert.ok(slice, `${place} is no place to go on from`)
      }
    })

    it('wake those who wait', async () => {
      const woken = new Promise<void>((resolve) => store.onEvents(resolve))
      await store.write(({ events }) => events.append(anEvent({ ownerUserId: 'ada' })))

      await woken
    })

    it('are not read from a place that is unknown or no longer kept', async () => {
      const place = await store.read.events.end()
      await store.write(async ({ events }) => {
        await events.append(anEvent())
        await events.append(anEvent())
      })
      const end = await store.read.events.end()
      await store.write(({ events }) => events.prune(later(noon, 1)))

      for (const unknown of [place, 'nonsense', '999999999-9', '1-1', "1' or '1"])
        assert.equal(await store.read.events.after(unknown, 5), undefined, unknown)
      assert.equal(await store.read.events.end(), end)
      assert.deepEqual(await store.read.events.after(end, 5), {
        events: [],
        next: end,
        more: false,
      })
      assert.equal((await store.read.events.after(undefined, 5))?.next, end)
    })
  })
}
