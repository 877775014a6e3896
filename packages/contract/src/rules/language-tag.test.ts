import assert from 'node:assert/strict'
import { test } from 'node:test'
import { languageTag } from './language-tag.ts'

test('a language is understood as pages and operating systems write it', () => {
  const meant: [written: string, tag: string][] = [
    ['de_DE', 'de-DE'],
    ['de_AT.UTF-8', 'de-AT'],
    ['ca_ES@valencia', 'ca-ES'],
    ['DE', 'de'],
    [' de ', 'de'],
    ['de-Latn-DE-1996-x-priv', 'de-Latn-DE-1996-x-priv'],
    ['ar_EG', 'ar-EG'],
    ['nn-NO', 'nn-NO'],
    ['zh_Hant_TW', 'zh-Hant-TW'],
    ['en-XA', 'en-XA'],
  ]

  for (const [written, tag] of meant) assert.equal(languageTag(written), tag, written)
})

test('what names no language is none', () => {
  const none = [
    '',
    ' ',
    'auto',
    'x-default',
    'german',
    'C',
    'POSIX',
    'und',
    'mul',
    'zxx',
    'العربية',
  ]

  for (const written of [...none, null, undefined])
    assert.equal(languageTag(written), undefined, String(written))
})

test('every answer is a tag that a header and a formatter take', () => {
  for (const written of ['de_AT.UTF-8', 'pt_br', 'i_klingon', 'sr_RS@latin', 'de-', '1', 'a-b']) {
    const tag = languageTag(written)
    if (tag === undefined) continue
    assert.match(tag, /^[A-Za-z0-9-]+$/)
    assert.doesNotThrow(() => new Intl.NumberFormat(tag), tag)
  }
})
