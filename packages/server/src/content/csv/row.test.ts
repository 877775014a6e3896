import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Email, WebUrl } from '@prmkit/contract'
import { columnsOf } from './columns.ts'
import { Header } from './header.ts'
import { Row, type Reading } from './row.ts'

const header = new Header(['cell'], columnsOf([{ names: ['cell'] }]))
const rowOf = (cell: string) => new Row(header, { line: 2 }, [cell], {} as Reading)

test('a file takes the e-mail addresses that the API takes, and no others', () => {
  const addresses = [
    ...['jo@example.com', "o'neil@example.ie", 'a@b.co', 'a_b@x.com', 'ab@xn--mller-kva.de'],
    ...['a..b@example.com', 'ab@-x.com', 'ab@x-.com', 'ab@x.--', 'ab@x.c-', 'ab@x.-c', 'ab@x.1y'],
    ...['ab@xn--.com', 'ab@b.12', 'mailto:jo@example.com', 'info@müller.de', 'jo@example'],
    `${'a'.repeat(240)}@example.com`,
    `${'a'.repeat(250)}@example.com`,
  ]

  for (const address of addresses) {
    const row = rowOf(address)
    const isOne = Email.safeParse(address).success
    assert.equal(row.email('cell'), isOne ? address : undefined, address)
    assert.equal(row.problems.length, isOne ? 0 : 1, address)
  }
})

test('a file takes no web address that is longer than those of the API', () => {
  for (const length of [100, 1900, 2100]) {
    const address = `https://example.com/${'a'.repeat(length)}`
    const isOne = WebUrl.safeParse(address).success
    assert.equal(rowOf(address).url('cell'), isOne ? address : undefined, String(length))
  }
})
