import assert from 'node:assert/strict'
import { beforeEach, describe, it } from 'node:test'
import { memoryFiles, seedAssets, type FileSource, type SampleAsset } from '../src/index.ts'
import { FetchError } from '../src/files/file-source.ts'
import { start, testApp, type Person, type TestApp } from './app.ts'

const at = (days: number) => new Date(start + days * 86_400_000).toISOString()
const bytes = (text: string) => new TextEncoder().encode(text) as Uint8Array<ArrayBuffer>
const image = { bytes: bytes('image'), mediaType: 'image/webp', width: 4, height: 3 }

const asset = (id: string, more: Partial<SampleAsset> = {}): SampleAsset => ({
  ...{ id, texts: { en: { title: id }, de: { title: `${id} (deutsch)` } } },
  versions: [
    {
      at: at(-90),
      files: Object.fromEntries(
        ['en', 'de'].map((language) => [
          language,
          {
            ...{ name: `${id}-${language}.pdf`, mediaType: 'application/pdf' },
            ...{ bytes: bytes(`%PDF ${id} ${language}`) },
            look: { kind: 'pages' as const, pages: [{ text: 'x', image }], thumbnail: image },
          },
        ]),
      ),
    },
  ],
  ...more,
})

describe('assets that are over, changed or not there yet', () => {
  let app: TestApp
  let ada: Person
  let mona: Person
  const hosts: Record<string, string> = {}
  const fileSource: FileSource = {
    allows: () => true,
    async open(url) {
      if (hosts[url] === undefined) throw new FetchError('The host answered 404.')
      return new Blob([hosts[url]]).stream()
    },
  }
  const open = (url: string) => app.app.fetch(new Request(url, { redirect: 'manual' }))
  const page = async (url: string) => {
    const answer = await open(url)
    return [answer.status, await answer.text()] as const
  }
  const share = async (...assetIds: string[]) => {
    const body = { assetIds, label: 'x', expiresAt: at(30), language: 'en' }
    const answer = await ada.send('POST', '/shares', { body })
    assert.equal(answer.status, 201, JSON.stringify(answer.body))
    return answer.body
  }
  const listed = async (id: string) =>
    (await ada.send('GET', '/shares')).body.items.find((one: { id: string }) => one.id === id)
  const revisionOf = async (path: string) => (await mona.send('GET', path)).body.revision
  const patch = async (id: string, body: object) => {
    const headers = { 'if-match': `"${await revisionOf(`/assets/${id}`)}"` }
    const answer = await mona.send('PATCH', `/assets/${id}`, { body, headers })
    assert.equal(answer.status, 200, JSON.stringify(answer.body))
    return answer.body
  }
  const act = async (id: string, body: object) => {
    const headers = { 'if-match': `"${await revisionOf(`/assets/${id}`)}"` }
    const answer = await mona.send('POST', `/assets/${id}/actions`, { body, headers })
    assert.equal(answer.status, 200, JSON.stringify(answer.body))
  }
  const newest = async (id: string) =>
    ada.send('PATCH', `/shares/${id}`, {
      body: { newest: true },
      headers: { 'if-match': `"${(await listed(id)).revision}"` },
    })

  beforeEach(async () => {
    const fileStore = memoryFiles()
    app = await testApp({ fileStore, fileSource })
    await seedAssets(
      app.store,
      fileStore,
      [],
      [
        asset('deck'),
        asset('sheet'),
        asset('film', {
          texts: { en: { title: 'film' } },
          versions: [
            {
              at: at(-90),
              files: {
                en: {
                  ...{ name: 'film.webm', mediaType: 'video/webm', bytes: bytes('film') },
                  look: { kind: 'video', pages: [] },
                },
              },
            },
          ],
        }),
        asset('link', {
          texts: { en: { title: 'Tool', url: 'https://vendor.example/tool' } },
          versions: [{ at: at(-90), files: {} }],
          expiresAt: at(1),
        }),
      ],
    )
    ada = await app.signIn('ada')
    mona = await app.signIn('mona')
  })

  it('a link says of each asset whether those who have the link still get it', async () => {
    const { id } = await share('deck', 'sheet')
    const available = async () =>
      Object.fromEntries(
        (await listed(id)).assets.map((one: { id: string; available: boolean }) => [
          one.id,
          one.available,
        ]),
      )
    assert.deepEqual(await available(), { deck: true, sheet: true })
    await patch('deck', { locked: true })
    assert.deepEqual(await available(), { deck: false, sheet: true })
    await patch('deck', { locked: false, audience: { tiers: ['Silver'] } })
    assert.deepEqual(await available(), { deck: false, sheet: true })
    await patch('deck', { audience: null })
    await patch('sheet', { language: 'de', texts: { en: null } })
    assert.deepEqual(await available(), { deck: true, sheet: false })
    const titles = (await listed(id)).assets.map(({ title }: { title: string }) => title)
    assert.deepEqual(titles, ['deck', 'sheet (deutsch)'])
  })

  it('a page whose assets are all gone is the page of any other dead link, and nothing is counted', async () => {
    const { id, url } = await share('deck')
    await act('deck', { action: 'retire' })
    const [status, text] = await page(url)

    assert.equal(status, 404)
    assert.match(text, /This link does not work/)
    assert.equal((await listed(id)).views, 0)
  })

  it('what stands in a folder that is retired exists for its vendor alone', async () => {
    const { id, url } = await share('deck')
    const made = await mona.send('POST', '/folders', { body: { texts: { en: { title: 'Old' } } } })
    const inner = await mona.send('POST', '/folders', {
      body: { texts: { en: { title: 'Older' } }, parentId: made.body.id },
    })
    await patch('deck', { folderId: inner.body.id })
    assert.deepEqual(
      [(await ada.send('GET', '/assets/deck')).status, (await page(url))[0]],
      [200, 200],
    )
    const retired = await mona.send('POST', `/folders/${made.body.id}/actions`, {
      body: { action: 'retire' },
      headers: { 'if-match': `"${made.body.revision}"` },
    })
    assert.equal(retired.status, 200, JSON.stringify(retired.body))

    for (const [method, path, body] of [
      ['GET', ''],
      ['GET', '/preview'],
      ['POST', '/download', {}],
      ['POST', '/views', {}],
      ['POST', '/favourite', {}],
    ] as const)
      assert.equal((await ada.send(method, `/assets/deck${path}`, { body })).status, 404, path)
    const bundle = await ada.send('POST', '/bundles', { body: { assetIds: ['deck'] } })
    const link = { assetIds: ['deck'], label: 'x', expiresAt: at(30) }
    const refused = [bundle, await ada.send('POST', '/shares', { body: link })]
    assert.deepEqual(
      refused.map(({ body }) => body.errors[0].code),
      ['not-found', 'not-found'],
    )
    assert.equal((await page(url))[0], 404)
    assert.equal((await listed(id)).assets[0].available, false)
    assert.equal((await mona.send('GET', '/assets/deck')).status, 200)
  })

  it('an end that is put into the past is the end at once', async () => {
    const { url } = await share('deck')
    assert.equal((await patch('deck', { expiresAt: at(-1) })).status, 'expired')

    assert.equal((await ada.send('GET', '/assets/deck')).body.status, 'expired')
    const { body } = await ada.send('GET', '/assets')
    assert.ok(body.items.every((one: { id: string }) => one.id !== 'deck'))
    assert.equal((await page(url))[0], 404)
    const { events } = (await app.store.read.events.after(undefined, 1000))!
    const told = events.filter(({ resourceId }) => resourceId === 'deck').map(({ type }) => type)
    assert.equal(told.at(-1), 'asset.expired')
    assert.equal((await patch('deck', { expiresAt: at(9) })).status, 'expired')
    await act('deck', { action: 'restore' })
    assert.equal((await ada.send('GET', '/assets/deck')).body.status, 'published')
  })

  it('views count for the assets that the page shows', async () => {
    const { url } = await share('deck', 'sheet')
    await act('deck', { action: 'retire' })
    assert.equal((await page(url))[0], 200)
    const { body } = await mona.send('GET', '/asset-use?used=true')
    const views = Object.fromEntries(
      body.items.map((one: { id: string; shareViews: number }) => [one.id, one.shareViews]),
    )
    assert.deepEqual(views, { deck: 0, sheet: 1 })
  })

  it('a company that is no partner any more gives nothing away', async () => {
    const { url } = await share('deck')
    await app.store.write(async ({ partners }) => {
      const [north] = await partners.many(['north'])
      await partners.put([{ ...north!, active: false }])
    })
    assert.equal((await page(url))[0], 404)
    assert.equal((await page(`${url}/files/0`))[0], 404)
  })

  it('a link goes on to a newest version only with the terms accepted that it has now', async () => {
    const { id, url } = await share('deck')
    /** The file that somebody with the link and without a log-in gets. */
    const file = async () => {
      assert.match((await page(url))[1], /deck/)
      const way = await open(`${url}/files/0`)
      return (await app.app.fetch(new Request(way.headers.get('location')!))).text()
    }
    await patch('deck', { terms: { version: '2', texts: { en: 'New terms' } } })
    hosts['https://files.example/b.pdf'] = '%PDF-1.7 two'
    await patch('deck', { texts: { en: { fileUrl: 'https://files.example/b.pdf' } } })
    await app.app.tick()
    const refused = await newest(id)

    assert.equal(refused.body.code, 'terms-required', JSON.stringify(refused.body))
    assert.equal(await file(), '%PDF deck en')
    await ada.send('POST', '/assets/deck/terms', { body: { version: '2' } })
    assert.equal((await newest(id)).body.assets[0].version, 2)
    assert.equal(await file(), '%PDF-1.7 two')
  })

  it('a link stays with its version until the file of a newer one has come', async () => {
    const { id, url } = await share('deck')
    await patch('deck', { texts: { en: { fileUrl: 'https://files.example/none.pdf' } } })
    assert.equal((await listed(id)).newerVersion, false)
    await newest(id)
    const way = await open(`${url}/files/0`)

    assert.equal(way.status, 303)
    const file = await app.app.fetch(new Request(way.headers.get('location')!))
    assert.equal(await file.text(), '%PDF deck en')
  })

  it('a zip file has every asset that was asked for, or says which one is not there yet', async () => {
    await patch('deck', { texts: { en: { fileUrl: 'https://files.example/none.pdf' } } })
    const { status, body } = await ada.send('POST', '/bundles', {
      body: { assetIds: ['sheet', 'deck'] },
    })
    assert.deepEqual([status, body.errors?.[0].pointer], [422, '/assetIds/1'])
  })

  it('what came in a zip file is known as downloaded', async () => {
    await ada.send('POST', '/bundles', { body: { assetIds: ['sheet'] } })
    const { mine } = (await ada.send('GET', '/assets/sheet')).body
    assert.deepEqual(mine, { favourite: false, isNew: false, downloadedVersion: 1 })
  })

  it('a link that is over, or whose terms are not accepted, keeps its address to itself', async () => {
    const url = async () => (await ada.send('GET', '/assets/link')).body.url
    assert.equal(await url(), 'https://vendor.example/tool')
    await patch('link', { terms: { version: '1', texts: { en: 'Terms' } } })
    assert.equal(await url(), undefined)
    assert.equal((await mona.send('GET', '/assets/link')).body.url, 'https://vendor.example/tool')
    const accepted = await ada.send('POST', '/assets/link/terms', { body: { version: '1' } })
    assert.equal(accepted.body.url, 'https://vendor.example/tool')
    app.time.now += 2 * 86_400_000
    ada = await app.signIn('ada')
    assert.equal(await url(), undefined)
  })

  it('a draft that another system publishes later is new from then on', async () => {
    const row = { key: 'k', texts: { en: { title: 'Link', url: 'https://v.example/' } } }
    const bring = (status: string) =>
      app.vendorBackend('POST', '/assets/bulk', { body: { rows: [{ ...row, status }] } })
    await bring('draft')
    app.time.now += 86_400_000
    await bring('published')
    ada = await app.signIn('ada')
    const { body } = await ada.send('GET', `/assets?updatedSince=${at(0.5)}`)
    assert.deepEqual(
      body.items.map(({ title }: { title: string }) => title),
      ['Link'],
    )
  })

  it('a video that is locked, or whose terms are not accepted, is not handed out by its preview', async () => {
    const kind = async () => (await ada.send('GET', '/assets/film/preview')).body.kind
    assert.equal(await kind(), 'video')
    await patch('film', { terms: { version: '1', texts: { en: 'Terms' } } })
    assert.equal(await kind(), 'none')
    assert.equal((await mona.send('GET', '/assets/film/preview')).body.kind, 'video')
    await ada.send('POST', '/assets/film/terms', { body: { version: '1' } })
    assert.equal(await kind(), 'video')
    await patch('film', { locked: true })
    assert.equal(await kind(), 'none')
  })

  it('captions come in the reader’s language first', async () => {
    await app.store.write(async ({ assets }) => {
      const [file] = await assets.files(['film'])
      const captions = ['ar', 'de', 'en'].map((language) => ({ language, id: `asset_${language}` }))
      await assets.putFiles([{ ...file!, captions }])
    })
    const first = async (language: string) => {
      const headers = { 'accept-language': language }
      const { body } = await ada.send('GET', '/assets/film/preview', { headers })
      return body.video.captions.map((one: { language: string }) => one.language)
    }
    assert.deepEqual(await first('en'), ['en', 'ar', 'de'])
    assert.deepEqual((await first('de'))[0], 'de')
    assert.deepEqual((await first('fr'))[0], 'en')
  })
})
