import assert from 'node:assert/strict'
import { once } from 'node:events'
import { after, before, describe, it } from 'node:test'
import pg from 'pg'
import { seed, type Store } from '../src/index.ts'
import { openStore } from '../src/postgres/engine/connect.ts'
import { act, aDeal, register, start, testApp, type TestApp } from './app.ts'
import { startChild } from './child.ts'
import { bookingPath, crowd, holdsTheSeats, openClass } from './overbooked.ts'
import { startPostgres, type NativePostgres } from './native-postgres.ts'

describe('three processes over one PostgreSQL', () => {
  let server: NativePostgres
  let databaseUrl: string
  let stores: Store[] = []
  let apps: TestApp[] = []

  before(async () => {
    server = await startPostgres()
    databaseUrl = await server.database()
    const first = await openStore({ databaseUrl, connections: 5 })
    stores = [first]
    for (let number = 1; number < 3; number++)
      stores.push(await openStore({ databaseUrl, connections: 5 }))
    await seed(first)
    apps = await Promise.all(stores.map((store) => testApp({ store })))
  })
  after(async () => {
    for (const { app } of apps) app.close()
    for (const store of stores) await store.close()
    await server.stop()
  })

  const signIn = async (id: string) => {
    const { token } = await apps[0]!.signIn(id)
    return (process: number, method: string, path: string, sent = {}) =>
      apps[process]!.fetch(method, `/v1${path}`, token, sent)
  }
  const setClock = (now: number) => apps.forEach(({ time }) => (time.now = now))

  it('keep both marks of a reader who sets two at once', async () => {
    const ada = await signIn('ada')
    const row = (key: string) => ({ key, texts: { en: { title: key, body: 'Text.' } } })
    const rows = Array.from({ length: 10 }, (_, round) => row(`marked-${round}`))
    const { body } = await apps[0]!.vendorBackend('POST', '/articles/bulk', { body: { rows } })
    for (const { id } of body.rows) {
      await Promise.all([
        ada(0, 'POST', `/articles/${id}/saved`),
        ada(1, 'POST', `/articles/${id}/views`, { body: {} }),
        ada(2, 'POST', `/articles/${id}/ratings`, { body: { helpful: true } }),
      ])
      const { mine } = (await ada(0, 'GET', `/articles/${id}`)).body
      assert.deepEqual(mine, { saved: true, seenVersion: 1, rating: { helpful: true } })
    }
  })

  it('make one deal of one key, whichever of them is asked', async () => {
    const ada = await signIn('ada')
    for (let round = 0; round < 10; round++) {
      const sent = {
        body: aDeal({ name: `Once-${round}` }),
        headers: { 'idempotency-key': `once-${round}` },
      }
      const answers = await Promise.all(
        [0, 1, 2, 0, 1, 2].map((one) => ada(one, 'POST', '/deals', sent)),
      )
      const found = await ada(1, 'GET', `/deals?search=once-${round}`)

      assert.equal(found.body.items.length, 1)
      for (const { status, body } of answers)
        assert.ok(status === 201 || body.code === 'idempotency-in-progress', JSON.stringify(body))
    }
  })

  it('give the seats of a class away once, and move those who wait up in order', async (t) => {
    const [app] = apps
    setClock(Date.now())
    t.after(() => setClock(start))
    await openClass(stores[0]!, new Date().toISOString())
    const people = await Promise.all(crowd.map((id) => app!.signIn(id)))
    const child = await startChild('book', { databaseUrl, connections: 5 })
    const done = once(child, 'message')
    // Every second one is answered by the other process.
    const theirs = people.filter((_, place) => place % 2 === 1)
    const tokens = theirs.map(({ token }) => token)
    child.send({ url: `https://api.example/v1${bookingPath}`, tokens })
    const ours = people.filter((_, place) => place % 2 === 0)
    await Promise.all([done, ...ours.map((person) => person.send('POST', bookingPath))])
    child.kill()
    await once(child, 'exit')

    await holdsTheSeats(app!, new Map(people.map(({ id, token }) => [id, token])))
  })

  it('answer what a killed one left undone, once it was silent for 5 seconds', async (t) => {
    const [app] = apps
    setClock(Date.now())
    const { token } = await app!.signIn('ada')
    const body = aDeal({ name: 'Left-undone' })
    const headers = { authorization: `Bearer ${token}`, 'idempotency-key': 'left-undone' }
    const child = await startChild('answer', { databaseUrl })
    const held = once(child, 'message')
    child.send({
      ...{ url: 'https://api.example/v1/deals', method: 'POST', body: JSON.stringify(body) },
      headers: { ...headers, 'content-type': 'application/json' },
    })
    await held
    child.kill('SIGKILL')
    await once(child, 'exit')
    const repeat = () => app!.fetch('POST', '/v1/deals', token, { body, headers })
    setClock(Date.now())
    const early = await repeat()
    setClock(Date.now() + 5001)
    const late = await repeat()
    const found = await app!.fetch('GET', '/v1/deals?search=left-undone', token)
    t.after(() => setClock(start))

    assert.deepEqual([early.status, early.body.code], [409, 'idempotency-in-progress'])
    assert.equal(late.status, 201)
    assert.equal(found.body.items.length, 1)
  })

  it('agree on who was first, 200 times, and only the first can be approved', async () => {
    const [ada, sol, mona] = [await signIn('ada'), await signIn('sol'), await signIn('mona')]
    for (let round = 0; round < 200; round++) {
      const body = aDeal()
      const [one, other] = await Promise.all([
        ada(0, 'POST', '/deals', { body }),
        sol(1, 'POST', '/deals', { body }),
      ])
      const free = [one, other].filter((answer) => answer.body.conflict === undefined)
      assert.equal(free.length, 1, JSON.stringify([one.body, other.body]))
      if (round > 0) continue

      const review = async ({ body: deal }: typeof one) => {
        const path = `/deals/${deal.id}/actions`
        await mona(2, 'POST', path, {
          body: { action: 'start_review' },
          headers: { 'if-match': '"1"' },
        })
        const approve = { action: 'approve', protectedUntil: '2026-12-31' }
        return mona(2, 'POST', path, { body: approve, headers: { 'if-match': '"2"' } })
      }
      const [first, second] = free[0] === one ? [one, other] : [other, one]
      assert.equal((await review(second)).body.code, 'customer-conflict')
      assert.equal((await review(first)).body.status, 'approved')
    }
  })

  it('leave no comment on a draft that is deleted meanwhile', async () => {
    const ada = await signIn('ada')
    const [database, statuses] = [new pg.Client(databaseUrl), new Set<string>()]
    await database.connect()
    for (let round = 0; round < 30; round++) {
      const { body: draft } = await ada(0, 'POST', '/deals', { body: aDeal({ status: 'draft' }) })
      const say = (process: number) =>
        ada(process, 'POST', `/deals/${draft.id}/comments`, { body: { text: 'x' } })
      const headers = { 'if-match': '"1"' }
      const answers = await Promise.all([
        say(1),
        ada(0, 'DELETE', `/deals/${draft.id}`, { headers }),
        say(2),
      ])
      assert.equal(answers[1].status, 204)
      for (const { status } of [answers[0], answers[2]]) statuses.add(String(status))
    }
    const orphans =
      'select from comments c where not exists (select from deals d where d.id = c.record_id)'
    const { rowCount } = await database.query(orphans)
    await database.end()

    assert.equal(rowCount, 0)
    assert.deepEqual(
      [...statuses].filter((status) => !['201', '404'].includes(status)),
      [],
    )
  })

  it('write one revision when two decide on the same one', async () => {
    const [ada, mona] = [await signIn('ada'), await signIn('mona')]
    const { body: deal } = await ada(0, 'POST', '/deals', { body: aDeal() })
    const headers = { 'if-match': '"1"' }
    const answers = await Promise.all([
      ada(0, 'POST', `/deals/${deal.id}/actions`, { body: { action: 'withdraw' }, headers }),
      mona(1, 'POST', `/deals/${deal.id}/actions`, { body: { action: 'start_review' }, headers }),
    ])

    assert.deepEqual(answers.map(({ status }) => status).toSorted(), [200, 412])
  })

  it('give a file to one of two deals that attach it at once', async () => {
    const ada = await signIn('ada')
    const [one, other] = [
      await ada(0, 'POST', '/deals', { body: aDeal({ status: 'draft' }) }),
      await ada(0, 'POST', '/deals', { body: aDeal({ status: 'draft' }) }),
    ]
    const { body: upload } = await ada(0, 'POST', '/files', {
      body: { name: 'a.txt', mediaType: 'text/plain', size: 2 },
    })
    const { url, headers: sent, file } = upload
    await apps[0]!.app.fetch(new Request(url, { method: 'PUT', headers: sent, body: 'Hi' }))
    await ada(0, 'POST', `/files/${file.id}/complete`)
    const attach = (process: number, { body: deal }: typeof one) =>
      ada(process, 'POST', `/deals/${deal.id}/attachments`, {
        ...{ body: { fileId: file.id }, headers: { 'if-match': '"1"' } },
      })

    // Both have come as far as the file before either may have it.
    const [held, watch] = [new pg.Client(databaseUrl), new pg.Client(databaseUrl)]
    await Promise.all([held.connect(), watch.connect()])
    await held.query('begin')
    await held.query('select from files where id = $1 for update', [file.id])
    const answers = [attach(0, one), attach(1, other)]
    const waiting = `select from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock' having count(*) = 2`
    while ((await watch.query(waiting)).rowCount !== 1) await new Promise(setImmediate)
    await held.query('commit')
    await Promise.all([held.end(), watch.end()])
    const [first, second] = (await Promise.all(answers)).toSorted((a, b) => a.status - b.status)

    assert.equal(first!.body.attachments[0].fileId, file.id)
    assert.equal(second!.status, 422, JSON.stringify(second!.body))
    assert.deepEqual(second!.body.errors[0].pointer, '/fileId')
    const shown = await Promise.all(
      [one, other].map(({ body }) => ada(2, 'GET', `/deals/${body.id}`)),
    )
    assert.deepEqual(shown.map(({ body }) => body.attachments.length).toSorted(), [0, 1])
  })

  it('tell each expiry once', async () => {
    const [process] = apps
    const [ada, mona] = [await process!.signIn('ada'), await process!.signIn('mona')]
    const ids = new Set<string>()
    for (let number = 0; number < 12; number++) {
      const { body: reviewed } = await act(mona, await register(ada), { action: 'start_review' })
      await act(mona, reviewed, { action: 'approve', protectedUntil: '2026-11-24' })
      ids.add(reviewed.id)
    }
    setClock(start + 3 * 86_400_000)

    await Promise.all([...apps, ...apps].map(({ app }) => app.tick()))
    await Promise.all(apps.map(({ app }) => app.tick()))

    const told: string[] = []
    for (let place: string | undefined, more = true; more;) {
      const slice = await stores[0]!.read.events.after(place, 500)
      told.push(
        ...slice!.events
          .filter(({ type }) => type === 'deal.expired')
          .map((event) => event.resourceId),
      )
      ;({ next: place, more } = slice!)
    }
    assert.deepEqual(told.toSorted(), [...ids].toSorted())
    setClock(start)
  })

  it('hear of what the others did', async () => {
    const ada = await apps[0]!.signIn('ada')
    const stop = new AbortController()
    const response = await apps[1]!.app.fetch(
      new Request('https://api.example/v1/events', {
        headers: { authorization: `Bearer ${ada.token}` },
        signal: stop.signal,
      }),
    )
    const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader()
    const deal = await register(ada)
    let text = ''
    while (!text.includes(deal.id)) {
      const { value, done } = await reader.read()
      assert.ok(!done)
      text += value
    }
    stop.abort()
  })

  it('end a session together within a minute', async () => {
    const [ada, process] = [await apps[0]!.signIn('ada'), apps[2]!]
    assert.equal((await process.fetch('GET', '/v1/me', ada.token)).status, 200)
    await ada.send('DELETE', `/sessions/${ada.sessionId}`)
    setClock(start + 60_000)

    assert.equal((await process.fetch('GET', '/v1/me', ada.token)).body.code, 'session-ended')
    setClock(start)
  })
})
