import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Field } from '@prmkit/contract'
import { translator } from '../../base/localize.ts'
import type { Messages } from '../../base/messages.ts'
import type { FieldMessages } from '../../locales/field/catalog.ts'
import { errorText } from './error-text.ts'

const wordsIn = async (locale: string) => {
  const texts: Messages = (await import(`../../locales/field-later/${locale}.ts`)).messages
  const t = translator<FieldMessages>((key) => texts[key], locale)
  return (type: Field['type'], label: string, code = 'required') =>
    errorText(
      { t, locale, today: '2026-11-21' },
      { pointer: '/x', type, label },
      { pointer: '/x', code },
    )
}

test('a missing answer is asked for by the name of its field', async () => {
  const say = await wordsIn('en')

  assert.equal(say('text', 'City'), 'Enter the city.')
  assert.equal(say('country', 'Country'), 'Select a country.')
  assert.equal(say('choice', 'Industry'), 'Select an industry.')
  assert.equal(say('lookup', 'Distributor'), 'Select a distributor.')
  assert.equal(say('multi_choice', 'Competitors'), 'Select at least one of the competitors.')
  assert.equal(say('country', 'Country', 'invalid-format'), 'Select a country.')
  assert.equal(say('choice', 'Deal type', 'not-an-option'), 'Select a deal type.')
})

test('abbreviations and names in capitals stay as they are', async () => {
  const say = await wordsIn('en')

  assert.equal(say('text', 'IBAN'), 'Enter the IBAN.')
  assert.equal(say('text', 'SAP number'), 'Enter the SAP number.')
  assert.equal(say('text', 'E-mail'), 'Enter the e-mail.')
})

test('a label that is a question is answered', async () => {
  const say = await wordsIn('en')

  assert.equal(say('text', 'Is another vendor involved?'), 'Answer this question.')
  assert.equal(say('yes_no', 'This person decides'), 'Answer this question.')
})

test('German and Arabic quote the label, whose gender and case they do not know', async () => {
  const [german, arabic] = [await wordsIn('de'), await wordsIn('ar')]

  assert.equal(german('text', 'Ort'), 'Geben Sie „Ort“ an.')
  assert.equal(german('country', 'Land'), 'Wählen Sie „Land“ aus.')
  assert.equal(arabic('text', 'المدينة'), 'أدخل «\u2068المدينة\u2069».')
})
