import assert from 'node:assert/strict'
import test from 'node:test'
import { tables as early, trainingTables } from './tables.ts'

const tables = [...early, ...trainingTables]
/** The records of the tree of courses, which comes before its tables. */
const fromTrees = new Set(['courses', 'paths'])

test('each table has its own file and kind, and refers to tables that come no later', () => {
  const kinds = tables.map(({ kind }) => kind)

  assert.equal(new Set(kinds).size, tables.length)
  assert.equal(new Set(tables.map(({ file }) => file)).size, tables.length)
  for (const [index, { columns, file }] of tables.entries())
    for (const { kind, column } of columns.references)
      assert.ok(
        kinds.slice(0, index + 1).includes(kind) || (index >= early.length && fromTrees.has(kind)),
        `${file}, column ${column}: ${kind}`,
      )
})

test('each column is declared once', () => {
  for (const { columns, file } of tables) {
    const names = [...columns.names, ...columns.prefixes]

    assert.equal(new Set(names).size, names.length, file)
  }
})
