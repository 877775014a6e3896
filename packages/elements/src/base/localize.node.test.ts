import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { direction, languageFor, loadMessages, translator, type Catalog } from './localize.ts'

const messages = {
  title: 'Deals',
  hello: 'Hello {name}',
  count: { one: '{n} deal', other: '{n} deals' },
} as const

const catalog = {
  en: messages,
  locales: {
    de: async () => ({
      messages: {
        title: 'Deals',
        hello: 'Hallo {name}',
        count: { one: '{n} Deal', other: '{n} Deals' },
      },
    }),
  },
} satisfies Catalog<typeof messages>

const speak = (locale: string) =>
  translator<typeof messages>((key) => messages[key as keyof typeof messages], locale)

describe('a text', () => {
  test('fills in what it is given', () => {
    assert.equal(speak('en')('hello', { name: 'Ada' }), 'Hello Ada')
  })

  test('takes the plural of the locale and writes the number its way', () => {
    assert.equal(speak('en')('count', { n: 1 }), '1 deal')
    assert.equal(speak('de')('count', { n: 1200 }), '1.200 deals')
  })

  test('keeps a name in another script from turning the sentence', () => {
    assert.equal(speak('en')('hello', { name: 'شركة' }), 'Hello \u2068شركة\u2069')
    assert.equal(speak('en')('hello', { name: '\u202eevil' }), 'Hello \u2068\u202eevil\u2069')
  })

  test('names the vendor by its name once that is known', () => {
    const texts: Record<string, string> = { vendor: 'The vendor', next: '{vendor} decides.' }
    const next = () => translator<{ next: '{vendor} decides.' }>((key) => texts[key], 'en')('next')

    assert.equal(next(), 'The vendor decides.')
    texts.vendor = 'Quellmark'
    assert.equal(next(), 'Quellmark decides.')
  })

  test('inserts dollar signs and braces as they are', () => {
    assert.equal(speak('en')('hello', { name: '$& {n}' }), 'Hello $& {n}')
  })
})

describe('the language', () => {
  test('is the locale’s own, its parent’s, or English', () => {
    const found = ['de', 'de-AT', 'de-Latn-CH', 'fr', 'en-GB', 'en-XA', 'constructor'].map((tag) =>
      languageFor(catalog, tag),
    )

    assert.deepEqual(found, ['de', 'de', 'de', 'en', 'en', 'en-XA', 'en'])
  })

  test('has a direction', () => {
    assert.deepEqual(['ar-EG', 'he', 'ur', 'en', 'arn'].map(direction), [
      'rtl',
      'rtl',
      'rtl',
      'ltr',
      'ltr',
    ])
  })
})

test('the pseudo-locale lengthens every text and keeps its placeholders', async () => {
  const disguised = await loadMessages(catalog, 'en-XA')

  assert.match(String(disguised.hello), /^\[Héllö \{name\}~+\]$/)
  assert.match((disguised.count as { other: string }).other, /^\[\{n\} déålš~+\]$/)
})
