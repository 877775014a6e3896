import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { memoryFiles, seedAssets, type SampleAsset, type SampleFile } from '../src/index.ts'
import { act, register, start, testApp, type Answer, type Person, type TestApp } from './app.ts'

const day = 86_400_000
const at = (days: number) => new Date(start + days * day).toISOString()
const bytes = (text: string) => new TextEncoder().encode(text) as Uint8Array<ArrayBuffer>

function deck(name: string, ...pages: string[]): SampleFile {
  const image = { bytes: bytes(name), mediaType: 'image/webp', width: 4, height: 3 }
  return {
    ...{ name, mediaType: 'application/pdf', bytes: bytes(`%PDF ${pages.join(' ')}`) },
    look: { kind: 'pages', pages: pages.map((text) => ({ text, image })), thumbnail: image },
  }
}

const asset = (id: string, title: string, more: Partial<SampleAsset> = {}): SampleAsset => ({
  ...{ id, texts: { en: { title } }, versions: [{ at: at(-60), files: { en: deck(id, title) } }] },
  ...more,
})

const samples: SampleAsset[] = [
  asset('deck', 'Leak detection deck', {
    ...{ folderId: 'decks', tags: ['customer'], productIds: ['pump'], stages: ['qualified'] },
    texts: { en: { title: 'Leak detection deck' }, de: { title: 'Präsentation zur Leckortung' } },
    versions: [
      {
        at: at(-60),
        files: { en: deck('deck-1', 'Old words'), de: deck('deck-de', 'Alte Worte') },
      },
      {
        ...{ at: at(-2), changes: 'New reference' },
        files: { en: deck('deck-2', 'Opening', 'Hydrophones listen at night') },
      },
    ],
  }),
  asset('sheet', 'Valve datasheet', { folderId: 'sheets', productIds: ['valve'], featured: true }),
  asset('prices', 'Price list', {
    ...{ locked: true, audience: { tiers: ['Gold'] }, expiresAt: at(5) },
    terms: { version: '1', texts: { en: 'Keep it secret.', de: 'Halten Sie sie geheim.' } },
  }),
  asset('site', 'Calculator', {
    texts: { en: { title: 'Calculator', url: 'https://vendor.example/calculator' } },
    versions: [{ at: at(-60), files: {} }],
  }),
  asset('old', 'Old pump sheet', { more: { status: 'replaced', replacedById: 'sheet' } }),
]

const folder = (id: string, title: string, parentId?: string) => ({
  ...{ id, externalIds: {}, createdAt: at(-90), updatedAt: at(-90), revision: 1, position: 1 },
  ...{ status: 'published' as const, language: 'en', texts: { en: { title } } },
  ...(parentId !== undefined && { parentId }),
})

describe('assets', () => {
  let app: TestApp
  let ada: Person
  let sol: Person
  let mona: Person
  const ids = ({ body }: Answer) => body.items.map(({ id }: { id: string }) => id)
  const facet = ({ body }: Answer, name: string) =>
    Object.fromEntries(
      body.facets[name].map(({ value, count }: { value: string; count: number }) => [value, count]),
    )
  const list = (person: Person, query = '') => person.send('GET', `/assets${query}`)
  const get = (url: string, headers = {}) => app.app.fetch(new Request(url, { headers }))

  before(async () => {
    const fileStore = memoryFiles()
    app = await testApp({ fileStore })
    const folders = [folder('sales', 'Sales'), folder('decks', 'Decks', 'sales')]
    await seedAssets(app.store, fileStore, [...folders, folder('sheets', 'Sheets')], samples)
    ada = await app.signIn('ada')
    sol = await app.signIn('sol')
    mona = await app.signIn('mona')
  })

  it('are listed in the vendor’s order, for their audience alone', async () => {
    assert.deepEqual(ids(await list(ada)), ['sheet', 'deck', 'prices', 'site'])
    assert.deepEqual(ids(await list(sol)), ['sheet', 'deck', 'site'])
    assert.equal((await sol.send('GET', '/assets/prices')).status, 404)
    assert.deepEqual(ids(await list(sol, '?search=price')), [])
    assert.deepEqual(ids(await list(ada, '?sort=title_asc')), ['site', 'deck', 'prices', 'sheet'])
  })

  it('are counted by facets, each ignoring its own selection', async () => {
    const answer = await list(sol, '?facets=true&type=link&product=pump')

    assert.deepEqual(ids(answer), [])
    assert.equal(answer.body.total, 0)
    assert.deepEqual(facet(answer, 'type'), { document: 1 })
    assert.deepEqual(facet(answer, 'product'), {})
    const all = await list(sol, '?facets=true&folder=sales')
    assert.deepEqual(facet(all, 'folder'), { sales: 1, decks: 1, sheets: 1 })
    assert.deepEqual(facet(all, 'stage'), { qualified: 1 })
    assert.equal(all.body.total, 1)
  })

  it('are found by a word inside, with the page it stands on', async () => {
    const { body } = await list(ada, '?search=hydrophone')
    const [{ match, ...found }] = body.items

    assert.equal(found.id, 'deck')
    assert.equal(match.page, 2)
    assert.ok(
      match.excerpt.some(
        ({ hit, text }: { hit?: boolean; text: string }) => hit && /hydrophone/i.test(text),
      ),
    )
    assert.deepEqual(ids(await list(ada, '?search=hydrophone&product=valve')), [])
    assert.deepEqual(ids(await list(ada, '?search=worte')), [])
    const german = await ada.send('GET', '/assets?search=worte', {
      headers: { 'accept-language': 'de' },
    })
    assert.deepEqual(ids(german), ['deck'])
    const { body: report } = await mona.send('GET', '/searches?resource=assets&search=price')
    assert.deepEqual(report.items[0].found, 0)
    const { body: other } = await mona.send('GET', '/searches?resource=articles')
    assert.deepEqual(other.items, [])
  })

  it('are chosen for a deal by its products and stage', async () => {
    const deal = await register(ada)
    assert.deepEqual(ids(await list(ada, `?dealId=${deal.id}`)), ['deck'])
    await act(ada, deal, { action: 'withdraw', reason: { code: 'other' } })
    assert.deepEqual(ids(await list(ada, `?dealId=${deal.id}&search=valve`)), [])
    assert.equal((await list(sol, `?dealId=${deal.id}`)).status, 404)
  })

  it('show their versions, languages and what replaced them', async () => {
    const { body } = await ada.send('GET', '/assets/deck')
    const german = await ada.send('GET', '/assets/deck?language=de')

    assert.deepEqual(
      body.versions.map(({ version, changes }: { version: number; changes?: string }) => [
        version,
        changes,
      ]),
      [
        [2, 'New reference'],
        [1, undefined],
      ],
    )
    assert.deepEqual([german.body.language, german.body.version], ['de', 1])
    assert.deepEqual(
      german.body.languages.map(
        ({ language, outdated }: { language: string; outdated: boolean }) => [language, outdated],
      ),
      [
        ['en', false],
        ['de', true],
      ],
    )
    const old = await ada.send('GET', '/assets/old')
    assert.deepEqual([old.body.status, old.body.replacedBy.id], ['replaced', 'sheet'])
    assert.equal((await ada.send('POST', '/assets/old/download', { body: {} })).status, 409)
  })

  it('are looked at page by page through signed addresses', async () => {
    const { body } = await ada.send('GET', '/assets/deck/preview')

    assert.equal(body.kind, 'pages')
    assert.deepEqual(
      body.pages.map(({ text }: { text: string }) => text),
      ['Opening', 'Hydrophones listen at night'],
    )
    const image = await get(body.pages[0].url)
    assert.deepEqual([image.status, image.headers.get('content-type')], [200, 'image/webp'])
    assert.match(image.headers.get('content-security-policy') ?? '', /sandbox/)
    await later(6 * 60_000, async () => {
      assert.equal((await get(body.pages[0].url)).status, 410)
    })
    const link = await ada.send('GET', '/assets/site/preview')
    assert.equal(link.body.kind, 'link')
  })

  it('are taken under their title, whole or in part', async () => {
    const { body } = await ada.send('POST', '/assets/deck/download', { body: {} })
    const whole = await get(body.url)
    const part = await get(body.url, { range: 'bytes=0-3' })

    assert.match(whole.headers.get('content-disposition') ?? '', /filename="Leak detection deck"/)
    assert.deepEqual([part.status, await part.text()], [206, '%PDF'])
    const forged = body.url.replace('Leak', 'Invoice')
    assert.equal((await get(forged)).status, 403)
    const { mine } = (await ada.send('GET', '/assets/deck')).body
    assert.equal(mine.downloadedVersion, 2)
    const first = await ada.send('POST', '/assets/deck/download', { body: { version: 1 } })
    assert.match(await (await get(first.body.url)).text(), /Old words/)
  })

  it('are locked until their terms are accepted, and then each address works once', async () => {
    const take = () => ada.send('POST', '/assets/prices/download', { body: {} })
    assert.equal((await take()).body.code, 'terms-required')
    const wrong = await ada.send('POST', '/assets/prices/terms', { body: { version: '0' } })
    assert.equal(wrong.body.errors[0].code, 'outdated')
    const accepted = await ada.send('POST', '/assets/prices/terms', { body: { version: '1' } })
    assert.equal(accepted.body.mine.acceptedTerms, '1')

    const { url } = (await take()).body
    const answers = await Promise.all([get(url), get(url)])

    assert.deepEqual(answers.map(({ status }) => status).toSorted(), [200, 410])
    assert.equal((await answers.find(({ status }) => status === 410)!.json()).code, 'link-used')
  })

  it('are kept as favourites and told of as new, for one person alone', async () => {
    const kept = await ada.send('POST', '/assets/sheet/favourite')
    assert.deepEqual([kept.body.mine.favourite, kept.body.revision], [true, 1])
    assert.deepEqual(ids(await list(ada, '?favourite=true')), ['sheet'])
    assert.deepEqual(ids(await list(ada, '?favourite=true&search=valve')), ['sheet'])
    assert.deepEqual(ids(await list(ada, '?favourite=true&search=deck')), [])
    assert.deepEqual(ids(await list(sol, '?favourite=true')), [])
    const isNew = (await list(sol)).body.items.filter((one: Answer['body']) => one.mine.isNew)
    assert.deepEqual(
      isNew.map(({ id }: { id: string }) => id),
      ['deck'],
    )
    assert.equal((await sol.send('POST', '/assets/deck/views', { body: {} })).status, 204)
    assert.equal((await sol.send('GET', '/assets/deck')).body.mine.isNew, false)
    assert.deepEqual(ids(await list(sol, `?updatedSince=${at(-3)}`)), ['deck'])
    assert.deepEqual((await sol.send('POST', '/assets/visits')).body, { since: at(-14) })
    await later(day, async () => {
      assert.deepEqual((await sol.send('POST', '/assets/visits')).body, { since: at(0) })
    })
  })

  it('are written by the vendor: drafts, new versions, actions, and deleted drafts', async () => {
    const fileId = await upload(mona, 'new.pdf', '%PDF-1.7 one')
    const made = await mona.send('POST', '/assets', {
      body: { texts: { en: { title: 'New', fileId } }, tags: ['fresh'] },
    })
    assert.equal(made.status, 201, JSON.stringify(made.body))
    const { id } = made.body
    const write = (method: string, path: string, body: object | undefined, revision: number) =>
      mona.send(method, `/assets/${id}${path}`, {
        ...(body && { body }),
        headers: { 'if-match': `"${revision}"` },
      })
    assert.equal((await ada.send('GET', `/assets/${id}`)).status, 404)
    assert.equal((await mona.send('POST', `/files/${fileId}/download`)).status, 404)
    const published = await write('POST', '/actions', { action: 'publish' }, made.body.revision)
    assert.deepEqual([published.body.status, published.body.type], ['published', 'document'])
    const second = await upload(mona, 'new.pdf', '%PDF-1.7 two')
    const changed = await write(
      ...(['PATCH', ''] as const),
      { texts: { en: { fileId: second } }, changes: 'Two' },
      published.body.revision,
    )
    assert.equal(changed.body.version, 2)
    assert.equal((await write('DELETE', '', undefined, changed.body.revision)).status, 409)
    const gone = await write(
      ...(['POST', '/actions'] as const),
      { action: 'replace', by: 'sheet' },
      changed.body.revision,
    )
    assert.equal(gone.body.status, 'replaced')
    const draft = await mona.send('POST', '/assets', {
      body: { texts: { en: { title: 'Link', url: 'https://vendor.example/' } } },
    })
    const removed = await mona.send('DELETE', `/assets/${draft.body.id}`, {
      headers: { 'if-match': '"1"' },
    })
    assert.equal(removed.status, 204)
    const nothing = await mona.send('POST', '/assets', { body: { texts: { en: { title: 'x' } } } })
    assert.deepEqual(
      nothing.body.errors.map(({ code }: { code: string }) => code),
      ['required'],
    )
  })

  it('come in bulk by the keys of another system', async () => {
    const rows = [
      {
        key: 'k1',
        folderKey: 'none',
        texts: { en: { title: 'Lost', url: 'https://v.example/1' } },
      },
      { key: 'k2', texts: { en: { title: 'Found', url: 'https://v.example/2' } } },
    ]
    const send = () => app.vendorBackend('POST', '/assets/bulk', { body: { rows } })
    const results = async () =>
      (await send()).body.rows.map(({ result }: { result: string }) => result)

    assert.deepEqual(await results(), ['refused', 'created'])
    assert.deepEqual(await results(), ['refused', 'unchanged'])
    rows[1]!.texts.en.title = 'Found again'
    assert.deepEqual(await results(), ['refused', 'changed'])
    assert.deepEqual((await list(ada, '?search=again')).body.items[0]?.externalIds, { key: 'k2' })
  })

  it('come as one zip file, made behind the request', async () => {
    const asked = await ada.send('POST', '/bundles', { body: { assetIds: ['deck', 'sheet'] } })
    assert.equal(asked.status, 201, JSON.stringify(asked.body))
    await app.app.tick()
    const { body } = await ada.send('GET', `/bundles/${asked.body.id}`)

    assert.deepEqual([body.status, body.files, body.done], ['ready', 2, 2])
    const zip = Buffer.from(await (await get(body.download.url)).arrayBuffer())
    assert.ok(zip.includes('Leak detection deck') && zip.includes('Valve datasheet'))
    assert.equal((await sol.send('GET', `/bundles/${asked.body.id}`)).status, 404)
    const refused = await ada.send('POST', '/bundles', { body: { assetIds: ['site', 'nothing'] } })
    assert.deepEqual(
      refused.body.errors.map(({ pointer, code }: { pointer: string; code: string }) => [
        pointer,
        code,
      ]),
      [
        ['/assetIds/0', 'not-an-option'],
        ['/assetIds/1', 'not-found'],
      ],
    )
    await later(2 * day, async () => {
      const over = await ada.send('GET', `/bundles/${asked.body.id}`)
      assert.equal(over.body.status, 'expired')
    })
  })

  it('are shared by a link that ends, tells of newer versions, and is updated in place', async () => {
    const share = { assetIds: ['deck'], label: 'Stadtwerke', expiresAt: at(30) }
    const { body } = await ada.send('POST', '/shares', { body: share })
    assert.match(body.url, /\/s\/[\w-]{22}$/)
    assert.deepEqual([body.status, body.newerVersion], ['active', false])
    const fileId = await upload(mona, 'deck.pdf', '%PDF-1.7 three')
    const { revision } = (await mona.send('GET', '/assets/deck')).body
    await mona.send('PATCH', '/assets/deck', {
      body: { texts: { en: { fileId } } },
      headers: { 'if-match': `"${revision}"` },
    })
    const [listed] = (await ada.send('GET', '/shares?assetId=deck')).body.items
    assert.deepEqual(
      [listed.newerVersion, listed.assets[0].version, listed.assets[0].newestVersion],
      [true, 2, 3],
    )
    const updated = await ada.send('PATCH', `/shares/${body.id}`, {
      body: { newest: true },
      headers: { 'if-match': `"${listed.revision}"` },
    })
    assert.deepEqual([updated.body.newerVersion, updated.body.url], [false, body.url])
    assert.deepEqual((await sol.send('GET', '/shares')).body.items, [])
    const ended = await ada.send('DELETE', `/shares/${body.id}`)
    assert.equal(ended.body.status, 'revoked')
    const refused = await ada.send('POST', '/shares', { body: { ...share, expiresAt: at(800) } })
    assert.equal(refused.body.errors[0].pointer, '/expiresAt')
    const locked = await ada.send('POST', '/shares', { body: { ...share, assetIds: ['prices'] } })
    assert.equal(locked.body.errors[0].code, 'not-an-option')
  })

  it('are reported with their use by partners, and what nobody used', async () => {
    const used = await mona.send('GET', '/asset-use?used=true&sort=downloads_desc')
    const [first] = used.body.items

    assert.deepEqual([first.id, first.downloads, first.partners], ['deck', 3, 2])
    const by = async (query: string) => {
      const { body } = await mona.send('GET', `/asset-use?used=true&${query}`)
      return body.items.find(({ id }: { id: string }) => id === 'deck')
    }
    const [all, north] = [await by(''), await by('partnerId=north')]
    assert.deepEqual([north.partners, north.views < all.views], [1, true])
    assert.equal(await by('partnerId=nobody'), undefined)
    const today = at(0).slice(0, 10)
    assert.equal((await by(`from=${today}&until=${today}`)).downloads, 3)
    assert.equal(await by('until=2026-01-01'), undefined)
    const unused = ids(await mona.send('GET', '/asset-use?used=false'))
    assert.ok(unused.includes('site') && !unused.includes('deck'))
    assert.equal((await ada.send('GET', '/asset-use')).status, 403)
  })

  it('expire by the clock, and nobody finds or takes them then', async () => {
    await later(6 * day, async () => {
      await app.app.tick()

      assert.ok(!ids(await list(ada)).includes('prices'))
      const { body } = await ada.send('GET', '/assets/prices')
      assert.equal(body.status, 'expired')
      assert.deepEqual(body.allowedActions, [])
    })
  })

  /** Does something so many milliseconds later, when everybody has signed in again. */
  async function later(milliseconds: number, work: () => Promise<void>) {
    const people = [ada, sol, mona] as const
    app.time.now += milliseconds
    try {
      ada = await app.signIn('ada')
      sol = await app.signIn('sol')
      mona = await app.signIn('mona')
      await work()
    } finally {
      app.time.now -= milliseconds
      ;[ada, sol, mona] = people
    }
  }

  async function upload(person: Person, name: string, content: string): Promise<string> {
    const file = { name, mediaType: 'application/pdf', size: content.length }
    const { body } = await person.send('POST', '/files', { body: file })
    await app.app.fetch(
      new Request(body.url, { method: 'PUT', headers: body.headers, body: content }),
    )
    await person.send('POST', `/files/${body.file.id}/complete`)
    return body.file.id
  }
})
