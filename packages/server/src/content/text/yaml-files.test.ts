import assert from 'node:assert/strict'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test, { type TestContext } from 'node:test'
import { memoryStore } from '../../store/memory/memory-store.ts'
import { importContent } from '../import.ts'
import { describe } from '../problems.ts'

const vendor = 'name: Tidemark\nlanguages: [en, de]\ncurrencies: [EUR]\n'
const form = `title: { en: Register, de: Registrieren }
sections:
  - name: customer
    title: Customer
    fields:
      - { pointer: /customer/companyName, type: text, label: Company, required: true }
`

async function run(t: TestContext, vendorText: string, formText?: string | Buffer) {
  const dir = await mkdtemp(join(tmpdir(), 'prmkit-yaml-'))
  t.after(() => rm(dir, { recursive: true }))
  await mkdir(join(dir, 'forms'))
  await writeFile(join(dir, 'vendor.yaml'), vendorText)
  if (formText !== undefined) await writeFile(join(dir, 'forms', 'deal.yaml'), formText)
  const store = memoryStore()
  const log = { info() {}, warn() {}, error() {} }
  const again = async () => (await importContent(store, dir, { log })).problems.map(describe)
  return { store, dir, again, problems: await again() }
}

/** What a form with this field in place of the first is told. */
async function fieldProblems(t: TestContext, field: string): Promise<string[]> {
  const { problems } = await run(t, vendor, form.replace(/- \{.*\}/, `- ${field}`))
  return problems
}

test('labels come in each language of the vendor, and one text serves all', async (t) => {
  const { store, problems } = await run(t, vendor, form)

  assert.deepEqual(problems, [])
  const { forms } = (await store.read.programme.form('deal'))!
  assert.deepEqual([forms['en']!.title, forms['de']!.title], ['Register', 'Registrieren'])
  assert.equal(forms['de']!.sections[0]!.title, 'Customer')
  assert.equal((await store.read.programme.settings()).discovery['de']!.vendor.name, 'Tidemark')
})

test('the version of a form follows its content unless it is stated', async (t) => {
  const version = async (text: string) =>
    (await (await run(t, vendor, text)).store.read.programme.form('deal'))!.version
  const first = await version(form)

  assert.equal(await version(`# A remark\n${form}`), first)
  assert.notEqual(await version(form.replace('Company,', 'Firm,')), first)
  assert.equal(await version(`version: 7\n${form}`), '7')
})

test('a missing language is told with its line, and another one stands in', async (t) => {
  const { store, problems } = await run(t, vendor, form.replace(', de: Registrieren', ''))

  assert.deepEqual(problems, [
    'forms/deal.yaml:1, column title: There is no text for de; another language stands in.',
  ])
  assert.equal((await store.read.programme.form('deal'))!.forms['de']!.title, 'Register')
})

test('broken YAML is told with line and column', async (t) => {
  const { problems } = await run(t, vendor, 'title: x\nsections:\n  - name: [a\n')

  assert.match(problems[0]!, /^forms\/deal.yaml:4, column 1: Flow sequence/)
})

test('a misspelt name is told, because it would do nothing', async (t) => {
  const { problems } = await run(
    t,
    `${vendor}timezone: Europe/Berlin\n`,
    form.replace('required', 'requird'),
  )

  assert.deepEqual(problems, [
    'vendor.yaml:4: timezone is not known and not read. Did you mean “timeZone”?',
    'forms/deal.yaml:6: sections.0.fields.0.requird is not known and not read. Did you mean “required”?',
  ])
})

test('a field that fits nowhere, and a condition on nothing, refuse the form', async (t) => {
  const cases: [string, RegExp][] = [
    ['{ pointer: /customer/company, type: text, label: x }', /has no such place.*\/custom\//],
    ['{ pointer: /amount, type: text, label: x }', /of the type text does not fit there/],
    ['{ pointer: /type, type: choice, label: x, options: [{ value: old, label: x }] }', /not fit/],
    ['{ pointer: /custom/x, type: choice, label: x }', /needs options/],
    ['{ pointer: /distributorId, type: lookup, label: x }', /needs a source/],
    ['{ pointer: /consents/x, type: consent, label: x }', /needs its text and version/],
    [
      '{ pointer: /name, type: text, label: x, visibleWhen: { field: /nam, equals: 1 } }',
      /names \/nam, which is not in this form. Did you mean “\/name”/,
    ],
    ['{ pointer: /custom/d, type: date, label: x, min: "2026-02-30" }', /is not a day.*, or today/],
    ['{ pointer: /custom/d, type: date, label: x, max: 2026 }', /is not a day/],
    ['{ pointer: /custom/d, type: date, label: x, default: today }', /is not a day/],
    ['{ pointer: /name, type: txt, label: x }', /fields.0.type is wrong/],
    ['{ pointer: name, type: text, label: x }', /fields.0.pointer is wrong/],
  ]
  for (const [field, message] of cases) {
    const problems = await fieldProblems(t, field)

    assert.equal(problems.length, 1, field)
    assert.match(problems[0]!, message)
    assert.match(problems[0]!, /^forms\/deal.yaml:6: /)
  }
})

test('a form that is refused leaves the one of before', async (t) => {
  const { store, dir, again } = await run(t, vendor, form)
  const before = await store.read.programme.form('deal')
  await writeFile(join(dir, 'forms', 'deal.yaml'), 'sections: 1')

  assert.equal((await again()).length, 2)
  assert.deepEqual(await store.read.programme.form('deal'), before)
})

test('an unusable programme stops the import and says why', async (t) => {
  for (const text of [
    `${vendor}timeZone: Europe/Berln\n`,
    `${vendor}businessHours: { days: [1, 8], from: '18:00', to: '09:00' }\n`,
    `${vendor}deals: { statusLabels: { aproved: Yes } }\n`,
    `${vendor}numbers: 12\n`,
    'name: Tidemark\n',
    '- a list',
  ])
    await assert.rejects(run(t, text), { name: 'ContentError' })
})

test('a YAML bomb and bytes that are not UTF-8 are told', async (t) => {
  const levels = Array.from(
    { length: 12 },
    (_, n) => `a${n + 1}: &a${n + 1} [*a${n}, *a${n}, *a${n}]`,
  )
  const bomb = await run(t, vendor, `a0: &a0 [x, x]\n${levels.join('\n')}\n`)
  assert.match(bomb.problems[0]!, /alias/)

  const latin = await run(t, vendor, Buffer.from('title: Schlüssel', 'latin1'))
  assert.match(latin.problems[0]!, /not UTF-8/)
})
