import assert from 'node:assert/strict'
import { before, beforeEach, describe, it } from 'node:test'
import { inPlace } from '../src/background/in-place.ts'
import { WorkError, type Performer } from '../src/background/performer.ts'
import { testApp, type Answer, type Person, type TestApp } from './app.ts'

describe('an article that is written while its text before is still shown', () => {
  const real = inPlace()
  /** Hears of each text before it is rendered. */
  let meanwhile: () => Promise<void> | void = () => {}
  const performer: Performer = {
    ...real,
    // No request waits for it, as in a server.
    inPlace: false,
    async perform(kind, input) {
      await meanwhile()
      return real.perform(kind, input)
    },
  }
  let app: TestApp
  let ada: Person
  let sol: Person
  let mona: Person

  const row = (key: string, body: string, more: object = {}) => ({
    ...{ key, texts: { en: { title: `About ${key}`, body } } },
    ...more,
  })
  const push = async (...rows: object[]): Promise<string> => {
    const { body } = await app.vendorBackend('POST', '/articles/bulk', { body: { rows } })
    await done()
    return body.rows[0].id
  }
  /** Waits until no job is left. */
  const done = async () => {
    for (;;) {
      const { waiting, running } = await app.store.read.work.count()
      if (waiting + running === 0) return
      await new Promise((next) => setImmediate(next))
    }
  }
  const found = async (person: Person, words: string) =>
    (await person.send('GET', `/articles/search?search=${words}`)).body.items.map(
      (hit: Answer['body']) => hit.article.title,
    )
  const refuse = () => {
    throw new WorkError('It took longer than 10 s and was ended.')
  }

  before(async () => {
    app = await testApp({ performer })
    ada = await app.signIn('ada')
    sol = await app.signIn('sol')
    mona = await app.signIn('mona')
  })
  beforeEach(() => {
    meanwhile = () => {}
  })

  it('is found by nobody who is no longer meant, also where the new text cannot be rendered', async () => {
    await push(row('prices', 'Rebates on hydrophones.'))
    assert.deepEqual(await found(sol, 'hydrophones'), ['About prices'])
    meanwhile = refuse
    await push(row('prices', 'Secret rebates.', { audience: { tiers: ['Gold'] } }))

    assert.deepEqual(await found(ada, 'hydrophones'), ['About prices'])
    assert.deepEqual(await found(sol, 'hydrophones'), [])
  })

  it('leaves the search when it is retired together with a new text', async () => {
    await push(row('recall', 'Bring the manometers back.'))
    meanwhile = refuse
    await push(row('recall', 'Nothing.', { status: 'retired' }))

    assert.deepEqual(await found(ada, 'manometers'), [])
  })

  it('is told to readers together with the sections that come from another system', async () => {
    const rows = [{ key: 'told', texts: { en: { title: 'Told' } } }]
    const { body } = await app.vendorBackend('POST', '/sections/bulk', { body: { rows } })
    const log = await app.vendorBackend('GET', '/event-log')

    const told = log.body.items.filter(
      (event: Answer['body']) => event.resourceId === body.rows[0].id,
    )
    assert.deepEqual(
      told.map(({ type }: Answer['body']) => type),
      ['section.updated'],
    )
  })

  it('keeps its votes where only addresses have changed, and loses them with its words', async () => {
    const body = 'See [the *seal*](https://north.example/a) and\n\n[it]: https://north.example/a'
    const id = await push(row('voted', body))
    const vote = { body: { helpful: false } }
    assert.equal((await ada.send('POST', `/articles/${id}/ratings`, vote)).status, 200)
    const votes = async () => (await mona.send('GET', `/articles/${id}`)).body.helpful

    await push(row('voted', body.replaceAll('/a', '/b')))
    assert.deepEqual(await votes(), { yes: 0, no: 1 })
    assert.match((await ada.send('GET', `/articles/${id}`)).body.html, /north\.example\/b/)
    await push(row('voted', body.replace('seal', 'valve')))
    assert.deepEqual(await votes(), { yes: 0, no: 0 })
  })

  it('keeps what is written while a text of before is rendered', async () => {
    const texts = (summary: string) => ({
      texts: { en: { title: 'About both', body: '*One*', summary } },
    })
    const id = await push(row('both', '', texts('Old.')))
    let isFirst = true
    meanwhile = async () => {
      if (!isFirst) return
      isFirst = false
      const { body } = await mona.send('GET', `/articles/${id}`)
      const headers = { 'if-match': `"${body.revision}"` }
      const patch = { texts: { en: { summary: 'New.', title: 'New title', format: 'html' } } }
      // The runner works already, and takes the new job after this one.
      assert.equal(
        (await mona.send('PATCH', `/articles/${id}`, { body: patch, headers })).status,
        200,
      )
    }
    await push(row('both', '', texts('Older.')))
    const { body } = await ada.send('GET', `/articles/${id}`)

    assert.equal(isFirst, false)
    assert.equal(body.title, 'New title')
    assert.equal(body.summary, 'New.')
    assert.equal(body.html, '*One*')
  })
})
