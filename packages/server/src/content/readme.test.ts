import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import test from 'node:test'
import { FieldType, Form } from '@prmkit/contract'
import { parse } from 'yaml'
import { accounts } from './accounts.ts'
import { comments } from './comments.ts'
import { deals } from './deals.ts'
import { partners } from './partners.ts'
import { products } from './products.ts'
import { timeline } from './timeline.ts'
import { users } from './users.ts'

const readme = await readFile(join(import.meta.dirname, 'README.md'), 'utf8')

/** The text under a heading that begins so. */
function section(heading: string): string {
  return readme.split(/^## /m).find((part) => part.startsWith(heading)) ?? ''
}

test('the documentation names each column of each file', () => {
  const places = [
    [products.columns, section('products.csv')],
    [partners.columns, section('products.csv')],
    [users.columns, section('products.csv')],
    [accounts.columns, section('products.csv')],
    [deals.columns, section('deals.csv')],
    [comments.columns, section('comments.csv')],
    [timeline.columns, section('comments.csv')],
  ] as const
  for (const [columns, text] of places) {
    const missing = columns.names.filter((name) => !text.includes(`\`${name}\``))
    const plain = columns.required.filter((name) => !text.includes(`**\`${name}\`**`))

    assert.deepEqual([missing, plain], [[], []])
  }
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
