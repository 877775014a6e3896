import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { memoryFiles, seedAssets, type SampleAsset } from '../src/index.ts'
import { start, testApp, type Person, type TestApp } from './app.ts'

const at = (days: number) => new Date(start + days * 86_400_000).toISOString()
const bytes = (text: string) => new TextEncoder().encode(text) as Uint8Array<ArrayBuffer>
const image = { bytes: bytes('image'), mediaType: 'image/webp', width: 4, height: 3 }

const asset = (id: string, title: string, more: Partial<SampleAsset> = {}): SampleAsset => ({
  ...{ id, texts: { en: { title }, de: { title: `${title} (deutsch)` } } },
  versions: [
    {
      at: at(-9),
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

const offer = {
  ...{ name: 'offer.odt', mediaType: 'application/vnd.oasis.opendocument.text' },
  ...{ bytes: bytes('PK'), look: { kind: 'text' as const, pages: [{ text: 'Offer' }] } },
}

describe('pages behind links to assets', () => {
  let app: TestApp
  let ada: Person
  const open = (url: string, more: RequestInit = {}) => app.app.fetch(new Request(url, more))
  const share = async (more: object = {}) => {
    const body = { assetIds: ['deck', 'gold'], label: 'x', expiresAt: at(30), ...more }
    const answer = await ada.send('POST', '/shares', { body })
    assert.equal(answer.status, 201, JSON.stringify(answer.body))
    return answer.body
  }

  before(async () => {
    const fileStore = memoryFiles()
    app = await testApp({ fileStore })
    await seedAssets(
      app.store,
      fileStore,
      [],
      [
        asset('deck', 'Deck <b>one</b>'),
        asset('gold', 'For gold', { audience: { tiers: ['Gold'] } }),
        asset('offer', 'Offer', { versions: [{ at: at(-9), files: { en: offer } }] }),
        {
          ...{ id: 'site', versions: [{ at: at(-9), files: {} }] },
          texts: { en: { title: 'Calculator', url: 'https://tools.fluxwerk.example/savings' } },
        },
      ],
    )
    ada = await app.signIn('ada')
  })

  it('show the assets in the recipient’s language, escaped, and count that they were opened', async () => {
    const { id, url } = await share({ language: 'de' })
    const answer = await open(url)
    const text = await answer.text()

    assert.equal(answer.status, 200)
    assert.match(text, /<html lang="de" dir="ltr">/)
    assert.match(text, /Unterlagen von Fluxwerk/)
    assert.match(text, /Nordwind Systems hat Ihnen diese Unterlagen bereitgestellt/)
    assert.match(text, /Deck &lt;b&gt;one&lt;\/b&gt; \(deutsch\)/)
    assert.doesNotMatch(text, /<script|<b>/)
    const { body } = await ada.send('GET', '/shares')
    const listed = body.items.find((one: { id: string }) => one.id === id)
    assert.deepEqual([listed.views, listed.lastViewedAt], [1, at(0)])
    assert.equal((await open(url, { method: 'HEAD' })).status, 200)
    const [again] = (await ada.send('GET', '/shares')).body.items
    assert.equal(again.views, 1)
  })

  it('say of each asset without an image which file it is, or where it leads', async () => {
    const { url } = await share({ assetIds: ['offer', 'site'], language: 'en' })
    const text = await (await open(url)).text()
    const blanks = [...text.matchAll(/class="blank" aria-hidden="true">([^<]*)</g)]

    assert.deepEqual(
      blanks.map(([, said]) => said),
      ['ODT', 'tools.fluxwerk.example'],
    )
  })

  it('write dates as the recipient’s region does, else as the partner’s country', async () => {
    const { url } = await share({ language: 'en' })
    const until = async (languages?: string) => {
      const headers = languages === undefined ? {} : { 'accept-language': languages }
      const text = await (await open(url, { headers })).text()
      return /until ([^<]*)\.</.exec(text)?.[1]
    }

    assert.equal(await until(), '23 December 2026')
    assert.equal(await until('de-DE'), '23 December 2026')
    assert.equal(await until('de, en-US;q=0.8'), 'December 23, 2026')
    assert.equal(await until('en-x;q=0.9, en-GB'), '23 December 2026')
  })

  it('have a strict policy, no cookie, and are kept from search engines and referrers', async () => {
    const { url } = await share({ language: 'ar' })
    const { headers } = await open(url)
    const policy = headers.get('content-security-policy') ?? ''

    assert.match(
      policy,
      /^default-src 'none'; style-src 'sha256-[\w+/=]+'; img-src https:\/\/api\.example;/,
    )
    assert.match(policy, /form-action 'none'; frame-ancestors 'none'$/)
    assert.equal(headers.get('set-cookie'), null)
    assert.equal(headers.get('x-robots-tag'), 'noindex, nofollow')
    assert.equal(headers.get('referrer-policy'), 'no-referrer')
    assert.equal(headers.get('cache-control'), 'no-store')
    assert.match(await (await open(url)).text(), /<html lang="ar" dir="rtl">/)
  })

  it('lead to the files by addresses that end soon', async () => {
    const { url } = await share({ language: 'en' })
    const way = await open(`${url}/files/0`, { redirect: 'manual' })
    const file = await open(way.headers.get('location') ?? '')

    assert.equal(way.status, 303)
    assert.match(
      file.headers.get('content-disposition') ?? '',
      /^attachment; filename="Deck -b-one--b-\.pdf"/,
    )
    assert.equal(await file.text(), '%PDF deck en')
    assert.equal((await open(`${url}/files/7`)).status, 404)
  })

  it('say the same of an address that was guessed, ended, was revoked or is used up', async () => {
    const once = await share({ maxViews: 1 })
    const brief = await share({ expiresAt: at(0.001) })
    const revoked = await share()
    await ada.send('DELETE', `/shares/${revoked.id}`)
    assert.equal((await open(once.url)).status, 200)
    assert.equal((await open(`${once.url}/files/0`, { redirect: 'manual' })).status, 303)
    app.time.now += 200_000
    const answers = await Promise.all(
      [once.url, brief.url, revoked.url, 'https://api.example/s/AAAAAAAAAAAAAAAAAAAAAA'].map(
        async (url) => {
          const answer = await open(url)
          return [answer.status, await answer.text()] as const
        },
      ),
    )
    app.time.now -= 200_000

    assert.deepEqual(new Set(answers.map(([status]) => status)), new Set([404]))
    assert.equal(new Set(answers.map(([, text]) => text)).size, 1)
    assert.match(answers[0]![1], /This link does not work/)
  })

  it('show nothing that the partner may not give away any more', async () => {
    const { url } = await share({ language: 'en' })
    assert.match(await (await open(url)).text(), /For gold/)
    await app.store.write(async ({ partners }) => {
      const [north] = await partners.many(['north'])
      await partners.put([{ ...north!, tier: 'Silver' }])
    })
    const text = await (await open(url)).text()
    assert.ok(text.includes('Deck') && !text.includes('For gold'))
  })
})
