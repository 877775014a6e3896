import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import test from 'node:test'
import { FieldType, Form } from '@prmkit/contract'
import { parse } from 'yaml'
import type { ColumnGroup } from './csv/columns.ts'
import { tables, trainingTables } from './tables.ts'

const readme = await readFile(join(import.meta.dirname, 'README.md'), 'utf8')

/** The text under a heading that begins so. */
function section(heading: string): string {
  return readme.split(/^## /m).find((part) => part.startsWith(heading)) ?? ''
}

/** A group of columns as a row of the documentation. */
function documented({ names, required, help = '' }: ColumnGroup): string {
  const mark = required ? '**' : ''
  const written = names.map((name) => `${mark}\`${name.replace(/\.$/, '.…')}\`${mark}`)
  return `| ${written.join(', ')} | ${help} |`
}

for (const { file, columns } of [...tables, ...trainingTables])
  test(`the documentation explains each column of ${file} as its table does`, () => {
    const rows = section(file)
      .split('\n')
      .filter((line) => /^\| +\*{0,2}`/.test(line))
      .map((line) => line.replaceAll(/ +/g, ' ').replace(/\| \|$/, '|  |'))

    assert.deepEqual(rows, columns.groups.map(documented))
  })

test('the documented form is one, and each type of field is named', () => {
  const text = section('forms/deal.yaml')
  const [, yaml] = /```yaml\n([^`]*)```/.exec(text) ?? []
  const labels = JSON.stringify(parse(yaml ?? '')).replaceAll(/\{"en":("[^"]*")[^}]*\}/g, '$1')
  const form = { ...(JSON.parse(labels) as object), name: 'deal', version: '1', language: 'en' }

  assert.ok(Form.safeParse(form).success)
  assert.deepEqual(
    FieldType.options.filter((type) => !text.includes(`\`${type}\``)),
    [],
  )
})
