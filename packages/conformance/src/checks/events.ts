import assert from 'node:assert/strict'
import { Event, EventLogPage } from '@prmkit/contract'
import { check } from '../check.ts'
import { answerOf, problemOf } from '../expect.ts'
import type { Caller } from '../context.ts'
import { act } from './deals/deal-life.ts'

const patience = 10_000

/** Reads an event stream until one event fits; fails when none came within ten seconds. */
async function next(response: Response, fits: (event: Event & { event: string }) => boolean) {
  assert.equal(response.status, 200)
  assert.match(response.headers.get('Content-Type') ?? '', /^text\/event-stream/)
  const reader = (response.body as ReadableStream<Uint8Array<ArrayBuffer>>)
    .pipeThrough(new TextDecoderStream())
    .getReader()
  const timer = setTimeout(() => void reader.cancel(), patience)
  let text = ''
  try {
    for (;;) {
      const { value, done } = await reader.read()
      assert.ok(
        !done,
        `No such event within ${patience / 1000} s; the stream said ${JSON.stringify(text)}`,
      )
      text += value.replaceAll('\r\n', '\n')
      for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
        const lines = text.slice(0, end).split('\n')
        text = text.slice(end + 2)
        const field = (name: string) =>
          lines
            .find((line) => line.startsWith(name + ':'))
            ?.slice(name.length + 1)
            .trim()
        const event = {
          ...(JSON.parse(field('data') || '{}') as Event),
          event: field('event') ?? 'message',
          id: field('id') ?? '',
        }
        if (fits(event)) return event
      }
    }
  } finally {
    clearTimeout(timer)
    await reader.cancel()
  }
}

const open = (caller: Caller, lastEventId?: string) =>
  caller.send('GET', '/events', {
    headers: { Accept: 'text/event-stream', ...(lastEventId && { 'Last-Event-ID': lastEventId }) },
  })

export const events = [
  check(
    'events.live',
    'events',
    'a new registration is told as it happens',
    async ({ seller, sample }) => {
      const stream = await open(seller)
      const body = sample()
      const deal = await seller.client.deals.create({ body })
      const event = await next(stream, ({ resourceId }) => resourceId === deal.id)

      assert.ok(Event.safeParse(event).success, `Not an event: ${JSON.stringify(event)}`)
      assert.ok(
        !JSON.stringify(event).includes(body.customer.companyName),
        `An event tells of its record: ${JSON.stringify(event)}`,
      )
      assert.equal(event.resource, 'deals')
      assert.equal(event.revision, deal.revision)
    },
    ['deals', 'writing'],
  ),
  check(
    'events.resume',
    'events',
    'a reader that was away gets what it missed',
    async ({ seller, sample }) => {
      const stream = await open(seller)
      const first = await seller.client.deals.create({ body: sample() })
      const { id } = await next(stream, ({ resourceId }) => resourceId === first.id)
      const missed = await seller.client.deals.create({ body: sample() })

      await next(await open(seller, id), ({ resourceId }) => resourceId === missed.id)
    },
    ['deals', 'writing'],
  ),
  check(
    'events.resync',
    'events',
    'a reader from an unknown place is told to start anew',
    async ({ seller }) => {
      await next(await open(seller, 'long-ago'), ({ event }) => event === 'resync')
    },
  ),
  check(
    'events.isolation',
    'visibility',
    'nobody learns of another partner’s deals',
    async ({ seller, stranger, sample, asOf }) => {
      const stream = await open(stranger)
      const hidden = await seller.client.deals.create({ body: sample() })
      const own = await stranger.client.deals.create({ body: asOf(stranger, sample()) })
      const seen: string[] = []
      await next(stream, ({ resourceId }) => {
        seen.push(resourceId)
        return resourceId === own.id
      })

      assert.ok(!seen.includes(hidden.id))
    },
    ['deals', 'writing'],
  ),
  check(
    'events.hand-over',
    'events',
    'who had a deal hears that it was handed over, also when it is then gone for them',
    async ({ seller, colleague, sample, asOf }) => {
      const { id, revision } = await colleague.client.deals.create({
        body: asOf(colleague, sample()),
      })
      const stream = await open(colleague)
      const action = { action: 'hand_over' as const, ownerUserId: seller.me.user.id }
      const handed = await seller.client.deals.act({
        ...{ params: { id }, ifMatch: revision, body: action },
      })
      const event = await next(stream, ({ resourceId }) => resourceId === id)
      const answer = await colleague.send('GET', `/deals/${id}`)

      assert.equal(event.revision, handed.revision)
      if (answer.status !== 200) await problemOf(answer, 'not-found')
    },
    ['deals', 'writing', 'colleague'],
  ),
  check(
    'events.log',
    'events',
    'the vendor’s systems read a durable log in order',
    async ({ seller, sample, vendor }) => {
      const deal = await seller.client.deals.create({ body: sample() })
      const { revision } = await act(seller, deal, { action: 'withdraw' })
      const found: Event[] = []
      let after = ''
      const passed = new Set<string>()
      for (let more = true; more;) {
        assert.ok(!passed.has(after), `GET /event-log gave nothing new after ${after}.`)
        passed.add(after)
        const begin = after && `&after=${encodeURIComponent(after)}`
        const answer = await vendor.send('GET', `/event-log?limit=100${begin}`)
        const page = await answerOf(answer, 200, EventLogPage)
        found.push(...page.items)
        after = page.items.at(-1)?.id ?? after
        more = page.more
      }

      const own = found.filter(({ resourceId }) => resourceId === deal.id)
      assert.deepEqual([own[0]?.revision, own.at(-1)?.revision], [deal.revision, revision])
    },
    ['deals', 'writing'],
  ),
]
