import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Field, Form } from '../schemas/forms.ts'
import { emailPattern } from './email.ts'
import { checkField, checkForm } from './form-check.ts'
import { conditionHolds, isFilled } from './form.ts'

const today = '2026-11-21'
const field = (rest: Partial<Field> & Pick<Field, 'type'>): Field => ({
  pointer: '/custom/x',
  label: 'X',
  ...rest,
})
const codeOf = (definition: Field, x: unknown) =>
  checkField(definition, { custom: { x } }, today)?.code

test('blanks around a text do not make it long enough', () => {
  const definition = field({ type: 'text', minLength: 3 })

  assert.equal(codeOf(definition, ' ab '), 'too-short')
  assert.equal(codeOf(definition, ' abc '), undefined)
})

test('blank text, empty lists, a refused consent and money without an amount are not filled in', () => {
  const empty = [
    '  ',
    [],
    false,
    null,
    undefined,
    { given: false },
    { amount: '', currency: 'EUR' },
  ]

  assert.deepEqual(
    empty.map(isFilled),
    empty.map(() => false),
  )
  assert.equal(isFilled(0), true)
})

test('a condition on a list holds when one of its values matches', () => {
  const values = { custom: { needs: ['pricing', 'demo'] } }

  assert.equal(conditionHolds({ field: '/custom/needs', equals: 'demo' }, values), true)
  assert.equal(conditionHolds({ field: '/custom/needs', oneOf: ['visit'] }, values), false)
  assert.equal(conditionHolds({ field: '/custom/other', filled: false }, values), true)
})

test('an invisible field is neither required nor checked', () => {
  const form: Form = {
    name: 'deal',
    version: '1',
    language: 'en',
    title: 'Deal',
    sections: [
      {
        name: 'one',
        title: 'One',
        fields: [
          field({
            type: 'text',
            required: true,
            visibleWhen: { field: '/custom/kind', equals: 'b' },
          }),
        ],
      },
    ],
  }

  assert.deepEqual(checkForm(form, { custom: { kind: 'a' } }, today), [])
  assert.deepEqual(checkForm(form, { custom: { kind: 'b' } }, today), [
    { pointer: '/custom/x', code: 'required' },
  ])
})

test('requiredWhen makes a field required', () => {
  const conditional = field({ type: 'text', requiredWhen: { field: '/custom/y', filled: true } })

  assert.equal(checkField(conditional, { custom: {} }, today), undefined)
  assert.equal(checkField(conditional, { custom: { y: 'z' } }, today)?.code, 'required')
})

test('no answers a required question, silence does not', () => {
  const question = field({ type: 'yes_no', required: true })

  assert.equal(codeOf(question, false), undefined)
  assert.equal(codeOf(question, undefined), 'required')
})

test('each type refuses values of another shape', () => {
  for (const type of [
    'text',
    'number',
    'money',
    'date',
    'yes_no',
    'multi_choice',
    'file',
  ] as const) {
    const wrong = type === 'text' || type === 'date' ? 7 : 'seven'
    assert.equal(codeOf(field({ type }), wrong), 'invalid-type', type)
  }
})

test('formats are checked', () => {
  const wrong: [Field['type'], string][] = [
    ['email', 'a@b'],
    ['url', 'javascript:alert(1)'],
    ['phone', '030 123'],
    ['country', 'Germany'],
    ['date', '21.11.2026'],
    ['date', '2026-99-99'],
    ['date', '2026-02-30'],
    ['date', '2100-02-29'],
    ['date', '0000-12-31'],
    ['url', 'https://.com'],
    ['email', 'a@b.c.'],
  ]

  for (const [type, value] of wrong) assert.equal(codeOf(field({ type }), value), 'invalid-format')
  assert.equal(codeOf(field({ type: 'date' }), '2028-02-29'), undefined)
})

// Patterns that go back and forth took minutes for these; the limit only ends a test that hangs.
test('a format judges a text of 100,000 parts at once', { timeout: 60_000 }, () => {
  const parts = 'a.'.repeat(100_000)

  assert.equal(codeOf(field({ type: 'url' }), `http://${parts} `), 'invalid-format')
  assert.equal(emailPattern.test(`a@${parts}@`), false)
  assert.equal(emailPattern.test(`${parts}@`), false)
  assert.equal(codeOf(field({ type: 'email' }), `a@${parts}@`), 'too-long')
})

test('bounds on length, size and date are named with the error', () => {
  assert.deepEqual(
    checkField(field({ type: 'text', maxLength: 3 }), { custom: { x: 'four' } }, today),
    {
      pointer: '/custom/x',
      code: 'too-long',
      limit: 3,
    },
  )
  assert.equal(codeOf(field({ type: 'number', min: 10 }), 9.5), 'too-small')
  assert.equal(codeOf(field({ type: 'number', scale: 1 }), 1.25), 'invalid-format')
  assert.equal(codeOf(field({ type: 'number', scale: 6 }), 1e-7), 'invalid-format')
  assert.equal(codeOf(field({ type: 'number', scale: 7 }), 1e-7), undefined)
  assert.equal(codeOf(field({ type: 'number', scale: 0 }), 1e21), undefined)
  assert.equal(codeOf(field({ type: 'date', min: 'today' }), '2026-11-20'), 'in-the-past')
  assert.equal(codeOf(field({ type: 'date', max: '2026-12-31' }), '2027-01-01'), 'too-big')
})

test('money is held to its currencies, digits and bounds', () => {
  const budget = field({ type: 'money', currencies: ['EUR', 'JPY'], min: '100', max: '5000' })

  assert.equal(codeOf(budget, { amount: '100.00', currency: 'EUR' }), undefined)
  assert.equal(codeOf(budget, { amount: '99.99', currency: 'EUR' }), 'too-small')
  assert.equal(codeOf(budget, { amount: '5000.01', currency: 'EUR' }), 'too-big')
  assert.equal(codeOf(budget, { amount: '200', currency: 'USD' }), 'not-an-option')
  assert.equal(codeOf(budget, { amount: '200.5', currency: 'JPY' }), 'invalid-format')
  assert.equal(codeOf(budget, { amount: '1e3', currency: 'EUR' }), 'invalid-format')
})

test('a choice that is not offered is refused', () => {
  const options = [{ value: 'a', label: 'A' }]

  assert.equal(codeOf(field({ type: 'choice', options }), 'b'), 'not-an-option')
  assert.equal(codeOf(field({ type: 'multi_choice', options }), ['a', 'b']), 'not-an-option')
})

test('consent to an older text is outdated', () => {
  const terms = field({ type: 'consent', consent: { version: '2', text: 'New terms' } })

  assert.equal(codeOf(terms, { version: '1', given: true }), 'outdated')
  assert.equal(codeOf(terms, { version: '2', given: true }), undefined)
})
