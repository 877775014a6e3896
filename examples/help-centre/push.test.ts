import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { createClient } from '@prmkit/client'
import { createApp, memoryFiles, memoryStore, seed } from '@prmkit/server'
import { push } from './push.ts'
import type { HelpCentre } from './zendesk.ts'

const read = (file: string) => JSON.parse(readFileSync(join(import.meta.dirname, file), 'utf8'))
const helpCentre: HelpCentre = read('help-centre.json')
const segments = read('segments.json')
const apiKey = 'sk_of_a_test'

describe('a help centre that is pushed', async () => {
  const store = memoryStore()
  await seed(store)
  const app = createApp({ store, fileStore: memoryFiles(), apiKeys: [apiKey] })
  const options = {
    baseUrl: 'https://api.example',
    fetch: (request: Request) => app.fetch(request),
  }
  const vendor = createClient({ ...options, apiKey })
  const signIn = async (id: string) => {
    const { token } = await vendor.sessions.create({ body: { user: { id } } })
    return createClient({ ...options, fetchToken: async () => token })
  }
  const [ada, sol] = [await signIn('ada'), await signIn('sol')]
  const found = async (search: string) =>
    (await ada.articles.search({ query: { search } })).items.map(({ article }) => article.title)

  it('goes in, and what is not for everybody is told or kept from the others', async () => {
    const { report, refused } = await push(vendor, helpCentre, segments)

    assert.equal(refused, 0, report.join('\n'))
    assert.deepEqual(report, [
      'left out: Article 4008, “Credit limits”: nobody said who the user segment 360009 is.',
      '12 created',
    ])
    const titlesFor = async ({ articles }: typeof ada) =>
      (await articles.list()).items.map(({ title }) => title)
    const [forGold, forOthers] = [await titlesFor(ada), await titlesFor(sol)]
    assert.ok(forGold.includes('Advance replacement for Gold and Platinum'))
    assert.ok(!forOthers.includes('Advance replacement for Gold and Platinum'))
    assert.ok(forOthers.includes('Return a logger under warranty'))
    assert.ok(!forGold.includes('Workshop hours in August'))
  })

  it('is found by an error code, in its sections and in both languages', async () => {
    const [mount] = (await ada.articles.search({ query: { search: 'hydrant adapter' } })).items
    const article = await ada.articles.get({
      params: { id: mount!.article.id },
      query: { language: 'de' },
    })
    const sections = (await ada.sections.list()).items
    const codes = sections.find(({ title }) => title === 'Error codes')

    assert.deepEqual(await found('E-17'), ['E-17: the clock was lost'])
    assert.equal(article.title, 'Echo 3 am Hydranten montieren')
    assert.match(article.html, /<h\d[^>]*>Vorher/)
    assert.equal(sections.find(({ id }) => id === codes?.parentId)?.title, 'Echo 3')
  })

  it('is linked in place, from the first push on', async () => {
    const [silent] = (await ada.articles.search({ query: { search: 'E-23' } })).items
    const [mount] = (await ada.articles.search({ query: { search: 'hydrant adapter' } })).items
    const { html } = await ada.articles.get({ params: { id: silent!.article.id } })

    assert.match(
      html,
      new RegExp(`<a data-article="${mount!.article.id}">how to mount the logger</a>`),
    )
    assert.doesNotMatch(html, /help\.vendor\.example/)
  })

  it('changes only what changed, and retires what is gone', async () => {
    const { pushed } = await push(vendor, helpCentre, segments)
    const articles = helpCentre.articles
      .filter(({ id }) => id !== 4002)
      .map((one) => (one.id === 4003 ? { ...one, body: '<p>Call the hotline.</p>' } : one))
    const { report } = await push(vendor, { ...helpCentre, articles }, segments, pushed)

    assert.equal(report.at(-1), '10 unchanged, 2 changed')
    assert.deepEqual(await found('hotline'), ['E-17: the clock was lost'])
    assert.deepEqual(await found('radio'), [])
  })

  it('tells a row that is refused, and the others go in', async () => {
    const [first] = helpCentre.articles
    const odd = { ...first!, id: 5001, section_id: 999, title: 'Lost' }
    const { report, refused } = await push(
      vendor,
      { ...helpCentre, articles: [odd, ...helpCentre.articles] },
      segments,
    )

    assert.equal(refused, 1)
    assert.match(report.join('\n'), /refused: article-5001\/sectionKey: /)
  })

  it('keeps languages of two scripts apart, and tells a second one of the same language', async () => {
    const text = {
      source_id: 4002,
      source_type: 'Article',
      draft: false,
      body: '<p>…</p>',
    } as const
    const more = ['zh-tw', 'zh-cn', 'en-gb'].map((locale) => ({
      ...{ ...text, locale, title: `Read out (${locale})`, updated_at: '2026-08-20T07:30:00Z' },
    }))
    const translations = [...helpCentre.translations, ...more]
    const { report, pushed } = await push(vendor, { ...helpCentre, translations }, segments)
    const row = pushed.articles.find(({ key }) => key === 'article-4002')

    assert.deepEqual(Object.keys(row?.texts ?? {}).toSorted(), ['en', 'zh', 'zh-Hant'])
    assert.match(report.join('\n'), /left out: Article 4002, .* in en-gb: it is in en already\./)
  })
})
