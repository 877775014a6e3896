import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { testApp, type Answer, type Person, type TestApp } from './app.ts'

const text = (title: string, body: string, more: object = {}) => ({ title, body, ...more })

describe('articles', () => {
  let app: TestApp
  let ada: Person
  let sol: Person
  let mona: Person
  /** The ids of the articles by key. */
  const ids = new Map<string, string>()

  const bulk = (resource: string, ...rows: object[]) =>
    app.vendorBackend('POST', `/${resource}/bulk`, { body: { rows } })
  const search = (person: Person, words: string, more = '', headers = {}) =>
    person.send('GET', `/articles/search?search=${encodeURIComponent(words)}${more}`, { headers })
  const get = (person: Person, key: string, query = '') =>
    person.send('GET', `/articles/${ids.get(key)}${query}`)
  const found = ({ body }: Answer) => body.items.map((hit: Answer['body']) => hit.article.title)
  const titles = ({ body }: Answer) => body.items.map((one: Answer['body']) => one.title)

  before(async () => {
    app = await testApp()
    ada = await app.signIn('ada')
    sol = await app.signIn('sol')
    mona = await app.signIn('mona')
    await bulk(
      'sections',
      { key: 'hardware', texts: { en: { title: 'Hardware' }, de: { title: 'Geräte' } } },
      { key: 'loggers', parentKey: 'hardware', texts: { en: { title: 'Loggers' } } },
      { key: 'sales', texts: { en: { title: 'Sales' } } },
    )
    const answer = await bulk(
      'articles',
      {
        ...{ key: 'reset', sectionKey: 'loggers', tags: ['magnet'], productIds: ['pump'] },
        texts: {
          en: text('Reset the logger', 'Hold it.\n\n## Afterwards\n\nRead [more](#afterwards).', {
            updatedAt: '2026-02-01T00:00:00.000Z',
          }),
          de: text('Logger zurücksetzen', 'Halten.', { updatedAt: '2026-01-01T00:00:00.000Z' }),
        },
      },
      {
        ...{ key: 'rebates', sectionKey: 'sales', tags: ['magnet'], audience: { tiers: ['Gold'] } },
        texts: { en: text('Gold rebates', 'Discounts on hydrophones.') },
      },
      { key: 'draft', status: 'draft', texts: { en: text('Not yet', 'Hydrophones to come.') } },
      {
        key: 'html',
        texts: { en: text('From HTML', '<p onclick="x()">Mounting</p>', { format: 'html' }) },
      },
      { key: 'lost', sectionKey: 'nowhere', texts: { en: text('Lost', 'x') } },
      { key: 'foreign', texts: { fr: text('Perdu', 'x') } },
    )
    for (const { key, id } of answer.body.rows) ids.set(key, id)
    assert.deepEqual(
      answer.body.rows.map(({ key, result }: { key: string; result: string }) => [key, result]),
      [
        ['reset', 'created'],
        ['rebates', 'created'],
        ['draft', 'created'],
        ['html', 'created'],
        ['lost', 'refused'],
        ['foreign', 'refused'],
      ],
    )
    assert.equal(answer.body.rows[4].errors[0].pointer, '/sectionKey')
  })

  it('are read with their text, headings and section', async () => {
    const { body } = await get(ada, 'reset')

    assert.equal(body.title, 'Reset the logger')
    assert.equal(body.sectionTitle, 'Loggers')
    const listed = (await ada.send('GET', '/articles')).body.items
    const [inList] = listed.filter(({ id }: Answer['body']) => id === ids.get('reset'))
    assert.ok(inList.summary.length > 0)
    assert.ok(body.html.startsWith(`<p>${inList.summary.slice(0, 10)}`))
    assert.equal(body.summary, '', 'the text says it')
    assert.deepEqual(body.contents, [{ level: 2, text: 'Afterwards', anchor: 'h-afterwards' }])
    assert.match(body.html, /<h2 id="h-afterwards">Afterwards<\/h2>/)
    assert.match(body.html, /<a href="#h-afterwards">more<\/a>/)
    assert.deepEqual(body.products, [{ id: 'pump', name: 'Pump 100' }])
    assert.equal('audience' in body || 'source' in body, false)
  })

  it('say which translation is older than the original, and open in a language on request', async () => {
    const { body } = await get(ada, 'reset', '?language=de')

    assert.equal(body.language, 'de')
    assert.deepEqual(
      body.languages.map((one: Answer['body']) => [one.language, one.outdated]),
      [
        ['en', false],
        ['de', true],
      ],
    )
    const other = await get(ada, 'reset', '?language=ar')
    assert.equal(other.body.language, 'en')
  })

  it('keep what is for others out of lists, facets, counts, search, suggestions and related', async () => {
    const list = await sol.send('GET', '/articles?facets=true')
    const sections = await sol.send('GET', '/sections')

    assert.deepEqual(titles(list).toSorted(), ['From HTML', 'Reset the logger'])
    assert.equal(list.body.total, 2)
    assert.deepEqual(list.body.facets.tag, [{ value: 'magnet', count: 1 }])
    assert.deepEqual(titles(sections), ['Hardware', 'Loggers'])
    assert.equal(sections.body.items[0].articleCount, 1)
    assert.deepEqual(found(await search(sol, 'hydrophones')), [])
    assert.equal((await search(sol, 'hydrofones')).body.suggestion, undefined)
    assert.equal((await get(sol, 'rebates')).status, 404)
    assert.equal((await get(sol, 'draft')).status, 404)
    assert.deepEqual((await get(sol, 'reset')).body.related, [])
    assert.deepEqual(
      (await get(ada, 'reset')).body.related.map(({ id }: { id: string }) => id),
      [ids.get('rebates')],
    )
  })

  it('are found by the words of their texts, with a suggestion where nothing was', async () => {
    assert.deepEqual(found(await search(ada, 'hydroph')), ['Gold rebates'])
    const { body } = await search(ada, 'hydrofones')
    assert.deepEqual(body.suggestion, { text: 'hydrophones', searched: true })
    assert.deepEqual(found({ body } as Answer), ['Gold rebates'])
    assert.equal((await search(ada, 'xyz')).body.suggestion, undefined)
    assert.equal((await search(ada, 'gld')).body.suggestion, undefined)
    assert.equal((await search(ada, 'discounts')).body.suggestion, undefined)
    const german = { 'accept-language': 'de' }
    assert.deepEqual(found(await search(ada, 'zurücksetzen', '', german)), ['Logger zurücksetzen'])
  })

  it('are refused no search, however odd', async () => {
    for (const words of ['', '\0', "'", '<->', '\u{1f600}', '\u202e', 'x'.repeat(10_000)])
      assert.equal((await search(ada, words)).status, 200, words.slice(0, 20))
  })

  it('are sanitised', async () => {
    assert.equal((await get(ada, 'html')).body.html, '<p>Mounting</p>')
  })

  it('are saved by their readers, each for themselves', async () => {
    const saved = await ada.send('POST', `/articles/${ids.get('reset')}/saved`)

    assert.equal(saved.body.mine.saved, true)
    assert.deepEqual(titles(await ada.send('GET', '/articles?saved=true')), ['Reset the logger'])
    assert.deepEqual(titles(await sol.send('GET', '/articles?saved=true')), [])
    await ada.send('DELETE', `/articles/${ids.get('reset')}/saved`)
    assert.deepEqual(titles(await ada.send('GET', '/articles?saved=true')), [])
  })

  it('turn an unhelpful vote into a task, and a later helpful one ends it', async () => {
    const path = `/articles/${ids.get('reset')}/ratings`
    const vote = { helpful: false, reason: 'unclear', comment: 'Which button?' }
    const rated = await ada.send('POST', path, { body: vote })
    const tasks = await mona.send('GET', '/article-tasks?facets=true')

    assert.deepEqual(rated.body.helpful, { yes: 0, no: 1 })
    assert.deepEqual(rated.body.mine.rating, { helpful: false, reason: 'unclear' })
    const [task] = tasks.body.items
    assert.equal(task.comment, 'Which button?')
    assert.equal(task.article.title, 'Reset the logger')
    assert.equal(task.author.name, 'Ada Admin')
    const headers = { 'if-match': `"${task.revision}"` }
    const act = (body: object) =>
      mona.send('POST', `/article-tasks/${task.id}/actions`, { body, headers })
    assert.equal((await act({ action: 'assign' })).body.assignee.userId, 'mona')
    assert.equal((await act({ action: 'finish' })).status, 412)
    assert.equal((await ada.send('GET', '/article-tasks')).status, 403)

    const helpful = await ada.send('POST', path, { body: { helpful: true } })
    assert.deepEqual(helpful.body.helpful, { yes: 1, no: 0 })
    const after = await mona.send('GET', '/article-tasks?status=dismissed')
    assert.deepEqual(
      after.body.items.map(({ id }: { id: string }) => id),
      [task.id],
    )
  })

  it('tell the vendor what was searched for, without readers and what names them', async () => {
    const paul = await app.signIn('zoe', { partnerId: 'south' })
    await search(paul, 'mail ada@north.example or call +49 421 555 0132')
    await paul.send('POST', `/articles/${ids.get('html')}/views`, { body: { search: 'mounting' } })
    const { body } = await mona.send('GET', '/searches?found=false')
    const texts = body.items.map((one: Answer['body']) => one.text)

    assert.ok(texts.includes('mail … or call …'), texts.join('\n'))
    assert.ok(!JSON.stringify(body).includes('0132'))
    assert.equal((await ada.send('GET', '/searches')).status, 403)
  })

  it('are changed, retired and brought back by the vendor', async () => {
    const id = ids.get('html')
    const before = await mona.send('GET', `/articles/${id}`)
    const send = (path: string, method: string, revision: number, body: object) =>
      mona.send(method, path, { body, headers: { 'if-match': `"${revision}"` } })
    const patch = {
      texts: { en: { body: '<p>Unmounting</p>' } },
      validUntil: '2026-11-24T00:00:00.000Z',
    }
    const changed = await send(`/articles/${id}`, 'PATCH', before.body.revision, patch)

    assert.equal(changed.status, 200)
    assert.equal(changed.body.version, before.body.version + 1)
    assert.deepEqual(found(await search(ada, 'unmounting')), ['From HTML'])
    const reason = { code: 'replaced', text: 'See the new one.' }
    const retire = { action: 'retire', reason }
    const retired = await send(`/articles/${id}/actions`, 'POST', changed.body.revision, retire)
    assert.equal(retired.body.status, 'retired')
    const opened = await get(ada, 'html')
    assert.deepEqual([opened.body.status, opened.body.html], ['retired', ''])
    assert.deepEqual(opened.body.statusReason, reason)
    assert.deepEqual(found(await search(ada, 'unmounting')), [])
    const restore = { action: 'restore' }
    await send(`/articles/${id}/actions`, 'POST', retired.body.revision, restore)
    assert.deepEqual(found(await search(ada, 'unmounting')), ['From HTML'])
    app.time.now += 2 * 86_400_000
    assert.deepEqual(found(await search(await app.signIn('ada'), 'unmounting')), [])
    app.time.now -= 2 * 86_400_000
  })

  it('come again from another system without effect, and change by a row that says more', async () => {
    const row = { key: 'again', texts: { en: text('Again', 'One.') } }
    const results = async (...rows: object[]) =>
      (await bulk('articles', ...rows)).body.rows.map((one: Answer['body']) => one.result)

    assert.deepEqual(await results(row), ['created'])
    assert.deepEqual(await results(row, row), ['unchanged', 'refused'])
    assert.deepEqual(await results({ ...row, texts: { en: text('Again', 'Two.') } }), ['changed'])
    assert.deepEqual(await results({ ...row, status: 'retired' }), ['changed'])
  })

  it('disappear with a retired section, and come back with it', async () => {
    const { body } = await mona.send('GET', '/sections')
    const { id, revision } = body.items.find((one: Answer['body']) => one.title === 'Hardware')
    const act = (action: string, at: number) =>
      mona.send('POST', `/sections/${id}/actions`, {
        ...{ body: { action }, headers: { 'if-match': `"${at}"` } },
      })

    await act('retire', revision)
    assert.deepEqual(found(await search(ada, 'reset logger')), [])
    assert.ok(!titles(await ada.send('GET', '/articles')).includes('Reset the logger'))
    const open = async (who: typeof ada) =>
      (await who.send('GET', `/articles/${ids.get('reset')}`)).status
    assert.deepEqual([await open(ada), await open(mona)], [404, 200])
    await act('restore', revision + 1)
    assert.equal(await open(ada), 200)
    assert.deepEqual(found(await search(ada, 'reset logger')), ['Reset the logger'])
  })

  it('show the work behind them, also when the server is asked whether it is ready', async () => {
    const { body } = await mona.send('GET', '/jobs?status=done')
    const ready = await app.fetch('GET', '/ready', undefined)

    assert.ok(body.items.some((job: Answer['body']) => job.resourceId === ids.get('reset')))
    assert.deepEqual(ready.body.jobs, { waiting: 0, running: 0, failed: 0 })
  })
})
